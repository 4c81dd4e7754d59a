extension RetentionRule {
    /// The moment before which something is over.
    func end(at now: Instant, by rules: RetentionRules) -> Instant {
        switch self {
        case .needDrafts, .offerDrafts: now.adding(days: -rules.drafts)
        case .introductionTexts: now.adding(days: -rules.introductions)
        case .contacts: now.adding(days: -rules.contacts)
        case .notes: now.adding(days: -rules.notes)
        case .privacyRequests: now.adding(days: -rules.requests)
        case .feedEntries: now.adding(days: -rules.feed)
        case .importReports: now.adding(days: -rules.importReports)
        case .keptAnswers: now.adding(seconds: -KeptAnswer.lifetimeSeconds)
        case .tokens: now.adding(days: -rules.tokens)
        }
    }
}

extension WriteTransaction {
    /// Removes what a rule finds over now, at most `limit` rows of it.
    ///
    /// - Returns: how many there were; fewer than `limit` when nothing is left.
    package func retain(by rule: RetentionRule, limit: Int, as party: Party) throws -> Int {
        let end = rule.end(at: now, by: retention)
        let count =
            switch rule {
            case .needDrafts:
                try purged(try needDrafts(untouchedSince: end, limit: limit)) { try purge($0, as: party) }
            case .offerDrafts:
                try purged(try offerDrafts(untouchedSince: end, limit: limit)) { try purge($0, as: party) }
            case .introductionTexts:
                try purged(try introductionsWithTexts(endedBefore: end, limit: limit)) {
                    try eraseTexts(of: $0, because: "introduction.retention", as: party)
                }
            case .contacts:
                try purged(try contacts(unusedSince: end, today: today, limit: limit)) {
                    try erase($0, as: party)
                }
            case .privacyRequests:
                try purged(try privacyRequests(closedBefore: end, limit: limit)) { try purge($0, as: party) }
            case .notes: try forgetNotes(before: end, limit: limit)
            case .feedEntries: try dropChanges(before: end, limit: limit)
            case .importReports: try dropImportReports(before: end, limit: limit)
            case .keptAnswers: try dropKeptAnswers(before: end, limit: limit)
            case .tokens: try forgetTokens(endedBefore: end, limit: limit)
            }
        if count > 0 { try noteRemoval() }
        return count
    }

    /// Logs a run with its counts.
    package func noteRetention(_ counts: [RetentionRun.Count], as party: Party) throws -> RetentionRun {
        let run = RetentionRun(id: newID(), at: now, counts: counts)
        try insert(run)
        let found = counts.filter { $0.rows > 0 }.map(\.rule.rawValue)
        try audit("retention.run", .init("retention_run", run.id), fields: found, as: party)
        return run
    }

    private func purged<Item>(_ items: [Item], _ purge: (Item) throws -> Void) throws -> Int {
        for item in items { try purge(item) }
        return items.count
    }

    private func purge(_ need: Need, as party: Party) throws {
        _ = try announce(
            .need, .init(need.id), before: need.audience, after: .none, isDeletion: true,
            by: party.organization)
        try delete(need)
        try forgetExternalReferences(of: .init(need.id))
        try audit("need.purge", .init("need", need.id), fields: [], as: party)
    }

    private func purge(_ offer: Offer, as party: Party) throws {
        _ = try announce(
            .offer, .init(offer.id), before: offer.audience, after: .none, isDeletion: true,
            by: party.organization)
        try delete(offer)
        try forgetExternalReferences(of: .init(offer.id))
        try audit("offer.purge", .init("offer", offer.id), fields: [], as: party)
    }

    private func purge(_ request: PrivacyRequest, as party: Party) throws {
        _ = try announce(
            .privacyRequest, .init(request.id), before: audience(of: request), after: .none,
            isDeletion: true, by: party.organization)
        try delete(request)
        try audit("privacy_request.purge", .init("privacy_request", request.id), fields: [], as: party)
    }
}
