/// What is removed when its time is over (domain.md §12.6, operations.md §9).
package enum RetentionRule: String, CaseIterable, Sendable {
    case needDrafts = "need_drafts"
    case offerDrafts = "offer_drafts"
    case introductionTexts = "introduction_texts"
    case contacts
    case notes
    case privacyRequests = "privacy_requests"
    case feedEntries = "feed_entries"
    case importReports = "import_reports"
    case keptAnswers = "kept_answers"
    case tokens
}

/// One run of all rules, and how many rows each of them found.
package struct RetentionRun: Equatable, Identifiable, Sendable {
    package let id: Identifier<RetentionRun>
    package let at: Instant

    /// In the order of the rules, those that found nothing too.
    package let counts: [Count]

    /// What one rule found.
    package struct Count: Equatable, Sendable {
        package let rule: RetentionRule
        package let rows: Int

        /// So many rows.
        package init(_ rule: RetentionRule, _ rows: Int) {
            self.rule = rule
            self.rows = rows
        }
    }

    /// A run put together from what is kept of it.
    package init(id: Identifier<RetentionRun>, at: Instant, counts: [Count]) {
        self.id = id
        self.at = at
        self.counts = counts
    }
}

/// Looks up earlier runs.
package protocol RetentionReading {
    /// The last runs, newest first.
    func retentionRuns(atMost limit: Int) throws -> [RetentionRun]

    /// The people's contacts of an organisation whose own last day is before `today`, or for which nothing was done
    /// since `moment`; as for the city's in ``RetentionRepository/contacts(unusedSince:today:limit:)``.
    func contacts(
        of organization: Identifier<Organization>, unusedSince moment: Instant, today: Day
    ) throws -> [Contact]

    /// When the last run was; before the first one, when the city was founded.
    func lastRetention() throws -> Instant
}

/// Finds what is over and removes it; each call deals with at most `limit` rows and tells how many there were.
package protocol RetentionRepository: RetentionReading {
    /// Drafts that nobody touched since `moment`.
    func needDrafts(untouchedSince moment: Instant, limit: Int) throws -> [Need]
    func offerDrafts(untouchedSince moment: Instant, limit: Int) throws -> [Offer]

    /// Introductions that were declined or lapsed before `moment` and in which something written is left.
    func introductionsWithTexts(endedBefore moment: Instant, limit: Int) throws -> [Introduction]

    /// People's contacts whose own last day is before `today`, or for which nothing was done since `moment`.
    ///
    /// Whatever is live or open and names one keeps it, as does an open privacy request.
    func contacts(unusedSince moment: Instant, today: Day, limit: Int) throws -> [Contact]

    /// Privacy requests that were closed before `moment`.
    func privacyRequests(closedBefore moment: Instant, limit: Int) throws -> [PrivacyRequest]

    /// Forgets a request, with its log.
    func delete(_ request: PrivacyRequest) throws

    /// Empties remarks in logs.
    func forgetNotes(before moment: Instant, limit: Int) throws -> Int

    /// Drops the oldest entries of the feed, which is complete from there on.
    func dropChanges(before moment: Instant, limit: Int) throws -> Int
    func dropImportReports(before moment: Instant, limit: Int) throws -> Int
    func dropKeptAnswers(before moment: Instant, limit: Int) throws -> Int

    /// Takes away what tokens were called, and what their secrets were compared with.
    func forgetTokens(endedBefore moment: Instant, limit: Int) throws -> Int

    /// Has the files lose what this transaction removed.
    func noteRemoval() throws

    /// Keeps a run.
    func insert(_ run: RetentionRun) throws
}
