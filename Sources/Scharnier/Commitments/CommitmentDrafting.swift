extension WriteTransaction {
    /// Drafts what two organisations promise each other, from an introduction that both accepted (domain.md §5.6).
    ///
    /// - Throws: ``Refusal``: hidden references are not found; a second one while the first is open is a duplicate.
    package func draftCommitment(
        from id: Identifier<Introduction>, _ content: Commitment.Content,
        lines: [Commitment.Line.Content], as party: Party
    ) throws -> Commitment {
        guard let introduction = try introduction(id), introduction.audience.includes(party) else {
            throw Refusal.invalid([.init("introduction_id", .referenceNotFound, .noSuchReference)])
        }
        try requireSide(of: introduction, as: party)
        try requireTalks(introduction)
        if let open = try commitments(of: id).first(where: { !$0.isGivenUp }) {
            throw Refusal.duplicate(existing: open.id.description)
        }
        let need = try self.need(introduction.need)
        var commitment = Commitment(
            id: newID(), introduction: id, need: introduction.need, offer: introduction.offer,
            carrier: introduction.carrier, supplier: introduction.supplier, host: introduction.host,
            broker: introduction.broker?.organization, content: content,
            lines: try self.lines(lines, of: need, in: introduction), areas: introduction.areas,
            createdAt: now, updatedAt: now)
        try complete(&commitment, for: need)
        try check(commitment)
        try requireRoom(for: commitment, in: introduction, need: need)
        try keep(&commitment, after: nil, "commitment.draft", by: party)
        _ = try log(
            "draft", of: .commitment, commitment.id, from: "none", to: commitment.status.rawValue,
            facts: .init(), by: party)
        return commitment
    }

    /// Replaces what a draft says, which voids what was signed.
    ///
    /// - Throws: ``Refusal``.
    package func revise(
        _ id: Identifier<Commitment>, to content: Commitment.Content, lines: [Commitment.Line.Content],
        as party: Party
    ) throws -> Commitment {
        let old = try commitmentToRevise(id, as: party)
        var new = old
        let need = try self.need(old.need)
        guard let introduction = try introduction(old.introduction) else { throw Refusal.notFound }
        new.content = content
        if lines != old.lines.map(\.content) {
            new.lines = try self.lines(lines, of: need, in: introduction)
        }
        guard new != old else { return old }
        guard old.status == .drafted else {
            let actors = try actors(of: party, in: old)
            throw Refusal.stateConflict(
                state: old.status.rawValue,
                allowed: Commitment.machine.allowed(in: old.status, as: actors).map(\.rawValue))
        }
        try check(new)
        new.revision += 1
        new.signatures = []
        if old.takenAt == nil {
            try requireRoom(for: new, in: introduction, need: need)
        } else if new.lines != old.lines {
            new.takenAt = now
            try count(new, after: old, as: party)
        }
        try keep(&new, after: old, "commitment.update", by: party)
        return new
    }

    /// Announces, stores and notes a changed commitment.
    func keep(_ commitment: inout Commitment, after old: Commitment?, _ action: String, by party: Party)
        throws
    {
        commitment.version = try announce(
            .commitment, .init(commitment.id), before: old?.audience ?? .none, after: commitment.audience,
            isDeletion: false, by: party.organization)
        commitment.updatedAt = now
        try old == nil ? insert(commitment) : update(commitment)
        try audit(action, .init("commitment", commitment.id), fields: [], as: party)
    }

    private func requireSide(of introduction: Introduction, as party: Party) throws {
        let actors = introduction.actors(
            of: party, carrier: try organization(introduction.carrier),
            supplier: try organization(introduction.supplier))
        guard !actors.isDisjoint(with: [.carrier, .supplier]) else { throw Refusal.roleForbidden }
        for side in [introduction.carrier, introduction.supplier] {
            try requireStanding(of: try organization(side), for: "draft", as: party)
        }
    }

    /// Both must have said yes, and nothing must have come of it yet.
    private func requireTalks(_ introduction: Introduction) throws(Refusal) {
        guard [.connected, .inTalks].contains(introduction.status) else {
            let allowed = Introduction.machine.allowed(
                in: introduction.status, as: [.carrier, .supplier])
            throw .stateConflict(state: introduction.status.rawValue, allowed: allowed.map(\.rawValue))
        }
    }

    /// Adds what follows from need and offer, where nothing else was said.
    private func complete(_ commitment: inout Commitment, for need: Need?) throws {
        if commitment.content.attributionArea == nil, let areas = need?.content.beneficiaryAreas,
            areas.count == 1
        {
            commitment.content.attributionArea = areas.first
        }
        if commitment.content.safeguarding == nil {
            let offer = try commitment.offer.flatMap { try self.offer($0) }
            commitment.content.safeguarding = offer?.content.safeguarding
        }
        if commitment.hasMoney, commitment.content.payee == nil {
            let carrier = try organization(commitment.carrier)
            commitment.content.payee = carrier?.hasLegalForm == true ? carrier?.id : commitment.host
        }
    }

    /// The lines with the measures of the need's lines, of which the introduction must name each.
    private func lines(
        _ contents: [Commitment.Line.Content], of need: Need?, in introduction: Introduction
    ) throws(Refusal) -> [Commitment.Line] {
        var lines: [Commitment.Line] = []
        for (index, content) in contents.enumerated() {
            guard introduction.lines.contains(where: { $0.item == content.item }),
                let item = need?.items.first(where: { $0.id == content.item })
            else {
                throw .invalid([.init("lines/\(index)/need_item_id", .referenceNotFound, .noSuchReference)])
            }
            if item.content.kind == .money, content.valuation != nil {
                throw .invalid([
                    .excluded(
                        "lines/\(index)/valuation", "Geld wird nicht bewertet.", "Money is not valued.")
                ])
            }
            lines.append(.init(content: content, kind: item.content.kind, unit: item.content.unit))
        }
        return lines
    }

    /// Whoever is named must be there, and known to the sides.
    private func check(_ commitment: Commitment) throws {
        var found = commitment.content.violations() + commitment.lines.map(\.content).violations()
        let content = commitment.content
        if let payee = content.payee, try organization(payee) == nil {
            found.append(.init("payee_organization_id", .referenceNotFound, .noSuchReference))
        }
        if let area = content.attributionArea, try self.area(area) == nil {
            found.append(.init("attribution_area_id", .referenceNotFound, .noSuchReference))
        }
        guard found.isEmpty else { throw Refusal.invalid(found) }
    }

    /// Refuses lines beyond what is open, and what is reserved for them already.
    private func requireRoom(for commitment: Commitment, in introduction: Introduction, need: Need?) throws {
        for line in commitment.lines {
            let item = need?.items.first { $0.id == line.content.item }
            let room = (item?.open ?? 0) + introduction.held(of: line.content.item)
            guard line.content.quantity <= room else {
                throw Refusal.guardFailed([.capacityExhausted(left: room)])
            }
        }
        guard let offer = try introduction.offer.flatMap({ try self.offer($0) }) else { return }
        var planned = commitment
        planned.takenAt = now
        let room = offer.available(on: today) + introduction.held(of: offer, for: need, on: today)
        guard offer.content.isInexhaustible || planned.used(of: offer) <= room else {
            throw Refusal.guardFailed([.capacityExhausted(left: room)])
        }
    }
}

extension Introduction {
    /// How much of a line is reserved for it, in the line's measure.
    func held(of item: Identifier<NeedItem>) -> Int64 {
        holds.reduce(0) { $0 + ($1.item == item && $1.releasedAt == nil ? $1.quantity : 0) }
    }

    /// How much of the offer is reserved for it in the period of `day`, in the offer's measure.
    fileprivate func held(of offer: Offer, for need: Need?, on day: Day) -> Int64 {
        let period = offer.periodStart(of: day)
        return holds.reduce(0) { sum, hold in
            let isCounted =
                hold.releasedAt == nil && offer.periodStart(of: LocalTime.day(at: hold.placedAt)) == period
            guard isCounted, let item = need?.items.first(where: { $0.id == hold.item }) else { return sum }
            return sum + offer.given(for: hold.quantity, of: item)
        }
    }
}
