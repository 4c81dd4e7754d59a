import Scharnier
import Testing

@testable import ScharnierStore

/// A city that lives a year in jumps of minutes to weeks, beside a model that walks through every moment.
@Suite struct TimerModelTests {
    /// What happens to a need, told in the plainest way: at which moments, in which order.
    private struct Model {
        var status = Need.Status.published
        var confirmedAt: Instant
        let lastDay: Day?
        var log: [String] = []

        mutating func pass(to now: Instant) {
            let staleAt = confirmedAt.adding(seconds: 90 * 86_400)
            let endsAt = lastDay.map { LocalTime.start(of: $0.adding(1)) }
            if status == .published, now >= staleAt, endsAt.map({ staleAt < $0 }) ?? true {
                leave(.stale, "go_stale")
            }
            if let endsAt, now >= endsAt, [.published, .paused, .stale].contains(status) {
                leave(.expired, "expire")
            }
        }

        mutating func fire(_ event: Need.Event, at now: Instant) {
            switch event {
            case .pause where status == .published: leave(.paused, "pause")
            case .resume where status == .paused && lastDay.map({ $0 >= LocalTime.day(at: now) }) ?? true:
                confirmedAt = now
                leave(.published, "resume")
            case .confirm where status == .stale:
                confirmedAt = now
                leave(.published, "confirm")
            default: break
            }
        }

        private mutating func leave(_ status: Need.Status, _ event: String) {
            self.status = status
            log.append(event)
        }
    }

    private func spans(using random: inout SeededNumbers) -> Int64 {
        [60, 3600, 86_400, 10 * 86_400, 60 * 86_400].randomElement(using: &random).map {
            .random(in: 1...$0, using: &random)
        } ?? 1
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `needs live as the model says`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let city = try TestCity()
        var models: [Identifier<Need>: Model] = [:]
        for step in 0..<60 {
            if step % 6 == 0 {
                let day = LocalTime.day(at: city.clock.now).adding(.random(in: 0...200, using: &random))
                let need = try city.publishedNeed { $0.neededByOn = day }
                models[need.id] = Model(confirmedAt: city.clock.now, lastDay: day)
            }
            city.clock.advance(milliseconds: 1000 * spans(using: &random))
            try city.runTimers()
            for id in models.keys { models[id]?.pass(to: city.clock.now) }
            guard let id = models.keys.sorted().randomElement(using: &random) else { continue }
            let event = [Need.Event.pause, .resume, .confirm].randomElement(using: &random) ?? .pause
            models[id]?.fire(event, at: city.clock.now)
            do {
                _ = try city.fire(
                    event, on: id, as: city.carrierParty, reason: event == .pause ? "other" : nil)
            } catch is Refusal {}
        }
        for (id, model) in models {
            #expect(try city.need(id).status == model.status)
            let log = try city.store.read { try $0.transitions(of: .need, .init(id)) }.map(\.event)
            #expect(Array(log.dropFirst(2)) == model.log)
        }
        #expect(try city.store.check().isEmpty)
    }
}

/// Numbers that are the same for the same seed (SplitMix64; Steele, Lea and Flood, 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
