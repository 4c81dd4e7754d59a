extension WriteTransaction {
    /// Makes a link that confirms a need: for its owner, an officer in charge, or the city to hand on.
    ///
    /// - Throws: ``Refusal``: not found, role, or the state of a need that nothing can confirm.
    package func issueConfirmLink(
        forNeed id: Identifier<Need>, digest: [UInt8], as party: Party
    ) throws -> ConfirmLink {
        let need = try needToMove(id, as: party)
        guard need.isLive || need.status == .stale else {
            throw Refusal.stateConflict(state: need.status.rawValue, allowed: [])
        }
        return try issue(digest, for: .need, .init(id), as: party)
    }

    /// Makes a link that confirms an offer: for its owner, an officer who acts for it, or the city to hand on.
    ///
    /// - Throws: ``Refusal``: not found, role, or the state of an offer that nothing can confirm.
    package func issueConfirmLink(
        forOffer id: Identifier<Offer>, digest: [UInt8], as party: Party
    ) throws -> ConfirmLink {
        let offer = try offerToMove(id, as: party)
        guard offer.isLive || offer.status == .stale else {
            throw Refusal.stateConflict(state: offer.status.rawValue, allowed: [])
        }
        return try issue(digest, for: .offer, .init(id), as: party)
    }

    private func issue(
        _ digest: [UInt8], for subject: Subject, _ id: Identifier<Change>, as party: Party
    ) throws -> ConfirmLink {
        let link = ConfirmLink(
            id: newID(), subject: subject, subjectID: id, digest: digest, createdAt: now,
            expiresAt: now.adding(days: timers.linkDays))
        try keep(link)
        try audit("\(subject).confirm_link", .init(subject.rawValue, id), fields: [], as: party)
        return link
    }

    /// Confirms the record to which the secret with this SHA-256 belongs, as its owner; the secret is then used up.
    ///
    /// - Throws: ``Refusal/notFound`` alike for a secret that is unknown, used or expired; what stands against it.
    package func confirm(withSecretOf digest: [UInt8]) throws -> Confirmed {
        guard let link = try confirmLink(digest: digest), now < link.expiresAt else {
            throw Refusal.notFound
        }
        try delete(link)
        return link.subject == .offer
            ? try confirmOffer(.init(link.subjectID)) : try confirmNeed(.init(link.subjectID))
    }

    private func confirmNeed(_ id: Identifier<Need>) throws -> Confirmed {
        guard let old = try need(id) else { throw Refusal.notFound }
        let owner = try owner(old.carrier)
        var new = old
        if old.isLive {
            try requireStanding(of: try organization(old.carrier), for: "confirm", as: owner)
            new.confirm(at: now, by: timers)
            try keep(&new, after: old, "need.confirm", by: owner)
        } else {
            new = try fire(.confirm, on: id, facts: .init(), as: owner).item
        }
        return Confirmed(subject: .need, id: .init(id), status: new.status.rawValue, freshness: new.freshness)
    }

    private func confirmOffer(_ id: Identifier<Offer>) throws -> Confirmed {
        guard let old = try offer(id) else { throw Refusal.notFound }
        let owner = try owner(old.organization)
        var new = old
        if old.isLive {
            try requireStanding(of: try organization(old.organization), for: "confirm", as: owner)
            new.confirm(at: now, by: timers)
            try keep(&new, after: old, "offer.confirm", by: owner)
        } else {
            new = try fire(.confirm, on: id, facts: .init(), as: owner).item
        }
        return Confirmed(
            subject: .offer, id: .init(id), status: new.status.rawValue, freshness: new.freshness)
    }

    /// The party that somebody acts as who has a secret of an organisation's and no token.
    func owner(_ id: Identifier<Organization>) throws -> Party {
        guard let organization = try organization(id) else { throw Refusal.notFound }
        return Party(organization: id, role: organization.kind.ownRole)
    }
}

extension Organization.Kind {
    /// The role of such an organisation that may do least.
    fileprivate var ownRole: Role {
        switch self {
        case .carrier, .school: .carrier
        case .foundation: .foundation
        case .company: .company
        case .network, .intermediary: .network
        case .portal: .portal
        case .cityUnit: .cityReader
        }
    }
}
