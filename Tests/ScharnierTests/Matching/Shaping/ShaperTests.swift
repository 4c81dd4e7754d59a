import Testing

@testable import Scharnier

@Suite struct ShaperTests {
    /// A need with the number of its carrier.
    private func entry(
        _ id: UInt128, of carrier: UInt128, score: Int, fit: Int? = nil, group: UInt128? = nil,
        published: Int64 = 0, tie: UInt64 = 0
    ) -> ListEntry {
        ListEntry(
            id: id, carrier: carrier, group: group ?? id, score: score, fit: fit ?? score,
            firstPublished: published, tie: tie)
    }

    private func ids(_ entries: [ShapedEntry]) -> [UInt128] { entries.map(\.entry.id) }

    @Test func `without anything to shape the score decides, then the tie`() {
        let entries = [
            entry(1, of: 1, score: 500, tie: 9), entry(2, of: 2, score: 900),
            entry(3, of: 3, score: 500, tie: 4),
        ]
        let shaped = Shaper(ExposureLedger()).shaped(entries, limit: 10)
        #expect(ids(shaped) == [2, 3, 1])
        #expect(shaped.map(\.rank) == [1, 2, 3] && shaped.map(\.rankByScore) == [1, 2, 3])
        #expect(shaped.allSatisfy { $0.movedBy.isEmpty && $0.collapsed.isEmpty })
        #expect(Shaper.ranked(entries).map(\.id) == [2, 3, 1])
        #expect(ids(Shaper(ExposureLedger()).shaped(entries.reversed(), limit: 2)) == [2, 3])
        #expect(Shaper(ExposureLedger()).shaped(entries, limit: 0).isEmpty)
    }

    @Test func `needs that say the same are one entry, the first published`() {
        let entries = [
            entry(1, of: 1, score: 900, group: 7, published: 30),
            entry(2, of: 1, score: 500, group: 7, published: 10),
            entry(3, of: 2, score: 700), entry(4, of: 1, score: 400, group: 7, published: 20),
        ]
        let shaped = Shaper(ExposureLedger()).shaped(entries, limit: 10)
        #expect(ids(shaped) == [3, 2])
        #expect(shaped[1].collapsed == [4, 1])
    }

    @Test func `nobody passes anyone who is more than five points better`() {
        let ledger = ExposureLedger(accounts: [
            1: .init(due: 1_000, got: 900_000), 2: .init(due: 900_000, got: 0),
        ])
        #expect(ledger.adjustment(for: 1) == -250 && ledger.adjustment(for: 2) == 250)
        #expect(ledger.adjustment(for: 3) == 0)
        let near = [entry(1, of: 1, score: 5_499), entry(2, of: 2, score: 5_000)]
        let shaped = Shaper(ledger).shaped(near, limit: 10)
        #expect(ids(shaped) == [2, 1])
        #expect(shaped.allSatisfy { $0.movedBy == [.ledger] } && shaped[0].rankByScore == 2)
        let far = [entry(1, of: 1, score: 5_501), entry(2, of: 2, score: 5_000)]
        #expect(ids(Shaper(ledger).shaped(far, limit: 10)) == [1, 2])
    }

    @Test func `the adjustment follows what was due, and small sums weigh little`() {
        let ledger = ExposureLedger(accounts: [
            1: .init(due: 10_000, got: 5_000), 2: .init(due: 100, got: 0), 3: .init(due: 2_000, got: 2_000),
        ])
        #expect(ledger.adjustment(for: 1) == 125)
        #expect(ledger.adjustment(for: 2) == 25)
        #expect(ledger.adjustment(for: 3) == 0)
    }

    @Test func `a carrier has two needs in each block of ten, while there are others`() {
        let many = (0..<15 as Range<UInt128>).map { entry($0, of: 1, score: 9_000 - Int($0)) }
        let others = (0..<16 as Range<UInt128>).map { entry(100 + $0, of: 10 + $0, score: 5_000 - Int($0)) }
        let shaped = Shaper(ExposureLedger()).shaped(many + others, limit: 40)
        #expect(shaped.count == 31)
        for block in [0..<10, 10..<20] {
            #expect(shaped[block].count { $0.entry.carrier == 1 } == 2)
        }
        // Sixteen others fill two blocks with two needs of the carrier in each.
        #expect(shaped[20...].allSatisfy { $0.entry.carrier == 1 })
        #expect(shaped.first { $0.entry.id == 2 }?.movedBy == [.carrierLimit])
        #expect(shaped.first { $0.entry.id == 100 }?.movedBy == [])
    }

    private func list(tenthFit: Int, unseenFit: Int) -> [ListEntry] {
        let seen = (0..<12 as Range<UInt128>).map {
            entry($0, of: $0, score: 9_000 - 10 * Int($0), fit: $0 == 9 ? tenthFit : 8_000)
        }
        return seen + [
            entry(50, of: 50, score: 3_000, fit: unseenFit), entry(51, of: 51, score: 2_000, fit: 9_999),
        ]
    }

    private let seen = ExposureLedger(seen: Set(0..<12))

    @Test func `the tenth place goes to a carrier not seen lately that fits nearly as well`() {
        let shaped = Shaper(seen).shaped(list(tenthFit: 6_000, unseenFit: 4_500), limit: 11)
        #expect(shaped[9].entry.id == 50 && shaped[9].isDiscovery && shaped[9].movedBy == [.discovery])
        #expect(shaped[9].rankByScore == 13)
        #expect(shaped[10].entry.id == 9 && !shaped[10].isDiscovery)
    }

    @Test func `what fits much less is passed over`() {
        let shaped = Shaper(seen).shaped(list(tenthFit: 6_000, unseenFit: 4_499), limit: 11)
        #expect(shaped[9].entry.id == 51 && shaped[9].isDiscovery)
        var none = list(tenthFit: 9_999, unseenFit: 1)
        none.removeLast()
        #expect(Shaper(seen).shaped(none, limit: 11)[9].entry.id == 9)
    }

    @Test func `nothing is displaced where all are new, or the list is short`() {
        let entries = list(tenthFit: 6_000, unseenFit: 6_000)
        #expect(Shaper(ExposureLedger()).shaped(entries, limit: 10).allSatisfy { !$0.isDiscovery })
        #expect(Shaper(seen).shaped(Array(entries.suffix(9)), limit: 10).allSatisfy { !$0.isDiscovery })
    }

    @Test func `shaping neither loses nor doubles, and does not depend on the order`() {
        var numbers = SeededGenerator(seed: 7)
        for _ in 0..<100 {
            let entries = (0..<60 as Range<UInt128>).map { id in
                entry(
                    id, of: .random(in: 0..<9, using: &numbers),
                    score: .random(in: 0..<3_000, using: &numbers),
                    tie: .random(in: 0..<5, using: &numbers))
            }
            let ledger = ExposureLedger(
                accounts: [1: .init(due: 5_000, got: 0), 2: .init(due: 0, got: 9_000)], seen: [1, 2, 3, 4])
            let shaped = Shaper(ledger).shaped(entries, limit: 60)
            #expect(Set(ids(shaped)) == Set(entries.map(\.id)) && shaped.count == 60)
            #expect(Shaper(ledger).shaped(entries.shuffled(using: &numbers), limit: 60) == shaped)
            #expect(shaped.map(\.rank) == Array(1...60))
        }
    }
}
