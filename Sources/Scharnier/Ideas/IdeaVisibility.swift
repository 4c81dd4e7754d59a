extension Idea {
    /// Who may know of it: whoever has a token, and everyone once it is published; of a dropped one its parties.
    package var audience: Audience {
        let openness: Audience.Openness =
            switch status {
            case .submitted: .registered
            case .published, .adopted: .everyone
            case .dropped: .cityReaders
            }
        return Audience(
            openness, organizations: [organization, adoption?.carrier],
            areas: content.areas + [recordedForArea].compactMap { $0 })
    }

    /// How `party` stands to it, which decides what fields it shows.
    package func closeness(of party: Party) -> Closeness {
        if party.role == .cityAdmin { return .city }
        if party.isFrom(organization) { return .own }
        return !audience.members.isDisjoint(with: party.memberships) ? .party : .anyone
    }

    /// The words of what everyone reads who sees the idea at all.
    package var words: WordList { WordList([content.title, content.text]) }

    /// By what ideas are sorted: only what everyone sees who sees the idea.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case title
    }

    /// The title as it is sorted.
    package var titleKey: String { SortText.key(content.title) }
}
