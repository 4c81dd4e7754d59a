extension Organization {
    /// By what organisations are sorted: only what everyone sees who sees the organisation.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case name
    }

    /// The name that everyone sees: that of a private person is for parties (domain.md §4.1).
    package var publicName: String { profile.legalForm == .privatePerson ? "Privatperson" : profile.name }

    /// The name as it is sorted, whoever asks: the place of a private person in a list tells nothing of its name.
    package var nameKey: String { SortText.key(publicName) }
}
