/// How long things are kept: the city's choice, with the defaults of domain.md §12.6 and operations.md §9, in days.
package struct RetentionRules: Equatable, Sendable {
    /// A draft that nobody touches any more.
    package var drafts = 365

    /// What was written in an introduction that came to nothing.
    package var introductions = 365

    /// A contact for which nothing was done any more.
    package var contacts = 730

    /// How long before that its organisation is asked whether it is still needed.
    package var contactNotice = 30

    /// Remarks in logs.
    package var notes = 730

    /// What a person asked for, after it was dealt with: until claims lapse (BGB §195, three years).
    package var requests = 1095

    /// The feed, and reports of imports.
    package var feed = 400
    package var importReports = 30

    /// What a token was called, after it ended.
    package var tokens = 365

    /// The specification's defaults.
    package init() {}
}
