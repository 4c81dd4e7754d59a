/// A need in a ranked list, as far as shaping looks at it (matching.md §6).
package struct ListEntry: Equatable, Sendable {
    /// The need.
    package let id: UInt128

    /// Whom it is for: of a hosted need, the real carrier.
    package let carrier: UInt128

    /// Needs of one carrier that say nearly the same share a group; otherwise it is the need itself.
    package let group: UInt128

    /// Centipoints.
    package let score: Int
    package let fit: Int

    /// When it was first published; of needs that say the same, the first is shown.
    package let firstPublished: Int64

    /// What decides between equal scores, the smaller first: chance that stays the same for a day and a reader.
    package let tie: UInt64

    /// A need with its place in the order.
    package init(
        id: UInt128, carrier: UInt128, group: UInt128, score: Int, fit: Int, firstPublished: Int64,
        tie: UInt64
    ) {
        (self.id, self.carrier, self.group) = (id, carrier, group)
        (self.score, self.fit, self.firstPublished, self.tie) = (score, fit, firstPublished, tie)
    }
}

/// A need where it is shown, and why there.
package struct ShapedEntry: Equatable, Sendable {
    /// What moved an entry away from where its score had put it.
    package enum Mover: String, CaseIterable, Sendable {
        case ledger
        case carrierLimit = "carrier_limit"
        case discovery
    }

    package let entry: ListEntry

    /// Its place by score alone, from 1.
    package let rankByScore: Int

    /// Its place, from 1.
    package internal(set) var rank: Int
    package internal(set) var movedBy: [Mover] = []

    /// Whether it has the place that is kept for those who were not seen lately.
    package var isDiscovery: Bool { movedBy.contains(.discovery) && rank == Shaper.discoveryRank }

    /// Needs of the same carrier that say nearly the same and are not shown.
    package internal(set) var collapsed: [UInt128] = []
}
