import SQLite
import Scharnier

extension SQLiteTransaction {
    func needDrafts(untouchedSince moment: Instant, limit: Int) throws -> [Need] {
        try needs(
            among: "SELECT id FROM need WHERE status = 'draft' AND updatedAt <= \(moment) LIMIT \(limit)")
    }

    func offerDrafts(untouchedSince moment: Instant, limit: Int) throws -> [Offer] {
        try offers(
            among: "SELECT id FROM offer WHERE status = 'draft' AND updatedAt <= \(moment) LIMIT \(limit)")
    }

    func introductionsWithTexts(endedBefore moment: Instant, limit: Int) throws -> [Introduction] {
        try introductions(
            among: """
                SELECT id FROM introduction WHERE status IN ('declined', 'lapsed') AND updatedAt <= \(moment)
                    AND (message IS NOT NULL OR overrideReason IS NOT NULL OR declineNote IS NOT NULL
                        OR EXISTS (SELECT 1 FROM transition WHERE subject = 'introduction'
                            AND subjectID = introduction.id AND note IS NOT NULL))
                LIMIT \(limit)
                """)
    }

    func contacts(unusedSince moment: Instant, today: Day, limit: Int) throws -> [Contact] {
        try contacts(where: "\(Self.isUnused(since: moment, today)) LIMIT \(limit)")
    }

    func contacts(
        of organization: Identifier<Organization>, unusedSince moment: Instant, today: Day
    ) throws -> [Contact] {
        try contacts(
            where: """
                organization = \(organization) AND \(Self.isUnused(since: moment, today)) ORDER BY createdAt, id
                """)
    }

    func privacyRequests(closedBefore moment: Instant, limit: Int) throws -> [PrivacyRequest] {
        try privacyRequests(where: "status = 'closed' AND updatedAt <= \(moment) LIMIT \(limit)")
    }

    func delete(_ request: PrivacyRequest) throws {
        try connection.run(
            "DELETE FROM transition WHERE subject = 'privacy_request' AND subjectID = \(request.id)")
        try connection.run("DELETE FROM privacyRequest WHERE id = \(request.id)")
    }

    func forgetNotes(before moment: Instant, limit: Int) throws -> Int {
        try connection.run(
            """
            UPDATE transition SET note = NULL WHERE position IN (
                SELECT position FROM transition WHERE note IS NOT NULL AND at <= \(moment) LIMIT \(limit))
            """)
        return Int(connection.changedRows)
    }

    func dropChanges(before moment: Instant, limit: Int) throws -> Int {
        let last =
            try connection.first(
                """
                SELECT max(sequence) FROM (SELECT sequence, at FROM change ORDER BY sequence LIMIT \(limit))
                WHERE at <= \(moment)
                """
            ) { try $0.next(Int64?.self) } ?? nil
        guard let last else { return 0 }
        try connection.run("DELETE FROM change WHERE sequence <= \(last)")
        let count = Int(connection.changedRows)
        try connection.run(
            "UPDATE meta SET oldestPosition = \(last) WHERE id = 1 AND oldestPosition < \(last)")
        return count
    }

    func dropImportReports(before moment: Instant, limit: Int) throws -> Int {
        try connection.run(
            """
            DELETE FROM importReport WHERE id IN (
                SELECT id FROM importReport WHERE createdAt <= \(moment) ORDER BY createdAt LIMIT \(limit))
            """)
        return Int(connection.changedRows)
    }

    func dropKeptAnswers(before moment: Instant, limit: Int) throws -> Int {
        try connection.run(
            """
            DELETE FROM keptAnswer WHERE (organization, key) IN (SELECT organization, key FROM keptAnswer
                WHERE keptAt <= \(moment) ORDER BY keptAt LIMIT \(limit))
            """)
        return Int(connection.changedRows)
    }

    func forgetTokens(endedBefore moment: Instant, limit: Int) throws -> Int {
        // A digest that belongs to no secret: each token has another, and none can be presented.
        try connection.run(
            """
            UPDATE accessToken SET label = 'gelöscht', digest = CAST(id || zeroblob(16) AS BLOB)
            WHERE id IN (SELECT id FROM accessToken WHERE label <> 'gelöscht'
                AND min(expiresAt, coalesce(revokedAt, expiresAt)) <= \(moment) LIMIT \(limit))
            """)
        shared.tokenStamp.change()
        return Int(connection.changedRows)
    }

    func retentionRuns(atMost limit: Int) throws -> [RetentionRun] {
        try connection.rows(
            "SELECT id, at, counts FROM retentionRun ORDER BY at DESC, id DESC LIMIT \(limit)"
        ) { row in
            RetentionRun(
                id: try row.next(), at: try row.next(),
                counts: RetentionRun.Count.list(try row.next(String.self)))
        }
    }

    func lastRetention() throws -> Instant {
        let last = try connection.first(
            "SELECT coalesce((SELECT max(at) FROM retentionRun), createdAt) FROM meta WHERE id = 1"
        ) { try $0.next(Instant.self) }
        return last ?? now
    }

    func insert(_ run: RetentionRun) throws {
        let counts = run.counts.map { "\($0.rule.rawValue)=\($0.rows)" }.joined(separator: " ")
        try connection.run(
            "INSERT INTO retentionRun (id, at, counts) VALUES (\(run.id), \(run.at), \(counts))")
    }
}

extension RetentionRun.Count {
    /// Reads what was written of counts; rules that this program no longer knows are left out.
    fileprivate static func list(_ text: String) -> [RetentionRun.Count] {
        text.split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: "=")
            guard parts.count == 2, let rule = RetentionRule(rawValue: String(parts[0])),
                let rows = Int(parts[1])
            else { return nil }
            return RetentionRun.Count(rule, rows)
        }
    }
}

extension SQLiteTransaction {
    /// Whether a person's contact is past its last day, or nothing was done for it since `moment`, and nothing is open.
    private static func isUnused(since moment: Instant, _ today: Day) -> SQL {
        // What keeps a contact is asked for last: it is looked up in an index for the few that are old.
        """
        erasedAt IS NULL AND restrictedAt IS NULL AND isFunctionAddress = 0
        AND (retainUntilOn < \(today) OR (retainUntilOn IS NULL AND updatedAt <= \(moment)
            AND NOT EXISTS (SELECT 1 FROM disclosure WHERE contact = contact.id AND at > \(moment))
            AND NOT EXISTS (SELECT 1 FROM need WHERE need.contact = contact.id
                AND need.updatedAt > \(moment))
            AND NOT EXISTS (SELECT 1 FROM offer WHERE offer.contact = contact.id
                AND offer.updatedAt > \(moment))
            AND NOT EXISTS (SELECT 1 FROM disclosure JOIN introduction
                ON introduction.id = disclosure.introduction WHERE disclosure.contact = contact.id
                AND introduction.updatedAt > \(moment))
            AND NOT EXISTS (SELECT 1 FROM disclosure JOIN commitment
                ON commitment.introduction = disclosure.introduction
                WHERE disclosure.contact = contact.id AND commitment.updatedAt > \(moment))))
        AND NOT EXISTS (SELECT 1 FROM need WHERE need.contact = contact.id AND status IN ('draft',
            'submitted', 'returned', 'published', 'partially_met', 'met', 'paused', 'stale'))
        AND NOT EXISTS (SELECT 1 FROM offer WHERE offer.contact = contact.id AND status IN ('draft',
            'submitted', 'active', 'partly_reserved', 'exhausted', 'paused', 'stale'))
        AND NOT EXISTS (SELECT 1 FROM areaAssignment WHERE areaAssignment.contact = contact.id
            AND (validTo IS NULL OR validTo >= \(today)))
        AND NOT EXISTS (SELECT 1 FROM privacyRequest WHERE privacyRequest.contact = contact.id
            AND status <> 'closed')
        AND NOT EXISTS (SELECT 1 FROM disclosure JOIN introduction
            ON introduction.id = disclosure.introduction WHERE disclosure.contact = contact.id
            AND introduction.status IN ('connected', 'in_talks'))
        AND NOT EXISTS (SELECT 1 FROM disclosure JOIN commitment
            ON commitment.introduction = disclosure.introduction
            WHERE disclosure.contact = contact.id AND commitment.status IN ('drafted', 'confirmed',
                'in_delivery', 'delivered', 'acknowledged', 'evaluated', 'disputed'))
        """
    }
}
