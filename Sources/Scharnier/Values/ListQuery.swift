/// What every list is asked for besides its filters.
package protocol ListQuery {
    associatedtype Key: SortKey

    /// Who asks.
    var party: Party { get }

    /// In which order the records come.
    var order: SortOrder<Key> { get set }

    /// Behind which record the page begins.
    var after: PageKey? { get set }

    /// How many records a page has at most.
    var limit: Int { get set }

    /// Whether all records are counted that the party may know of and that fit.
    var isCounted: Bool { get set }
}

/// A list that can be searched.
package protocol SearchableQuery: ListQuery {
    /// Words that the records must have in what everyone reads of them; none: all records.
    var words: WordQuery? { get set }
}
