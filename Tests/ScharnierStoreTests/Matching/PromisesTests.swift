import Scharnier
import ScharnierStore
import Testing

/// What was promised in some time (domain.md §7.3, coverage).
@Suite struct PromisesTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    /// A commitment of this status, taken at this moment, for an area.
    private func promise(
        _ status: Commitment.Status = .confirmed, at moment: Int64?, area: String? = "market",
        _ lines: [Commitment.Line] = []
    ) throws {
        let introduction = try city.introduction()
        var content = Commitment.Content(legalNature: .other)
        content.attributionArea = area.map { city.area($0) }
        let commitment = Commitment(
            id: sampleID(), introduction: introduction.id, need: introduction.need, offer: nil,
            carrier: city.carrier.id, supplier: city.giver.id, host: nil, broker: nil, content: content,
            lines: lines, status: status, takenAt: moment.map { Instant(milliseconds: $0) },
            areas: introduction.areas, createdAt: city.clock.now, updatedAt: city.clock.now)
        try city.store.write { try $0.insert(commitment) }
    }

    private func line(_ quantity: Int64, _ kind: ResourceKind, valuedAt cents: Int64? = nil)
        -> Commitment.Line
    {
        let valuation = Commitment.Valuation(method: .marketPrice, cents: cents, valuedBy: .supplier)
        return .init(
            content: .init(item: sampleID(), quantity: quantity, valuation: kind == .money ? nil : valuation),
            kind: kind, unit: kind == .money ? nil : .piece)
    }

    private func promises(since moment: Int64) throws -> Promises {
        try city.store.read { try $0.promises(since: Instant(milliseconds: moment)) }
    }

    @Test func `what was taken since a moment counts for its carrier, unless it was cancelled`() throws {
        try promise(.drafted, at: nil)
        #expect(try promises(since: 0) == Promises())
        try promise(.confirmed, at: 99)
        try promise(.closed, at: 100)
        try promise(.disputed, at: 101)
        try promise(.cancelled, at: 102)
        try promise(.cancelled, at: nil)
        #expect(try promises(since: 100).counts == [city.carrier.id: 2])
        #expect(try promises(since: 0).counts == [city.carrier.id: 3])
        #expect(try promises(since: 102).counts.isEmpty)
    }

    @Test func `an area got the money, and what other things are valued at`() throws {
        try promise(at: 7, [line(5_000, .money), line(3, .goods, valuedAt: 700), line(9, .service)])
        try promise(at: 8, [line(1, .money)])
        try promise(at: 9, area: "harbour", [line(2, .money)])
        try promise(at: 9, area: nil, [line(4, .money)])
        try promise(.cancelled, at: 9, [line(8, .money)])
        #expect(
            try promises(since: 7).cents == [city.area("market"): 5_701, city.area("harbour"): 2])
        #expect(try promises(since: 8).cents == [city.area("market"): 1, city.area("harbour"): 2])
    }
}
