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
        try requireNoneOpen(for: items, of: need, with: supplier)
        guard try organization(need.carrier)?.verification.status != .suspended,
            supplier.verification.status != .suspended
        else { throw Refusal.guardFailed([.sideNotVerified]) }
        guard let offer else { return try requireSuppliable(items, supplier: supplier) }
        // By the version that takes nothing but the pair: what is kept must not depend on what else was live.
        let rules = MatchingRules.version2026
        let context = try matchingContext(asOf: today, rules, needs: [need], offers: [offer])
        let evaluations = items.map { context.evaluate($0, of: need, against: offer) }
        let mayOverride =
            (party.role == .areaOfficer || party.role == .cityAdmin) && proposal.overrideReason != nil
        let blockers = evaluations.flatMap(\.blockers).filter { !(mayOverride && $0.isOverridable) }
        guard blockers.isEmpty else { throw Refusal.guardFailed(blockers.map(FailedGuard.init(blocker:))) }
        let best = evaluations.map(\.points).max() ?? 0
        return .init(points: best, ruleVersion: context.rules.version)
    }

    private func requireNoneOpen(for items: [NeedItem], of need: Need, with supplier: Organization) throws {
        let taken = try introductions(of: need.id).filter { $0.isOpen && $0.supplier == supplier.id }
        let lines = Set(taken.flatMap { $0.lines.map(\.item) })
        guard lines.isDisjoint(with: items.map(\.id)) else {
            let text = Wording(
                "Zu dieser Position läuft mit dieser Organisation schon eine Vermittlung.",
                "An introduction with this organisation is already open for this item.")
            throw Refusal.guardFailed([.init("already_open", text)])
        }
    }

    /// Without an offer only the supplier's standing and the lines themselves can be judged.
    private func requireSuppliable(_ items: [NeedItem], supplier: Organization) throws(Refusal)
        -> Introduction.Reason?
    {
        guard supplier.verification.status == .verified else {
            throw .guardFailed([
                .blocked(
                    by: "supplier_unverified",
                    Wording(
                        "Die gebende Organisation ist nicht geprüft.",
                        "The giving organisation is not verified."))
            ])
        }
        return nil
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
