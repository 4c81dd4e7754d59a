/// The letter groups that are most telling of a document: hashes ascending, each with a weight.
package struct Grams: Sendable, Equatable {
    /// Hashes of the groups, ascending.
    package let hashes: [UInt32]

    /// How telling each is, 1…255 in proportion.
    package let weights: [UInt8]

    /// What two documents are alike in is mostly in fewer groups; a group takes five octets.
    package static let most = 256

    /// Hashes, ascending, with their weights.
    package init(hashes: [UInt32], weights: [UInt8]) {
        self.hashes = hashes
        self.weights = weights
    }

    /// The strongest of these groups by (1 + ln count) · rarity; of equal ones, those with the lower hashes.
    init(_ groups: [GramReader.Counted], _ statistics: Statistics) {
        // The weight above, the hash below, so that whole numbers are sorted.
        var ranked = groups.map { group in
            let weight = Self.weight(of: group, statistics)
            return weight << 32 | UInt64(~group.hash)
        }
        ranked.sort(by: >)
        let greatest = max(1, (ranked.first ?? 0) >> 32)
        let kept = ranked.prefix(Self.most).map { entry in
            UInt64(~UInt32(truncatingIfNeeded: entry)) << 32 | entry >> 32
        }.sorted()
        hashes = kept.map { UInt32(truncatingIfNeeded: $0 >> 32) }
        weights = kept.map { UInt8(max(1, (($0 & 0xFFFF_FFFF) * 255 + greatest / 2) / greatest)) }
    }

    /// Below 2^32: a count of 10^4 and a rarity of 20 are 2^16 each.
    private static func weight(of group: GramReader.Counted, _ statistics: Statistics) -> UInt64 {
        let rarity = statistics.gramRarities[UInt64(group.hash)] ?? statistics.unseenGramRarity
        let count = UInt64(Logarithm.unit + Logarithm.natural(UInt64(group.count)))
        // Without statistics every group is as rare as any other.
        return min(count * UInt64(max(1, rarity)), UInt64(UInt32.max))
    }
}
