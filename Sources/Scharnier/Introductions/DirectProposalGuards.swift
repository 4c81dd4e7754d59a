extension WriteTransaction {
    /// Refuses a proposal without an offer that a hard blocker of domain.md §7.2 stands against: those of them that
    /// need no offer to be judged.
    ///
    /// - Returns: no points, for there is nothing to compare.
    func requireSuppliable(
        _ items: [NeedItem], of need: Need, by supplier: Organization, mayOverride: Bool, as party: Party
    ) throws -> Introduction.Reason? {
        let carrier = try organization(need.carrier)
        let host = try need.content.host.flatMap { try organization($0) }
        var failing: [Gate.Code] = []
        if carrier?.verification.status != .verified { failing.append(.carrierUnverified) }
        if supplier.verification.status != .verified { failing.append(.supplierUnverified) }
        let isOfMoney = items.contains { $0.content.kind == .money }
        if isOfMoney, !need.hasPayee(carrier: carrier, host: host, on: today) { failing.append(.noPayee) }
        if !mayOverride {
            if [carrier, host].contains(where: { $0?.isLinked(to: supplier) ?? false }) {
                failing.append(.sameOrganization)
            }
            if try hasDeclined(items, of: need, supplier, as: party) { failing.append(.declinedRecently) }
        }
        guard failing.isEmpty else {
            throw Refusal.guardFailed(failing.map { FailedGuard.blocked(by: $0) })
        }
        return nil
    }

    /// Whether the supplier refused one of the items lately, as far as `party` knows that it was the supplier.
    private func hasDeclined(
        _ items: [NeedItem], of need: Need, _ supplier: Organization, as party: Party
    ) throws -> Bool {
        let known = try introductions(of: need.id).filter {
            try $0.supplier == supplier.id && namesSupplier(of: $0, to: party)
        }
        let encounters = Encounters(known)
        return items.contains { item in
            encounters.encounter(item.id, supplier.id)?.isFreeOn.map { $0 > today } ?? false
        }
    }
}

extension Organization {
    /// Whether they are one, or one is the other's umbrella.
    fileprivate func isLinked(to other: Organization) -> Bool {
        id == other.id || profile.umbrella == other.id || other.profile.umbrella == id
    }
}

extension FailedGuard {
    /// The gate with this code, as it reads when it fails.
    fileprivate static func blocked(by code: Gate.Code) -> FailedGuard {
        let sentences = GateSentences.all.first { $0.code == code }
        return .blocked(by: code.rawValue, sentences?.fails ?? Wording(code.rawValue, code.rawValue))
    }
}
