extension Programme {
    /// Who may know of it: everyone while it is published; drafts are one's own.
    package var audience: Audience {
        let openness: Audience.Openness =
            switch status {
            case .draft: .parties
            case .published: .everyone
            case .suspended, .closed: .cityReaders
            }
        return Audience(openness, organizations: [organization])
    }

    /// How `party` stands to it, which decides what fields it shows.
    package func closeness(of party: Party) -> Closeness {
        if party.role == .cityAdmin { return .city }
        return party.isFrom(organization) ? .own : .anyone
    }

    /// The words of what everyone reads who sees the programme at all.
    package var words: WordList {
        WordList(
            [content.title, content.summary, content.policy?.note] + content.awards.map(\.recipient))
    }

    /// By what programmes are sorted: only what everyone sees who sees the programme.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case title
    }

    /// The title as it is sorted.
    package var titleKey: String { SortText.key(content.title) }
}
