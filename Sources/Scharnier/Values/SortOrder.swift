/// The order of a list: by one key, where that is equal by the next, and at the end by the identifier (api.md §8).
///
/// What has nothing in a key comes last, whichever way the key is read. The identifier is read in the direction of the
/// last key.
package struct SortOrder<Key: SortKey>: Equatable, Sendable {
    /// The keys, the first of them deciding first; none: the newest first.
    package let terms: [SortTerm<Key>]

    /// How many keys an order has at most (api.md §8).
    package static var mostKeys: Int { 3 }

    /// An order by these keys, without any the newest first; `nil` for too many, or for one that is there twice.
    package init?(_ terms: [SortTerm<Key>]) {
        let names = Set(terms.map(\.key.rawValue))
        guard terms.count <= Self.mostKeys, names.count == terms.count else { return nil }
        self.terms = terms
    }

    /// The newest first.
    package init() { terms = [] }
}

/// A key of a list's order, by its name on the wire.
package protocol SortKey: RawRepresentable<String>, CaseIterable, Equatable, Sendable {}

/// One key of an order.
package struct SortTerm<Key: SortKey>: Equatable, Sendable {
    package let key: Key

    /// Whether the greatest comes first.
    package let isDescending: Bool

    /// A key, read from its least or its greatest value.
    package init(_ key: Key, isDescending: Bool) {
        self.key = key
        self.isDescending = isDescending
    }
}

/// What a record has in a key of an order.
package enum SortValue: Equatable, Sendable {
    case none
    case number(Int64)
    case text(String)
}
