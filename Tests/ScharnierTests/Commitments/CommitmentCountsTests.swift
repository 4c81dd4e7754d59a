import Testing

@testable import Scharnier

@Suite struct CommitmentCountsTests {
    private let item = Identifier<NeedItem>.numbered(1)
    private let today = LocalTime.day(at: .now)

    /// State, given of ten, arrived: what it promises, fulfils and uses.
    static let table: [(Commitment.Status, Int64, Int64, promised: Int64, fulfilled: Int64, used: Int64)] = [
        (.drafted, 0, 0, 10, 0, 10), (.confirmed, 0, 0, 10, 0, 10), (.inDelivery, 4, 0, 10, 0, 10),
        (.delivered, 10, 0, 10, 0, 10), (.disputed, 4, 0, 10, 0, 10), (.acknowledged, 10, 8, 8, 8, 10),
        (.evaluated, 10, 8, 8, 8, 10), (.closed, 10, 8, 8, 8, 10), (.acknowledged, 9, 8, 8, 8, 9),
        (.cancelled, 4, 0, 4, 0, 4), (.cancelled, 0, 0, 0, 0, 0), (.discarded, 0, 0, 0, 0, 0),
    ]

    @Test(arguments: table.indices)
    func `what counts follows from the state and from what was given`(index: Int) {
        let row = Self.table[index]
        let commitment = Commitment.example(
            status: row.0, delivered: row.1, acknowledged: row.2, isTaken: true)
        #expect(commitment.promised(item) == row.promised)
        #expect(commitment.fulfilled(item) == row.fulfilled)
        #expect(commitment.used(item) == row.used)
        let planned = Commitment.example(status: row.0, delivered: row.1, acknowledged: 0)
        #expect(planned.promised(item) == 0 && planned.used(item) == 0)
    }

    @Test func `of other lines it promises nothing`() {
        #expect(Commitment.example(status: .confirmed, isTaken: true).promised(.numbered(2)) == 0)
    }

    @Test func `days are taken from hours, rounded up`() {
        var commitment = Commitment.example(status: .confirmed, quantity: 9, isTaken: true)
        commitment.lines[0] = .init(content: commitment.lines[0].content, kind: .expertise, unit: .hour)
        let offer = Offer.example(.expertise) { $0.unit = .day }
        #expect(commitment.used(of: offer) == 2)
    }

    @Test func `of an earlier period nothing comes back`() throws {
        var offer = Offer.example { ($0.period, $0.quantity) = (.month, 10) }
        let planned = Commitment.example()
        var taken = planned
        (taken.status, taken.takenAt) = (.confirmed, .now)
        try offer.count(taken, after: planned, on: today)
        #expect(offer.usage(on: today).committed == 10 && offer.status == .exhausted)
        let later = today.adding(31)
        var other = Commitment.example(quantity: 3)
        let before = other
        (other.status, other.takenAt) = (.confirmed, LocalTime.start(of: later))
        try offer.count(other, after: before, on: later)
        #expect(offer.usage(on: later).committed == 3)
        var cancelled = taken
        cancelled.status = .cancelled
        try offer.count(cancelled, after: taken, on: later)
        #expect(offer.usage(on: later).committed == 3)
    }

    @Test func `who takes too much is told what is left`() {
        var need = Need.example(items: [.example(quantity: 10, committed: 3, held: 2)])
        var taken = Commitment.example(quantity: 6)
        let planned = taken
        (taken.status, taken.takenAt) = (.confirmed, .now)
        #expect(throws: Refusal.guardFailed([.capacityExhausted(left: 5)])) {
            try need.count(taken, after: planned)
        }
        #expect(FailedGuard.capacityExhausted(left: 5).available == 5)
        var offer = Offer.example { $0.quantity = 4 }
        #expect(throws: Refusal.guardFailed([.capacityExhausted(left: 4)])) {
            try offer.count(taken, after: planned, on: today)
        }
        #expect(offer.usage.committed == 0)
    }

    @Test func `a line that left its need cannot be promised`() {
        var need = Need.example(items: [.example(2)])
        var taken = Commitment.example()
        let planned = taken
        (taken.status, taken.takenAt) = (.confirmed, .now)
        #expect(throws: Refusal.guardFailed([.capacityExhausted(left: 0)])) {
            try need.count(taken, after: planned)
        }
    }
}
