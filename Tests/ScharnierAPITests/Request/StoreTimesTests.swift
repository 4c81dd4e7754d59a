import Synchronization
import Testing

@testable import ScharnierAPI

@Suite struct StoreTimesTests {
    @Test func `waiting ends when the transaction begins`() {
        let times = StoreTimes(asked: 10, begun: 14, ended: 20)
        #expect(times.queued == 4)
        #expect(times.working == 6)
    }

    @Test func `what never began has only waited`() {
        let times = StoreTimes(asked: 10, begun: 0, ended: 20)
        #expect(times.queued == 10)
        #expect(times.working == 0)
    }

    @Test func `a transaction that is run again keeps its turn`() {
        let clock = TestTicks()
        let turn = StoreTurn { clock.next() }
        turn.begin()
        turn.begin()
        #expect(turn.ended() == StoreTimes(asked: 1, begun: 2, ended: 4))
    }
}

/// One more with each look.
private final class TestTicks: Sendable {
    private let now = Atomic<Int64>(0)

    func next() -> Int64 { now.add(1, ordering: .relaxed).newValue }
}
