import Scharnier

extension Call {
    /// The order in which a list is asked for: `sort=-created_at,title`; the newest first unless told otherwise.
    ///
    /// - Throws: 400 for a key that the list does not have, for more than three, and for one that is there twice.
    func sortOrder<Key: SortKey>() throws(Problem) -> SortOrder<Key> {
        var terms: [SortTerm<Key>] = []
        for word in try query.list("sort") {
            let isDescending = word.hasPrefix("-")
            guard let key = Key(rawValue: isDescending ? String(word.dropFirst()) : word) else {
                throw Problem(parameter: "sort", .noSuchKey, allowed: Key.allCases.map(\.rawValue))
            }
            terms.append(SortTerm(key, isDescending: isDescending))
        }
        guard let order = SortOrder(terms) else { throw Problem(parameter: "sort", .badOrder) }
        return order
    }
}

extension Wording {
    fileprivate static let noSuchKey = Wording(
        "Danach lässt sich hier nicht sortieren.", "This list cannot be sorted by that.")
    fileprivate static let badOrder = Wording(
        "Erlaubt sind höchstens 3 verschiedene Schlüssel.", "Allowed are 3 different keys at most.")
}
