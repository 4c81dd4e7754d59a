extension Offer {
    /// By what offers are sorted: only what everyone sees who sees the offer.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case activatedAt = "activated_at"
        case title
    }

    /// The title as it is sorted.
    package var titleKey: String? { content.title.map(SortText.key) }
}
