// Who says what of a tax status, and who confirms it (domain.md §3.2, row 6).

extension ReadTransaction {
    /// The organisation, if `party` may state its tax status: its own, or that of one in an area of the officer.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func organizationToAssess(_ id: Identifier<Organization>, as party: Party) throws -> Organization
    {
        let organization = try organization(id, for: party)
        guard party.isFrom(id) || !organization.actors(of: party).isEmpty else { throw Refusal.roleForbidden }
        return organization
    }

    /// What breaks a rule of a tax status that stands alone, references included.
    package func violations(in status: TaxStatus) throws -> [Violation] {
        let terms = try taxonomy()
        return status.violations(at: "")
            + terms.violations(of: status.purposes, in: .purpose, on: today, at: "purposes")
    }
}

extension WriteTransaction {
    /// States on what ground an organisation gives receipts; nobody has confirmed it then.
    ///
    /// - Throws: ``Refusal``.
    package func proposeTaxStatus(
        _ status: TaxStatus, of id: Identifier<Organization>, as party: Party
    ) throws -> Organization {
        let old = try organizationToAssess(id, as: party)
        let found = try violations(in: status)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var new = old
        new.profile.taxStatus = status
        new.profile.taxStatus?.source = .selfDeclared
        new.profile.taxStatus?.confirmation = nil
        // The same once more leaves a confirmation in force.
        guard old.profile.taxStatus?.statement != new.profile.taxStatus?.statement else { return old }
        try keep(&new, after: old, "organization.propose_tax_status", by: party)
        return new
    }

    /// Confirms the tax status by a document or a public register.
    ///
    /// - Throws: ``Refusal``; a guard `tax_status_missing` where nothing was stated.
    package func confirmTaxStatus(
        of id: Identifier<Organization>, by source: TaxStatus.Source, as party: Party
    ) throws -> Organization {
        let old = try organizationToMove(id, as: party)
        guard old.profile.taxStatus != nil else { throw Refusal.guardFailed([.taxStatusMissing]) }
        var new = old
        new.profile.taxStatus?.source = source
        new.profile.taxStatus?.confirmation = .init(by: party.organization, at: now)
        try keep(&new, after: old, "organization.confirm_tax_status", by: party)
        return new
    }
}

extension TaxStatus {
    /// What was stated, without who confirmed it.
    fileprivate var statement: TaxStatus {
        var statement = self
        statement.source = .selfDeclared
        statement.confirmation = nil
        return statement
    }
}

extension FailedGuard {
    fileprivate static let taxStatusMissing = FailedGuard(
        "tax_status_missing",
        Wording("Es gibt keine Angabe zum Steuerstatus.", "No tax status was stated."),
        fix: Wording("Zuerst den Steuerstatus angeben.", "State the tax status first."))
}
