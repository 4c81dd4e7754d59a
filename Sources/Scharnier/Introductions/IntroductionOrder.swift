extension Introduction {
    /// By what introductions are sorted.
    package enum SortKey: String, Scharnier.SortKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case answerDueAt = "answer_due_at"
    }
}
