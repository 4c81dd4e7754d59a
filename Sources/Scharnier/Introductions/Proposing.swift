extension WriteTransaction {
    /// Proposes an introduction: by the supplier, the carrier, an officer or the city (domain.md §5.5).
    ///
    /// The proposer's own side counts as accepted.
    /// - Throws: ``Refusal``: hidden references are not found, hard blockers fail the guard `blocked`.
    package func propose(_ proposal: IntroductionProposal, as party: Party) throws -> Introduction {
        let violations = proposal.violations()
        guard violations.isEmpty else { throw Refusal.invalid(violations) }
        let need = try visibleNeed(proposal.need, for: party)
        let offer = try visibleOffer(proposal.offer, for: party)
        let supplier = try supplier(of: proposal, offer: offer, for: party)
        let items = try items(of: need, in: proposal)
        let broker = try broker(of: need, supplier: supplier, as: party)
        let reason = try requireFit(items, of: need, with: offer, supplier: supplier, proposal, as: party)
        var introduction = Introduction(
            id: newID(), need: need.id, lines: proposal.lines, offer: offer?.id, supplier: supplier.id,
            carrier: need.carrier, host: need.content.host, broker: broker, proposer: party.organization,
            channel: party.channel(hasOffer: offer != nil), message: proposal.message,
            overrideReason: proposal.overrideReason, reason: reason, answerDueAt: answerDue(need),
            areas: try areas(of: need, supplier: supplier), createdAt: now, updatedAt: now)
        introduction.acceptOwnSide(of: party, at: now)
        try introduce(introduction, to: need, offer, as: party)
        try keep(&introduction, after: nil, "introduction.propose", by: party)
        _ = try log(
            "propose", of: .introduction, introduction.id, from: "none", to: introduction.status.rawValue,
            facts: .init(), by: party)
        return introduction
    }

    /// Announces, stores and notes a changed introduction.
    func keep(_ introduction: inout Introduction, after old: Introduction?, _ action: String, by party: Party)
        throws
    {
        introduction.version = try announce(
            .introduction, .init(introduction.id), before: old?.audience ?? .none,
            after: introduction.audience,
            isDeletion: false, by: party.organization)
        introduction.updatedAt = now
        try old == nil ? insert(introduction) : update(introduction)
        try audit(action, .init("introduction", introduction.id), fields: [], as: party)
    }

    /// The areas of the need, and those whose officers act for either side.
    private func areas(of need: Need, supplier: Organization) throws -> [Identifier<Area>] {
        let carrier = try organization(need.carrier)
        let stewards = [need.recordedForArea, carrier?.stewardArea, supplier.stewardArea].compactMap { $0 }
        return stewards.reduce(into: need.content.beneficiaryAreas) { areas, area in
            if !areas.contains(area) { areas.append(area) }
        }
    }

    private func answerDue(_ need: Need) -> Instant {
        now.adding(days: timers.answer.days(for: need.content.horizon))
    }

    private func visibleNeed(_ id: Identifier<Need>, for party: Party) throws -> Need {
        guard let need = try need(id), need.audience.includes(party) else {
            throw Refusal.invalid([.init("need_id", .referenceNotFound, .noSuchReference)])
        }
        return need
    }

    private func visibleOffer(_ id: Identifier<Offer>?, for party: Party) throws -> Offer? {
        guard let id else { return nil }
        guard let offer = try offer(id), offer.audience.includes(party) else {
            throw Refusal.invalid([.init("offer_id", .referenceNotFound, .noSuchReference)])
        }
        return offer
    }

    private func supplier(of proposal: IntroductionProposal, offer: Offer?, for party: Party) throws
        -> Organization
    {
        if let offer, let named = proposal.supplier {
            // Whose an unnamed offer is, nobody can find out by guessing: right and wrong are answered alike.
            guard offer.showsGiver(to: party), named == offer.organization else {
                let violation = Violation.excluded(
                    "supplier_id", "Mit offer_id genügt das Angebot.", "With offer_id the offer is enough.")
                throw Refusal.invalid([violation])
            }
        }
        let id = offer?.organization ?? proposal.supplier ?? .nil
        guard let supplier = try organization(id), offer != nil || supplier.audience.includes(party) else {
            throw Refusal.invalid([.init("supplier_id", .referenceNotFound, .noSuchReference)])
        }
        return supplier
    }

    private func items(of need: Need, in proposal: IntroductionProposal) throws(Refusal) -> [NeedItem] {
        var items: [NeedItem] = []
        for (index, line) in proposal.lines.enumerated() {
            guard let item = need.items.first(where: { $0.id == line.item }) else {
                throw .invalid([.init("lines/\(index)/need_item_id", .referenceNotFound, .noSuchReference)])
            }
            items.append(item)
        }
        return items
    }

    /// Who opens the door: the officer or city unit that proposes; refuses strangers to both sides.
    private func broker(of need: Need, supplier: Organization, as party: Party) throws -> Introduction.Broker?
    {
        let carrier = try organization(need.carrier)
        let isSide = party.isFrom(need.carrier) || party.isFrom(supplier.id)
        if isSide || carrier?.isInCharge(party) == true || supplier.isInCharge(party) { return nil }
        let isBroker = party.role == .cityAdmin || need.isInCharge(party)
        guard isBroker, let organization = party.organization else { throw Refusal.roleForbidden }
        return .init(organization: organization, role: party.role)
    }

    /// Shows need and offer to the side that is asked; whoever asks learns no more until both agreed.
    private func introduce(
        _ introduction: Introduction, to need: Need, _ offer: Offer?, as party: Party
    ) throws {
        var met = need
        if !party.isFrom(introduction.supplier), met.introduced.insert(introduction.supplier).inserted {
            try keep(&met, after: need, "need.introduce", by: party)
        }
        guard let offer, !party.isFrom(introduction.carrier) else { return }
        var shown = offer
        shown.introduced.insert(introduction.carrier)
        if party.isFrom(introduction.supplier) { shown.namedTo.insert(introduction.carrier) }
        if shown != offer {
            try keep(&shown, after: offer, "offer.introduce", by: party)
        }
    }
}

extension Party {
    fileprivate func channel(hasOffer: Bool) -> Introduction.Channel {
        if role == .areaOfficer || role == .cityAdmin { return .officer }
        return role == .portal ? .portal : hasOffer ? .suggestion : .direct
    }
}

extension Introduction {
    /// The proposer's own side counts as accepted.
    fileprivate mutating func acceptOwnSide(of party: Party, at now: Instant) {
        switch side(of: party) {
        case .carrier: carrierAcceptedAt = now
        case .supplier: supplierAcceptedAt = now
        case nil: return
        }
        status = .acceptedByOne
    }
}
