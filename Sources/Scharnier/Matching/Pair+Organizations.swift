extension Pair {
    /// What the organisations behind the pair must be, and what was between them.
    func addOrganizations(to found: inout Findings) {
        let (carrier, host, supplier) = (asking.carrier, asking.host, giving.supplier)
        found.add(.carrierUnverified, .init(carrier.isChecked))
        found.add(.supplierUnverified, .init(supplier.isChecked))
        let isSuspended = carrier.isSuspended || supplier.isSuspended || host?.isSuspended == true
        found.add(.organizationSuspended, .init(!isSuspended))
        // Receipts are a gate of their own, for they are asked for with donations only.
        let canTakeMoney = Self.either(carrier.hasLegalForm, host?.hasLegalForm ?? false)
        found.add(.noPayee, line.kind == .money ? .init(canTakeMoney) : .omitted)
        let canGiveReceipts = Self.either(carrier.givesReceipts, host == nil ? false : host?.givesReceipts)
        found.add(.receiptIncapable, giving.content.needsReceipt ? .init(canGiveReceipts) : .omitted)
        let isOwn = giving.offer.organization == asking.need.carrier
        found.add(.sameOrganization, .init(!(isGiverKnown ? isLinked : isOwn)))
        let encounter = encounter
        found.add(.alreadyOpen, .init(encounter?.isOpen != true))
        found.add(.declinedRecently, .init(encounter?.isFreeOn.map { $0 <= tables.asOf } ?? true))
    }

    /// Whether one of two things holds, of which each may be unknown.
    private static func either(_ one: Bool?, _ other: Bool?) -> Bool? {
        if one == true || other == true { return true }
        return one == nil || other == nil ? nil : false
    }

    /// Whether the giver is the carrier or its host, or one is the other's umbrella.
    private var isLinked: Bool {
        if isLinked(asking.carrierID, asking.carrier) { return true }
        guard let hostID = asking.hostID, let host = asking.host else { return false }
        return isLinked(hostID, host)
    }

    private func isLinked(_ id: Identifier<Organization>, _ standing: Standing) -> Bool {
        giving.supplierID == id || standing.umbrella == giving.supplierID || giving.supplier.umbrella == id
    }
}

extension Offer.Content {
    /// Whether it is a donation, for which the giver gets a receipt (domain.md §8.6).
    fileprivate var needsReceipt: Bool { legalNature == .donation || legalNature == .inKindDonation }
}
