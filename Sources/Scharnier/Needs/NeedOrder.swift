extension Need {
    /// By what needs are sorted: only what everyone sees who sees the need, for an order tells what it is made from.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case publishedAt = "published_at"
        case neededByOn = "needed_by_on"
        case title
    }

    /// The title as it is sorted.
    package var titleKey: String? { content.title.map(SortText.key) }
}
