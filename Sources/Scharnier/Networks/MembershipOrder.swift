extension Membership {
    /// By what memberships are sorted.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }
}
