import Digest
import Scharnier
import ScharnierAPI
import ScharnierCity
import ScharnierStore

/// Fills an empty store with the reference files, one organisation of each kind and a token for each role.
struct CityBuilder {
    let store: SQLiteStore
    var tokenDays = AccessToken.defaultLifeInDays

    func build() throws -> Application.City {
        try store.write { try ReferenceFiles.load(into: $0) }
        var city = Application.City()
        let areas = try store.read { try $0.areas() }
        city.areas = Dictionary(areas.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
        for (name, kind, role) in Self.people { try settle(name, kind, role, in: &city) }
        let nordmarkt = try store.read { try $0.areaTree().area(code: "ar-nordmarkt", on: $0.today)?.id }
        if let nordmarkt, let officer = city.organizations["officer"]?.id {
            try store.write { try $0.assign(nordmarkt, to: officer, during: DayRange()) }
        }
        return city
    }

    /// Name, kind of organisation, role of its token.
    private static let people: [(String, Organization.Kind, Role)] = [
        ("city", .cityUnit, .cityAdmin), ("reader", .cityUnit, .cityReader),
        ("officer", .cityUnit, .areaOfficer),
        ("carrier", .carrier, .carrier), ("stranger", .carrier, .carrier),
        ("foundation", .foundation, .foundation),
        ("company", .company, .company), ("network", .network, .network), ("portal", .portal, .portal),
        ("monitor", .cityUnit, .monitor),
    ]

    private func settle(
        _ name: String, _ kind: Organization.Kind, _ role: Role, in city: inout Application.City
    ) throws {
        var profile = Organization.Profile(name: "Beispiel \(name)")
        profile.legalForm = kind == .company ? .gmbh : kind == .cityUnit ? .publicCorporation : .ev
        profile.taxStatus = kind == .company ? nil : TaxStatus(basis: .publicBody)
        let founder = Party(organization: city.organizations["city"]?.id, role: .cityAdmin)
        let secret = TokenSecret(for: kind, random: try randomBytes(TokenSecret.randomByteCount))
        let organization = try store.write { [profile, tokenDays] tx in
            let organization = try tx.createOrganization(kind, profile, stewardArea: nil, as: founder)
            var card = Contact.Card(
                displayName: "Kontakt \(name)", purpose: .introduction, lawfulBasis: .publicTask,
                infoTextVersion: "1")
            card.email = "\(name)@example.org"
            _ = try tx.createContact(card, of: organization.id, as: founder)
            let request = TokenRequest(
                organization: organization.id, role: role, scopes: role.usableScopes, label: "Test",
                days: tokenDays)
            let verified = try tx.fire(
                Organization.Event.verify, on: organization.id, facts: .init(method: "document_seen"),
                as: founder)
            _ = try tx.issue(request, digest: secret.digest, as: .operator(user: 0))
            return verified.item
        }
        city.organizations[name] = organization
        city.secrets[name] = secret.text
    }
}
