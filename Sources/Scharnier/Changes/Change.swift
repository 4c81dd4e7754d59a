/// A kind of thing that has a version and appears in the change feed.
package enum Subject: String, CaseIterable, Sendable {
    case organization, contact, need, offer, introduction, membership, area
    case taxonomyTerm = "taxonomy_term"
    case areaAssignment = "area_assignment"
    case responsibility, commitment, programme, idea
    case privacyRequest = "privacy_request"
    case allocationPlan = "allocation_plan"
}

/// One entry of the change feed (api.md §10): thin, so that a tombstone holds nothing to erase.
package struct Change: Equatable, Sendable {
    /// The position: one counter for the whole instance.
    package let sequence: Int64
    package let subject: Subject
    package let id: Identifier<Change>

    /// Whether the thing is gone since this entry.
    package let isDeletion: Bool

    /// Whether copies of how it was before must be erased.
    package let isErasure: Bool

    /// Who could see it before, and who can see it since.
    package let before: Audience
    package let after: Audience

    /// The organisation that made the change; none for the product itself.
    package let origin: Identifier<Organization>?
    package let at: Instant

    /// An entry put together from what is kept of it.
    package init(
        sequence: Int64, subject: Subject, id: Identifier<Change>, isDeletion: Bool, isErasure: Bool = false,
        before: Audience, after: Audience, origin: Identifier<Organization>?, at: Instant
    ) {
        self.isErasure = isErasure
        self.sequence = sequence
        self.subject = subject
        self.id = id
        self.isDeletion = isDeletion
        self.before = before
        self.after = after
        self.origin = origin
        self.at = at
    }

    /// What a change means to one reader.
    package enum Effect: String, CaseIterable, Sendable {
        /// Fetch it.
        case upsert
        /// You may no longer see it: drop your copy.
        case remove
        /// It is gone.
        case delete
        /// Erase copies and backups of how it was; what is left of it can be fetched, if you may still see it.
        case erase
    }

    /// Whether there is something left of it that `party` may see.
    package func isShown(to party: Party) -> Bool { !isDeletion && after.includes(party) }

    /// What the change means to `party`; `nil` if it concerns nothing the party could or can see.
    package func effect(for party: Party) -> Effect? {
        if isErasure { return before.includes(party) || isShown(to: party) ? .erase : nil }
        if isDeletion { return before.includes(party) ? .delete : nil }
        if after.includes(party) { return .upsert }
        return before.includes(party) ? .remove : nil
    }
}

/// Reads the change feed.
package protocol ChangeReading {
    /// The position of the last committed change; 0 if there is none.
    func lastPosition() throws -> Int64

    /// The oldest position from which the feed is complete.
    func oldestPosition() throws -> Int64

    /// Whether a restored backup had not seen `position`, which is then never reached again.
    func isCutOff(_ position: Int64) throws -> Bool

    /// Up to `limit` entries behind `position`, in order.
    func changes(after position: Int64, limit: Int) throws -> [Change]
}

/// Writes the change feed.
package protocol ChangeRepository: ChangeReading {
    /// Announces that a thing changes in this transaction; the result is its new version.
    ///
    /// One entry per thing and transaction: a second call gives the same number, and keeps the first
    /// `before`.
    func announce(
        _ subject: Subject, _ id: Identifier<Change>, before: Audience, after: Audience, isDeletion: Bool,
        by origin: Identifier<Organization>?
    ) throws -> Int64

    /// Has the readers of an entry of this transaction erase their copies.
    func noteErasure(at position: Int64) throws

    /// Has a backup that is restored later lose these texts of a record again, unless it is younger than `position`.
    func noteRedaction(of paths: [String], in subject: Subject, _ id: Identifier<Change>, at position: Int64)
        throws
}

/// The part of the feed that one reader gets.
package struct FeedPage: Equatable, Sendable {
    /// What the reader is told, in order.
    package let entries: [Entry]

    /// The position to go on from; moves past what the reader cannot see.
    package let nextAfter: Int64

    /// Whether there is more behind it now.
    package let hasMore: Bool

    /// A change and what it means to the reader.
    package struct Entry: Equatable, Sendable {
        package let change: Change
        package let effect: Change.Effect
    }
}

extension ChangeReading {
    /// How many entries one call looks at, visible or not: bounds the work of a call.
    package static var entriesPerScan: Int { 5_000 }

    /// What changed for `party` behind `position`: at most `limit` entries it may know of.
    package func feed(
        after position: Int64, limit: Int, subjects: Set<Subject>, for party: Party
    ) throws -> FeedPage {
        let changes = try changes(after: position, limit: Self.entriesPerScan)
        var entries: [FeedPage.Entry] = []
        var last = position
        for change in changes where entries.count < limit {
            last = change.sequence
            guard subjects.contains(change.subject), let effect = change.effect(for: party) else { continue }
            entries.append(.init(change: change, effect: effect))
        }
        let hasMore = last < (changes.last?.sequence ?? position) || changes.count == Self.entriesPerScan
        return FeedPage(entries: entries, nextAfter: last, hasMore: hasMore)
    }
}
