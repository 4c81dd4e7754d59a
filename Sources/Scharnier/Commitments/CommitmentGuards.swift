// The guards of domain.md §5.6 at signing, each a pure function of what it looks at. Those of §8.4, which compare private
// with public money, are not among them: there are no financing plans and no funding checks yet.

extension Commitment {
    /// What stands against a signature.
    ///
    /// `city` is the area of the whole city, for what serves all of it.
    func failedGuards(
        need: Need, carrier: Organization?, host: Organization?, city: Identifier<Area>?
    ) -> [FailedGuard] {
        var failed: [FailedGuard] = []
        if !hasRightPayee(carrier: carrier, host: host) { failed.append(.wrongPayee) }
        if !isAttributed(to: need.content.beneficiaryAreas + [city].compactMap { $0 }) {
            failed.append(.attributionArea)
        }
        if !isSafe(for: need) { failed.append(.safeguardingUnmet) }
        return failed
    }

    /// Whether its lines still are of the kind and in the measure of the need's, which may change while nothing of them
    /// is held or promised.
    func isMeasured(as need: Need) -> Bool {
        lines.allSatisfy { line in
            need.items.contains {
                $0.id == line.content.item && $0.content.kind == line.kind && $0.content.unit == line.unit
            }
        }
    }

    /// Whether money goes to the carrier, or to its host: the host alone where the carrier has no legal form.
    private func hasRightPayee(carrier: Organization?, host: Organization?) -> Bool {
        guard hasMoney else { return true }
        return [carrier, host].contains { $0.map { $0.id == content.payee && $0.hasLegalForm } ?? false }
    }

    /// Whether it counts for exactly one area of the need, or for the city.
    private func isAttributed(to areas: [Identifier<Area>]) -> Bool {
        content.attributionArea.map(areas.contains) ?? false
    }

    /// Whether the supplier brings the protection of minors that each line asks for.
    private func isSafe(for need: Need) -> Bool {
        lines.allSatisfy { line in
            let item = need.items.first { $0.id == line.content.item }
            return switch item?.content.safeguarding ?? Safeguarding.none {
            case .none: true
            case .supervisedOnly: content.safeguarding.map { $0 != .none } ?? false
            case .extendedCertificate: content.safeguarding == .certificateAvailable
            }
        }
    }
}

extension FailedGuard {
    static let wrongPayee = FailedGuard(
        "wrong_payee",
        Wording(
            "Geld geht an den Träger, oder an seine Dachorganisation, wenn er keine Rechtsform hat.",
            "Money goes to the carrier, or to its fiscal host if it has no legal form."),
        fix: Wording("payee_organization_id ändern.", "Change payee_organization_id."))
    static let attributionArea = FailedGuard(
        "attribution_area",
        Wording(
            "Die Vereinbarung zählt für genau ein Gebiet: eines des Bedarfs oder die Stadt.",
            "The commitment counts for exactly one area: one of the need, or the city."),
        fix: Wording("attribution_area_id angeben.", "State attribution_area_id."))
    static let safeguardingUnmet = FailedGuard(
        "safeguarding_unmet",
        Wording(
            "Der verlangte Kinderschutz ist nicht zugesagt.",
            "The required protection of minors is not promised."),
        fix: Wording("safeguarding angeben.", "State safeguarding."))
    static let revisionChanged = FailedGuard(
        "revision_changed",
        Wording(
            "Der Entwurf wurde inzwischen geändert.", "The draft has been changed in the meantime."),
        fix: Wording(
            "Neu lesen und die jetzige Fassung unterschreiben.", "Read it anew and sign what it says now."))
}
