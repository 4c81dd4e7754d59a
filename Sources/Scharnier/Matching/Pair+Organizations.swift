extension Pair {
    /// What the organisations behind the pair must be, and what was between them.
    ///
    /// An organisation that cannot be found is not verified.
    func addOrganizations(to found: inout Findings) {
        found.add(.carrierUnverified, .init(asking.carrier?.isChecked ?? false))
        found.add(.supplierUnverified, .init(giving.supplier?.isChecked ?? false))
        let sides = (asking.carrier?.isSuspended, asking.host?.isSuspended, giving.supplier?.isSuspended)
        found.add(.organizationSuspended, .init(sides.0 != true && sides.1 != true && sides.2 != true))
        found.add(.noPayee, asked.kind == .money ? .init(hasPayee) : .omitted)
        found.add(.receiptIncapable, given.needsReceipt ? .init(hasReceipts) : .omitted)
        found.add(.sameOrganization, .init(!isLinked))
        let encounter = encounter
        found.add(.alreadyOpen, .init(encounter?.isOpen != true))
        found.add(.declinedRecently, .init(encounter?.isFreeOn.map { $0 <= tables.asOf } ?? true))
    }

    /// Whether somebody with a legal form receives the money: the carrier or its host.
    ///
    /// Receipts are a gate of their own, for they are asked for with donations only.
    private var hasPayee: Bool? {
        if asking.carrier?.hasLegalForm == true || asking.host?.hasLegalForm == true { return true }
        let isStated = asking.carrier?.profile.legalForm != nil || asking.host?.profile.legalForm != nil
        return isStated ? false : nil
    }

    /// Whether the carrier or its host may give donation receipts.
    private var hasReceipts: Bool? {
        let carrier = asking.carrier?.givesReceipts(on: tables.asOf)
        guard carrier != true, let host = asking.host else { return carrier }
        let hosted = host.givesReceipts(on: tables.asOf)
        return hosted == true ? true : carrier == nil || hosted == nil ? nil : false
    }

    /// Whether the giver is the carrier or its host, or one is the other's umbrella.
    private var isLinked: Bool {
        isLinked(need.carrier, asking.carrier) || need.content.host.map { isLinked($0, asking.host) } ?? false
    }

    private func isLinked(_ id: Identifier<Organization>, _ organization: Organization?) -> Bool {
        offer.organization == id || organization?.profile.umbrella == offer.organization
            || giving.supplier?.profile.umbrella == id
    }
}

extension Organization {
    /// Verified, or verified before it was suspended, which is a gate of its own.
    fileprivate var isChecked: Bool { verification.status == .verified || isSuspended }

    fileprivate var isSuspended: Bool { verification.status == .suspended }

    /// Whether it may give donation receipts; `nil` if no tax status was ever stated.
    fileprivate func givesReceipts(on day: Day) -> Bool? {
        if let taxStatus = profile.taxStatus { return taxStatus.canGiveReceipts(on: day) }
        return profile.legalForm == nil || hasLegalForm ? nil : false
    }
}

extension Offer.Content {
    /// Whether it is a donation, for which the giver gets a receipt (domain.md §8.6).
    fileprivate var needsReceipt: Bool { legalNature == .donation || legalNature == .inKindDonation }
}
