/// How far areas are behind others of their type in what was committed to them (domain.md §7.3, coverage).
struct Deficits {
    /// By the number of the area; where it is not known, the area is missing.
    private(set) var byArea: [Int: Int64] = [:]

    /// Without inhabitants or others to compare with, neither behind nor ahead.
    static let unknown: Int64 = 50

    /// Cents for so many inhabitants.
    private struct Share {
        let area: Int
        let cents: Int64
        let population: Int64

        /// Whether an inhabitant got more than in `other`; 128 bits, for cents reach 10^12 and more.
        func exceeds(_ other: Share) -> Bool {
            Int128(cents) * Int128(other.population) > Int128(other.cents) * Int128(population)
        }
    }

    /// Compares valid areas with known population by the value committed per inhabitant.
    init(_ cents: [Identifier<Area>: Int64], areas: AreaTable) {
        let shares = areas.entries.enumerated().compactMap { number, entry -> Share? in
            guard entry.isValid, let population = entry.area.population, population > 0 else { return nil }
            return Share(area: number, cents: cents[entry.area.id] ?? 0, population: population)
        }
        for group in Dictionary(grouping: shares, by: { areas.kind($0.area) }).values { rank(group) }
    }

    private mutating func rank(_ shares: [Share]) {
        guard shares.count > 1 else { return }
        let ordered = shares.sorted { $0.exceeds($1) }
        var higher = 0
        for (position, share) in ordered.enumerated() {
            if ordered[higher].exceeds(share) { higher = position }
            byArea[share.area] = 100 * Int64(higher) / Int64(ordered.count - 1)
        }
    }
}
