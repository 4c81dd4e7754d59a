/// Finds the records that may wait for somebody: more than do, for the domain decides.
package protocol InboxReading {
    /// Needs in `party`'s audience that are submitted, returned or stale, ask for review, or are stale at `moment`.
    func needsWaiting(for party: Party, until moment: Instant) throws -> [Need]

    /// Offers in `party`'s audience that are stale, or will be at `moment`.
    func offersWaiting(for party: Party, until moment: Instant) throws -> [Offer]

    /// Introductions in `party`'s audience that are open.
    func introductionsWaiting(for party: Party) throws -> [Introduction]

    /// Organisations in `party`'s audience that nobody verified, or that state a tax status.
    func organizationsWaiting(for party: Party) throws -> [Organization]

    /// Memberships in `party`'s audience that a network was asked for.
    func membershipsWaiting(for party: Party) throws -> [Membership]

    /// Commitments in `party`'s audience that wait for somebody.
    func commitmentsWaiting(for party: Party) throws -> [Commitment]
}

extension ReadTransaction {
    /// Everything that waits for `party`, what is acute and due first at the top; empty when all is done (F-20).
    package func inbox(of party: Party) throws -> [InboxTask] {
        var desk = Desk(party: party)
        let notice = now.adding(days: max(timers.staleNotice.days, timers.staleNotice.acuteDays))
        for need in try needsWaiting(for: party, until: notice) { try take(need, to: &desk) }
        for offer in try offersWaiting(for: party, until: notice) { try take(offer, to: &desk) }
        for introduction in try introductionsWaiting(for: party) { try take(introduction, to: &desk) }
        for organization in try organizationsWaiting(for: party) { try take(organization, to: &desk) }
        for membership in try membershipsWaiting(for: party) { try take(membership, to: &desk) }
        for commitment in try commitmentsWaiting(for: party) { try take(commitment, to: &desk) }
        try takePrivacy(to: &desk)
        try takeContacts(to: &desk)
        return desk.tasks.sorted(by: InboxTask.comes)
    }

    private func take(_ need: Need, to desk: inout Desk) throws {
        let waiting = need.waiting(at: now, by: timers)
        guard !waiting.isEmpty else { return }
        let actors = need.actors(of: desk.party, carrier: try organization(need.carrier))
        for step in waiting where !step.actors.isDisjoint(with: actors) {
            let dueAt = need.due(step.kind, since: try since(need), by: timers)
            desk.add(
                InboxTask(
                    step.kind, .need, .init(need.id), title: need.content.title,
                    isAcute: need.content.horizon == .acute, dueAt: dueAt))
        }
    }

    /// Since when a need is as it is: its last change of state, or its last change where it changed no state.
    func since(_ need: Need) throws -> Instant {
        guard !need.needsReview else { return need.updatedAt }
        return try lastStep(of: .need, .init(need.id), to: need.status.rawValue) ?? need.updatedAt
    }

    /// When the record came to a state last.
    private func lastStep(of subject: Subject, _ id: Identifier<Change>, to state: String) throws -> Instant?
    {
        try transitions(of: subject, id).last { $0.to == state && $0.from != state }?.at
    }

    private func take(_ offer: Offer, to desk: inout Desk) throws {
        guard offer.isWaiting(at: now, by: timers) else { return }
        let actors = offer.actors(of: desk.party, supplier: try organization(offer.organization))
        guard actors.contains(.owner) else { return }
        desk.add(
            InboxTask(
                .confirmOffer, .offer, .init(offer.id), title: offer.content.title,
                dueAt: offer.freshness?.staleAt))
    }

    private func take(_ introduction: Introduction, to desk: inout Desk) throws {
        guard let waiting = introduction.waiting else { return }
        let actors = introduction.actors(
            of: desk.party, carrier: try organization(introduction.carrier),
            supplier: try organization(introduction.supplier))
        guard !waiting.actors.isDisjoint(with: actors) else { return }
        // A side that is asked may not yet know of a need that is not public.
        let need = try need(introduction.need).flatMap { $0.audience.includes(desk.party) ? $0 : nil }
        desk.add(
            InboxTask(
                waiting.kind, .introduction, .init(introduction.id), title: need?.content.title,
                isAcute: need?.content.horizon == .acute, dueAt: introduction.waitsUntil))
    }

    private func take(_ organization: Organization, to desk: inout Desk) throws {
        var actors = organization.actors(of: desk.party)
        if !organization.lifeActors(of: desk.party).isDisjoint(with: [.owner]) { actors.insert(.owner) }
        for step in organization.waiting(on: today) where !step.actors.isDisjoint(with: actors) {
            desk.add(
                InboxTask(
                    step.kind, .organization, .init(organization.id), title: organization.profile.name,
                    dueAt: try due(step.kind, organization)))
        }
    }

    private func due(_ kind: InboxTask.Kind, _ organization: Organization) throws -> Instant? {
        switch kind {
        case .verifyOrganization:
            let state = organization.verification.status.rawValue
            let since = try lastStep(of: .organization, .init(organization.id), to: state)
            return (since ?? organization.createdAt).adding(workingDays: timers.verifyWorkingDays)
        case .renewTaxStatus:
            return organization.profile.taxStatus?.receiptsUntil.map { LocalTime.start(of: $0.adding(1)) }
        default: return nil
        }
    }

    private func takePrivacy(to desk: inout Desk) throws {
        let isCity = desk.party.role == .cityAdmin
        if isCity {
            for request in try privacyRequestsWaiting() {
                desk.add(
                    InboxTask(
                        .answerPrivacyRequest, .privacyRequest, .init(request.id), title: nil,
                        dueAt: request.dueAt))
            }
        }
        for disclosure in try disclosuresNoticed(by: isCity ? nil : desk.party.organization ?? .nil) {
            guard let notice = disclosure.notice else { continue }
            let dueAt = notice.at.adding(days: timers.erasureAcknowledgementDays)
            // What a recipient leaves undone is the city's to ask for (F-95).
            guard !isCity || dueAt <= now || desk.party.isFrom(disclosure.toOrganization) else { continue }
            desk.add(
                InboxTask(
                    .acknowledgeNotice, .contact, .init(disclosure.contact), title: nil, dueAt: dueAt))
        }
    }

    /// Contacts that will be nobody's soon: their organisation says until when it needs them (domain.md §12.6).
    private func takeContacts(to desk: inout Desk) throws {
        guard let organization = desk.party.organization, retention.contactNotice > 0 else { return }
        let ending = try contacts(
            of: organization, unusedSince: now.adding(days: retention.contactNotice - retention.contacts),
            today: today.adding(retention.contactNotice))
        for contact in ending {
            desk.add(
                InboxTask(
                    .keepContact, .contact, .init(contact.id), title: nil, dueAt: try end(of: contact)))
        }
    }

    private func take(_ membership: Membership, to desk: inout Desk) throws {
        let actors = membership.actors(
            of: desk.party, network: try organization(membership.network),
            organization: try organization(membership.organization))
        guard membership.status == .requested, actors.contains(.network) else { return }
        desk.add(InboxTask(.confirmMembership, .membership, .init(membership.id), title: nil, dueAt: nil))
    }
}

extension ReadTransaction {
    private func take(_ commitment: Commitment, to desk: inout Desk) throws {
        guard let waiting = commitment.waiting,
            try !actors(of: desk.party, in: commitment).isDisjoint(with: waiting.actors)
        else { return }
        // Its owner may have taken it back among its drafts.
        let need = try need(commitment.need).flatMap { $0.audience.includes(desk.party) ? $0 : nil }
        desk.add(
            InboxTask(
                waiting.kind, .commitment, .init(commitment.id), title: need?.content.title,
                isAcute: need?.content.horizon == .acute, dueAt: commitment.waitsUntil))
    }
}

/// What is gathered for one reader.
private struct Desk {
    let party: Party
    private(set) var tasks: [InboxTask] = []

    init(party: Party) { self.party = party }

    /// Adds a task, if the reader's role may do it at all.
    mutating func add(_ task: InboxTask) {
        if task.kind.operation.reach(of: party.role) != .none { tasks.append(task) }
    }
}
