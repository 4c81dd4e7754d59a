import Scharnier

/// How long things are kept (domain.md §12.6, operations.md §9); what is over goes with the next run.
extension Key {
    static let retention: [Key] = [
        .integer(
            "retention_draft_days", \.retention.drafts, days,
            "Tage, nach denen ein Entwurf gelöscht wird, den niemand mehr anfasst.",
            "Days after which a draft that nobody touches is removed."),
        .integer(
            "retention_introduction_days", \.retention.introductions, days,
            "Tage, nach denen Texte abgelehnter und verfallener Vermittlungen gelöscht werden.",
            "Days after which texts of declined and lapsed introductions are removed."),
        .integer(
            "retention_contact_days", \.retention.contacts, days,
            "Tage nach dem letzten Vorgang, nach denen eine Ansprechperson anonym wird.",
            "Days after the last matter after which a contact becomes anonymous."),
        .integer(
            "retention_contact_notice_days", \.retention.contactNotice, 0...365,
            "Tage vorher, an denen ihre Organisation gefragt wird, ob sie noch gebraucht wird.",
            "Days ahead that its organisation is asked whether it is still needed."),
        .integer(
            "retention_note_days", \.retention.notes, days,
            "Tage, nach denen Vermerke in Verläufen gelöscht werden; die Verläufe bleiben.",
            "Days after which remarks in logs are removed; the logs stay."),
        .integer(
            "retention_request_days", \.retention.requests, days,
            "Tage nach dem Abschluss, nach denen ein Datenschutzanliegen gelöscht wird.",
            "Days after its end after which a privacy request is removed."),
        .integer(
            "retention_feed_days", \.retention.feed, days,
            "Tage, die die Änderungsliste zurückreicht; wer länger fernbleibt, liest alles neu.",
            "Days that the change feed goes back; who stays away longer reads everything anew."),
        .integer(
            "retention_report_days", \.retention.importReports, days,
            "Tage, die Berichte von Einspielungen bleiben.", "Days that reports of imports stay."),
        .integer(
            "retention_token_days", \.retention.tokens, days,
            "Tage nach dem Ende eines Tokens, nach denen sein Name gelöscht wird.",
            "Days after the end of a token after which its name is removed."),
    ]

    /// At least a day, so that a slip of the pen does not empty a city at once; up to ten years.
    private static let days = 1...3653
}
