import Scharnier

/// What callers may ask of a list: its parameters, and what each of them may hold (api.md §8).
///
/// Said once: from it follow what is refused as unknown and what the contract has to say.
package struct ListForm: Sendable {
    /// What leaves out some of the records.
    package let filters: [Filter]

    /// By what the list can be sorted.
    package let sortKeys: [String]

    /// Whether it can be searched for words.
    package let isSearchable: Bool

    /// A list with these filters, in any order of its keys.
    init<Key: SortKey>(sortedBy _: Key.Type, isSearchable: Bool = false, _ filters: [Filter]) {
        self.filters = filters
        self.isSearchable = isSearchable
        sortKeys = Key.allCases.map(\.rawValue)
    }

    /// The names of all its parameters.
    package var parameters: Set<String> {
        Set(["cursor", "limit", "sort", "count"] + (isSearchable ? ["q"] : []) + filters.map(\.name))
    }

    /// Parameters that change what of a page is shown, but not which records there are, nor their order.
    static let views = ItemForm.parameters.union(["cursor", "limit", "count"])

    /// A parameter that leaves out what does not fit; several of them must all fit.
    package struct Filter: Sendable {
        package let name: String
        package let values: Values
    }

    /// What a filter holds.
    package enum Values: Equatable, Sendable {
        /// Words of a fixed list, at most fifty, separated by commas: what has one of them.
        case words([String])
        /// Identifiers, at most fifty, separated by commas.
        case identifiers
        /// Codes of a taxonomy, at most fifty, separated by commas.
        case codes
        /// One identifier.
        case identifier
        /// A day.
        case day
        /// `true` or `false`.
        case boolean
    }
}

extension ListForm.Filter {
    /// A filter by the words of a type.
    static func words<Word: RawRepresentable<String> & CaseIterable>(_ name: String, _: Word.Type) -> Self {
        Self(name: name, values: .words(Word.allCases.map(\.rawValue)))
    }

    /// A filter by identifiers.
    static func identifiers(_ name: String) -> Self { Self(name: name, values: .identifiers) }

    /// A filter by one identifier.
    static func identifier(_ name: String) -> Self { Self(name: name, values: .identifier) }

    /// A filter by codes.
    static func codes(_ name: String) -> Self { Self(name: name, values: .codes) }

    /// A filter by a day.
    static func day(_ name: String) -> Self { Self(name: name, values: .day) }

    /// A filter by a fact.
    static func boolean(_ name: String) -> Self { Self(name: name, values: .boolean) }
}
