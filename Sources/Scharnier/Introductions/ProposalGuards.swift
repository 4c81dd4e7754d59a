extension WriteTransaction {
    /// Refuses a proposal whose lines do not fit the offer, or for which one is open already.
    ///
    /// An officer or the city may go over the blockers that domain.md §7.2 marks, with a reason.
    /// - Returns: the points of the best line, to be kept with the introduction.
    func requireFit(
        _ items: [NeedItem], of need: Need, with offer: Offer?, supplier: Organization,
        _ proposal: IntroductionProposal, as party: Party
    ) throws -> Introduction.Reason? {
        guard need.isLive else {
            throw Refusal.guardFailed([
                .blocked(by: "need_not_live", Wording("Der Bedarf ist nicht offen.", "The need is not open."))
            ])
        }
        try requireNoneOpen(for: items, of: need, with: supplier, over: offer, as: party)
        guard try organization(need.carrier)?.verification.status != .suspended,
            supplier.verification.status != .suspended
        else { throw Refusal.guardFailed([.sideNotVerified]) }
        let mayOverride =
            (party.role == .areaOfficer || party.role == .cityAdmin) && proposal.overrideReason != nil
        guard let offer else {
            return try requireSuppliable(items, of: need, by: supplier, mayOverride: mayOverride, as: party)
        }
        // By the version that takes nothing but the pair: what is kept must not depend on what else was live.
        let rules = MatchingRules.version2026
        let context = try matchingContext(asOf: today, rules, needs: [need], offers: [offer])
        let evaluations = items.map { context.evaluate($0, of: need, against: offer) }
        let blockers = evaluations.flatMap(\.blockers).filter { !(mayOverride && $0.isOverridable) }
        guard blockers.isEmpty else { throw Refusal.guardFailed(blockers.map(FailedGuard.init(blocker:))) }
        let best = evaluations.map(\.points).max() ?? 0
        return .init(points: best, ruleVersion: context.rules.version)
    }

    /// Refuses a second introduction for an item and a supplier.
    ///
    /// Who is not told whose an unnamed offer is, is told only of those over this very offer; the supplier, who knows,
    /// cannot accept a second one.
    private func requireNoneOpen(
        for items: [NeedItem], of need: Need, with supplier: Organization, over offer: Offer?, as party: Party
    ) throws {
        let isGiverKnown = offer?.showsGiver(to: party) ?? true || party.role == .areaOfficer
        let taken = try introductions(of: need.id).filter { introduction in
            guard introduction.isOpen, introduction.supplier == supplier.id else { return false }
            if let offer, introduction.offer == offer.id { return true }
            return try isGiverKnown && namesSupplier(of: introduction, to: party)
        }
        try requireDisjoint(taken, items.map(\.id))
    }

    /// Refuses a supplier's answer while it has said yes to another introduction for one of the same items.
    func requireNoneAccepted(beside introduction: Introduction) throws {
        let taken = try introductions(of: introduction.need).filter {
            $0.id != introduction.id && $0.isOpen && $0.supplier == introduction.supplier
                && $0.supplierAcceptedAt != nil
        }
        try requireDisjoint(taken, introduction.lines.map(\.item))
    }

    private func requireDisjoint(_ taken: [Introduction], _ items: [Identifier<NeedItem>]) throws(Refusal) {
        let lines = Set(taken.flatMap { $0.lines.map(\.item) })
        guard lines.isDisjoint(with: items) else {
            let text = Wording(
                "Zu dieser Position läuft mit dieser Organisation schon eine Vermittlung.",
                "An introduction with this organisation is already open for this item.")
            throw .guardFailed([.init("already_open", text)])
        }
    }

}

extension FailedGuard {
    static func blocked(by code: String, _ text: Wording) -> FailedGuard {
        FailedGuard("blocked", Wording("\(text.de) (\(code))", "\(text.en) (\(code))"))
    }

    /// A failed gate as the guard `blocked`, its own code in the text.
    init(blocker: Gate) {
        self.init(
            "blocked",
            Wording(
                "\(blocker.text.de) (\(blocker.code.rawValue))",
                "\(blocker.text.en) (\(blocker.code.rawValue))"),
            fix: blocker.fix?.text)
    }
}
