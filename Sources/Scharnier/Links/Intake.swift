extension WriteTransaction {
    /// Makes a link by which a group without account enters a need: an officer in one of the own areas, or the city.
    ///
    /// - Throws: ``Refusal/invalid(_:)``.
    package func issueIntakeLink(
        _ request: IntakeLinkRequest, digest: [UInt8], as party: Party
    ) throws -> IntakeLink {
        let found = try request.violations() + references(of: request, as: party)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        let days = request.days.map { Int($0) } ?? timers.linkDays
        let link = IntakeLink(
            id: newID(), area: request.area, organization: request.organization,
            organizationName: request.organizationName, digest: digest, maximumUses: request.maximumUses,
            createdAt: now, expiresAt: now.adding(days: days), createdBy: party.token)
        try insert(link)
        try audit("intake_link.create", .init("intake_link", link.id), fields: [], as: party)
        return link
    }

    private func references(of request: IntakeLinkRequest, as party: Party) throws -> [Violation] {
        var found: [Violation] = []
        let isOwn = party.role == .cityAdmin || party.areas.contains(request.area)
        if try area(request.area)?.validity.contains(today) != true || !isOwn {
            found.append(.init("area_id", .referenceNotFound, .noSuchReference))
        }
        guard let id = request.organization else { return found }
        // A group that acts for itself needs no link; of others an officer learns nothing here.
        let group = try organization(id)
        let isOthers =
            group?.stewardArea == nil || party.role != .cityAdmin && group?.isInCharge(party) != true
        if isOthers { found.append(.init("organization_id", .referenceNotFound, .noSuchReference)) }
        return found
    }

    /// Ends a link now.
    ///
    /// - Throws: ``Refusal/notFound`` also for one of another area.
    package func revokeIntakeLink(_ id: Identifier<IntakeLink>, as party: Party) throws {
        var link = try intakeLink(id, for: party)
        guard link.revokedAt == nil else { return }
        link.revokedAt = now
        try update(link)
        try audit("intake_link.revoke", .init("intake_link", id), fields: [], as: party)
    }

    /// Enters a need by the secret with this SHA-256: a draft of the group for which the link was made.
    ///
    /// A group that is known by name only is recorded with it, without legal form and unverified.
    /// - Throws: ``Refusal/notFound`` alike for a secret that is unknown, used up, expired or revoked;
    ///   ``Refusal/invalid(_:)``.
    package func enterNeed(
        _ content: Need.Content, items: [NeedItem.Content], withSecretOf digest: [UInt8]
    ) throws -> Need {
        guard var link = try intakeLink(digest: digest), link.status(at: now) == .issued else {
            throw Refusal.notFound
        }
        let group = try group(of: &link)
        let owner = try owner(group.id)
        let found = try violations(in: content, items, ownedBy: group.id, for: owner)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var content = try placed(content)
        if content.beneficiaryAreas.isEmpty { content.beneficiaryAreas = [link.area] }
        var need = Need(
            id: newID(), carrier: group.id, content: content,
            items: items.map { NeedItem(id: newID(), content: $0) },
            recordedForArea: group.stewardArea ?? link.area, createdAt: now, updatedAt: now)
        try keep(&need, after: nil, "need.create", by: owner)
        link.needs.append(need.id)
        try update(link)
        try audit("intake_link.use", .init("intake_link", link.id), fields: [], as: owner)
        return need
    }

    private func group(of link: inout IntakeLink) throws -> Organization {
        if let group = try link.organization.flatMap({ try organization($0) }) { return group }
        var profile = Organization.Profile(name: link.organizationName ?? "")
        profile.legalForm = .informal
        let group = try createOrganization(.carrier, profile, stewardArea: link.area, as: .public)
        link.organization = group.id
        return group
    }

    /// Submits what was entered by the secret with this SHA-256; `id` where several needs were.
    ///
    /// - Throws: ``Refusal/notFound`` alike for a secret that is unknown, expired or revoked, and for any other need;
    ///   what stands against submitting.
    package func submitNeed(
        _ id: Identifier<Need>?, acknowledgingLint: Bool = false, withSecretOf digest: [UInt8]
    ) throws -> Fired<Need> {
        guard let link = try intakeLink(digest: digest), link.isOpen(at: now), let last = link.needs.last,
            link.needs.contains(id ?? last), let need = try need(id ?? last)
        else { throw Refusal.notFound }
        guard id != nil || link.needs.count == 1 else { throw Refusal.invalid([.missing("need_id")]) }
        return try fire(
            .submit, on: need.id, facts: .init(acknowledgesLint: acknowledgingLint), as: owner(need.carrier))
    }
}

extension ReadTransaction {
    /// The link, if `party` may know of it.
    ///
    /// - Throws: ``Refusal/notFound``.
    package func intakeLink(_ id: Identifier<IntakeLink>, for party: Party) throws -> IntakeLink {
        guard let link = try intakeLink(id), link.isFor(party) else { throw Refusal.notFound }
        return link
    }
}
