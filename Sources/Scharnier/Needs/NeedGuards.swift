// The guards of domain.md §5.3, each a pure function of what it looks at.

extension Need {
    /// What stands against publishing on `day`.
    func failedGuards(
        forPublicationBy party: Party, carrier: Organization?, host: Organization?, areas: [Area], on day: Day
    ) -> [FailedGuard] {
        var failed: [FailedGuard] = []
        if carrier?.verification.status != .verified { failed.append(.carrierUnverified) }
        if !areas.contains(where: { $0.validity.contains(day) }) { failed.append(.areaNotValid) }
        if !hasPayee(carrier: carrier, host: host, on: day) { failed.append(.noPayee) }
        if !content.datesAreInRange(on: day) { failed.append(.horizonDates) }
        if party.isFrom(self.carrier) { failed.append(.conflictOfInterest) }
        return failed
    }

    /// Whether somebody can receive the money it asks for: the carrier, or its host.
    package func hasPayee(carrier: Organization?, host: Organization?, on day: Day) -> Bool {
        guard items.contains(where: { $0.content.kind == .money && !$0.isWithdrawn }) else { return true }
        return [carrier, host].contains { $0?.canReceiveMoney(on: day) ?? false }
    }

    /// What stands against closing with `outcome`: success needs acknowledged deliveries.
    func failedGuards(forClosingAs outcome: Outcome) -> [FailedGuard] {
        let lines = items.filter { !$0.isWithdrawn }
        let isEarned =
            switch outcome {
            case .fulfilled: lines.allSatisfy { $0.fulfilled >= $0.content.quantity }
            case .partly: lines.contains { $0.fulfilled > 0 }
            case .failed, .irrelevant, .withdrawn: true
            }
        return isEarned ? [] : [.noAcknowledgedCommitment]
    }
}

extension Organization {
    /// Whether it can receive money: a legal form, and receipts or public law (domain.md §5.3).
    package func canReceiveMoney(on day: Day) -> Bool {
        hasLegalForm && profile.taxStatus?.canGiveReceipts(on: day) == true
    }
}

extension FailedGuard {
    static let carrierUnverified = FailedGuard(
        "carrier_unverified",
        Wording("Der Träger ist noch nicht geprüft.", "The carrier is not verified yet."),
        fix: Wording(
            "Stadt oder Beauftragte prüfen den Träger.", "The city or an officer verifies the carrier."))
    static let areaNotValid = FailedGuard(
        "area_not_valid", Wording("Kein Wirkungsgebiet gilt heute.", "No beneficiary area is valid today."),
        fix: Wording("Ein heute gültiges Gebiet wählen.", "Choose an area that is valid today."))
    static let noPayee = FailedGuard(
        "no_payee",
        Wording(
            "Geld kann niemand entgegennehmen: Rechtsform oder Empfangsberechtigung fehlt.",
            "Nobody can receive the money: legal form or receipt capability is missing."),
        fix: Wording("Einen Träger als Dach angeben.", "Name a fiscal host."))
    static let horizonDates = FailedGuard(
        "horizon_dates", Wording("Das Datum passt nicht zur Dauer.", "The date does not fit the horizon."),
        fix: Wording(
            "Akut: höchstens 90 Tage voraus; befristet: Ende ab heute; dauerhaft: Überprüfung in 12 Monaten.",
            "Acute: at most 90 days ahead; temporary: an end from today on; permanent: review within 12 months."
        ))
    static let conflictOfInterest = FailedGuard(
        "conflict_of_interest",
        Wording("Niemand prüft den eigenen Bedarf.", "Nobody verifies their own need."),
        fix: Wording("Eine andere Stelle prüft.", "Somebody else verifies."))
    static let noAcknowledgedCommitment = FailedGuard(
        "no_acknowledged_commitment",
        Wording("Es fehlt eine bestätigte Zusage.", "An acknowledged commitment is missing."))
    static let neededByPassed = FailedGuard(
        "horizon_dates", Wording("Die Frist ist vorbei.", "The date has passed."),
        fix: Wording("Ein neues Datum angeben.", "Give a new date."))
}
