import Foundation
import Testing

@testable import Scharnier

/// Many histories of promises on one need and one offer, against a model that moves single pieces (R-22, R-32, R-33).
@Suite struct PromiseSimulationTests {
    private static let isHeavy = ProcessInfo.processInfo.environment["SCHARNIER_HEAVY"] != nil
    private static let histories: UInt64 = isHeavy ? 100_000 : 10_000

    @Test func `need and offer count what single pieces say, in every history`() {
        var taken = 0
        for seed in 1...Self.histories {
            var history = PromiseHistory(seed: seed)
            for step in 0..<40 {
                let name = history.step()
                let fault = history.fault
                #expect(fault == nil, "seed \(seed) step \(step) \(name): \(fault ?? "")")
                guard fault == nil else { return }
            }
            taken += history.model.states.count { $0 == .got }
        }
        // Histories come to their end often enough to mean something.
        #expect(taken > Int(Self.histories) / 10)
    }
}

/// One history: what the domain does, and what the model says it should.
struct PromiseHistory {
    var need: Need
    var offer: Offer
    var commitments: [Commitment] = []
    var model: PromiseModel
    private var generator: SeededGenerator
    private let day = LocalTime.day(at: .now)
    private var agreesOnStep = true

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        let asked = Int.random(in: 1...12, using: &generator)
        let stock = Int.random(in: 1...12, using: &generator)
        need = Need.example(items: [.example(quantity: Int64(asked))])
        offer = Offer.example { $0.quantity = Int64(stock) }
        model = PromiseModel(asked: asked, stock: stock)
    }

    /// What is wrong now, if anything is.
    var fault: String? {
        let item = need.items[0]
        guard agreesOnStep else { return "the model decides otherwise" }
        guard item.committed == model.committed else { return "promised \(item.committed)" }
        guard item.fulfilled == model.fulfilled else { return "fulfilled \(item.fulfilled)" }
        guard offer.usage.committed == model.used else { return "used \(offer.usage.committed)" }
        guard item.fulfilled <= item.committed, item.committed <= item.content.quantity,
            offer.usage.committed <= offer.content.quantity ?? 0
        else { return "more than there is" }
        let expected: Need.Status =
            item.committed == item.content.quantity ? .met : item.committed > 0 ? .partiallyMet : .published
        return need.status == expected ? nil : "the need is \(need.status)"
    }

    /// Does something to one of the commitments, possible or not; the result names it.
    mutating func step() -> String {
        if commitments.count < 4, Int.random(in: 0..<4, using: &generator) == 0 { return draft() }
        guard let number = commitments.indices.randomElement(using: &generator) else { return draft() }
        // Half of them what is promised: so that histories come to their end.
        let count =
            Bool.random(using: &generator) ? model.sizes[number] : Int.random(in: 0...6, using: &generator)
        switch Int.random(in: 0..<9, using: &generator) {
        case 0, 1: return act("take", number, model.take(number)) { try $0.takeAll() }
        case 2, 3:
            return act("deliver \(count)", number, model.give(number, count)) {
                try $0.fire(.deliver, by: .supplier)
                try $0.deliver(.portion(count), at: .now)
            }
        case 4, 5:
            return act("acknowledge \(count)", number, model.get(number, count)) {
                try $0.fire(.acknowledge, by: .carrier)
                try $0.acknowledge(.portion(count), at: .now)
            }
        case 6:
            let hasBegun = commitments[number].status == .inDelivery
            return act("dispute", number, model.quarrel(number, hasBegun: hasBegun)) {
                try $0.fire(.dispute, by: .carrier)
            }
        case 7: return judge(number)
        default:
            return act("cancel", number, model.cancel(number)) { try $0.fire(.cancel, by: .supplier) }
        }
    }

    private mutating func draft() -> String {
        let size = Int.random(in: 1...8, using: &generator)
        commitments.append(.example(quantity: Int64(size)))
        model.states.append(.planned)
        model.sizes.append(size)
        return "draft \(size)"
    }

    private mutating func judge(_ number: Int) -> String {
        let verdict = PromiseModel.Verdict.allCases.randomElement(using: &generator) ?? .end
        let status: Commitment.Status =
            switch verdict {
            case .goOn: .inDelivery
            case .letStand: .delivered
            case .end: .cancelled
            }
        return act("judge \(status)", number, model.judge(number, verdict)) {
            try $0.fire(.resolve, by: .city)
            $0.status = status
            try $0.settle(at: .now, by: TimerRules(), horizon: nil)
        }
    }

    /// Changes a commitment and lets need and offer follow; nothing is changed if anything is refused.
    private mutating func act(
        _ name: String, _ number: Int, _ isPossible: Bool,
        _ change: (inout Commitment) throws -> Void
    ) -> String {
        var (changed, asked, given) = (commitments[number], need, offer)
        do {
            try change(&changed)
            try asked.count(changed, after: commitments[number])
            try given.count(changed, after: commitments[number], on: day)
            (commitments[number], need, offer) = (changed, asked, given)
            agreesOnStep = isPossible
        } catch {
            agreesOnStep = !isPossible
        }
        return "\(name) of \(number)"
    }
}

extension Commitment {
    fileprivate mutating func fire(_ event: Event, by actor: Actor) throws(Refusal) {
        status = try Commitment.machine.step(event, in: status, as: [actor]).to ?? status
    }

    /// What the last signature does.
    fileprivate mutating func takeAll() throws(Refusal) {
        _ = try Commitment.machine.step(.sign, in: status, as: [.carrier])
        status = .confirmed
        takenAt = .now
    }
}

extension TransitionFacts {
    /// So much of the one line.
    fileprivate static func portion(_ count: Int) -> TransitionFacts {
        TransitionFacts(portions: [.init(item: .numbered(1), quantity: Int64(count))])
    }
}
