import Testing

/// The judge of histories is itself judged: by histories that are wrong, and by trying all orders.
@Suite struct HistoryTests {
    private typealias Deed = History.Event.Deed

    private static let origin = ContinuousClock.now

    private static func event(_ deed: Deed, _ start: Int, _ end: Int) -> History.Event {
        .init(deed: deed, start: origin + .seconds(start), end: origin + .seconds(end))
    }

    private func faults(_ events: History.Event...) -> [String] {
        History(first: (0, "a"), events: events).faults
    }

    @Test func `writes and reads that overlap may be seen in either order`() {
        let write = Self.event(.wrote(from: 0, to: 1, value: "b"), 0, 10)
        #expect(faults(write, Self.event(.saw(0, value: "a"), 1, 9)) == [])
        #expect(faults(write, Self.event(.saw(1, value: "b"), 1, 9)) == [])
        #expect(
            faults(write, Self.event(.saw(1, value: "b"), 1, 2), Self.event(.saw(0, value: "a"), 1, 9)) == [])
    }

    @Test func `a read that is behind an answered write is found`() {
        let write = Self.event(.wrote(from: 0, to: 1, value: "b"), 0, 1)
        #expect(faults(write, Self.event(.saw(0, value: "a"), 2, 3)) == ["0 after 1 was known"])
    }

    @Test func `a read that goes back behind another read is found`() {
        let write = Self.event(.wrote(from: 0, to: 1, value: "b"), 0, 10)
        let (new, old) = (Self.event(.saw(1, value: "b"), 1, 2), Self.event(.saw(0, value: "a"), 3, 4))
        #expect(faults(write, new, old) == ["0 after 1 was known"])
    }

    @Test func `a read of what is not written yet is found`() {
        let write = Self.event(.wrote(from: 0, to: 1, value: "b"), 5, 6)
        #expect(faults(write, Self.event(.saw(1, value: "b"), 1, 2)) == ["1 known before it was written"])
    }

    @Test func `two writes that both replaced one version are found`() {
        let one = Self.event(.wrote(from: 0, to: 1, value: "b"), 0, 10)
        let other = Self.event(.wrote(from: 0, to: 2, value: "c"), 0, 10)
        #expect(faults(one, other) == ["version 2 replaced 0, but 1 came before it"])
        #expect(faults(one, one) == ["version 1 made twice", "version 1 replaced 0, but 1 came before it"])
    }

    @Test func `values that nobody wrote are found`() {
        #expect(faults(Self.event(.saw(0, value: "x"), 0, 1)) == ["version 0 with value x"])
        #expect(faults(Self.event(.saw(7, value: nil), 0, 1)) == ["version 7 of nobody"])
    }

    @Test func `of random histories those are found for which no order works, and no others`() {
        var random = SeededGenerator(seed: 17)
        var wrong = 0
        for _ in 0..<1_500 {
            let history = Self.random(&random)
            let works = Self.hasOrder(history)
            wrong += works ? 0 : 1
            #expect(history.faults.isEmpty == works, "\(history)")
        }
        #expect(wrong > 200 && wrong < 1_300, "\(wrong) wrong ones are no fair sample")
    }

    /// Five events that could have happened, often with one that could not.
    private static func random(_ random: inout SeededGenerator) -> History {
        let chain: [Deed] = [.wrote(from: 0, to: 1, value: "b"), .wrote(from: 1, to: 2, value: "c")]
        let sights: [Deed] = [
            .saw(0, value: "a"), .saw(1, value: "b"), .saw(2, value: "c"), .saw(1, value: nil),
        ]
        let flaws: [Deed] = [.saw(1, value: "c"), .wrote(from: 0, to: 2, value: "c"), .saw(3, value: nil)]
        var deeds = chain + (0..<3).compactMap { _ in sights.randomElement(using: &random) }
        if Int.random(in: 0..<6, using: &random) == 0, let flaw = flaws.randomElement(using: &random) {
            deeds[Int.random(in: 0..<5, using: &random)] = flaw
        }
        return History(
            first: (0, "a"),
            events: deeds.map { deed in
                let start = Int.random(in: 0..<12, using: &random) + Int(4 * version(of: deed))
                return event(deed, 2 * start, 2 * (start + Int.random(in: 0..<10, using: &random)) + 1)
            })
    }

    private static func version(of deed: Deed) -> Int64 { event(deed, 0, 0).version }

    /// Tries all orders in which nothing comes before what had ended when it began.
    private static func hasOrder(_ history: History) -> Bool {
        func goesOn(_ rest: [History.Event], _ state: (version: Int64, value: String)) -> Bool {
            rest.isEmpty
                || rest.indices.contains { index in
                    let event = rest[index]
                    guard !rest.contains(where: { $0.end < event.start }),
                        let next = outcome(of: event.deed, on: state)
                    else { return false }
                    var others = rest
                    others.remove(at: index)
                    return goesOn(others, next)
                }
        }
        return goesOn(history.events, history.first)
    }

    /// The item after a deed; `nil` when it cannot have happened to the item as it is.
    private static func outcome(of deed: Deed, on state: (version: Int64, value: String))
        -> (version: Int64, value: String)?
    {
        switch deed {
        case .wrote(let from, let to, let value): from == state.version && to > from ? (to, value) : nil
        case .saw(let version, let value):
            version == state.version && (value ?? state.value) == state.value ? state : nil
        }
    }
}
