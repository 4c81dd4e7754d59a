import Scharnier

extension Organization {
    /// A verified association with a valid exemption notice, unless told otherwise.
    static func example(
        _ id: Identifier<Organization> = .carrier, _ kind: Kind = .carrier,
        verification: VerificationStatus = .verified, status: Status = .active, form: LegalForm? = .ev,
        tax: TaxStatus? = TaxStatus(basis: .exemptionNotice, noticeOn: .on("2024-03-15")),
        steward: Identifier<Area>? = nil
    ) -> Organization {
        var profile = Profile(name: "Nachbarschaft Nordmarkt e. V.")
        profile.legalForm = form
        profile.taxStatus = tax
        return Organization(
            id: id, kind: kind, profile: profile, verification: .init(status: verification), status: status,
            stewardArea: steward, createdAt: .at("2026-01-01T00:00:00Z"),
            updatedAt: .at("2026-01-01T00:00:00Z"))
    }
}
