/// What a column says about people (operations.md §9); every column of the schema has one.
package enum DataKind: String, CaseIterable, Sendable {
    /// Nothing: states, quantities, areas, codes.
    case none
    /// Something about an organisation, which may be a single person.
    case organization
    /// Something about a natural person, or how to reach one.
    case contact
    /// A text in which anybody may have written about anybody.
    case freeText = "free_text"
    /// Only what the program needs: keys, orders, sums.
    case technical
    /// What gives access, or proves it.
    case secret
}

extension DataKind {
    /// Whether the value may be about a person.
    package var isPersonal: Bool {
        switch self {
        case .organization, .contact, .freeText: true
        case .none, .technical, .secret: false
        }
    }
}
