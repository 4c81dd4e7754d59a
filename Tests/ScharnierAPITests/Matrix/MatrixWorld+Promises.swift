import HTTPWire
import TestSupport
import Testing

extension MatrixWorld {
    /// Commitments between carrier and company, and what people ask about contacts.
    static let promises: [Making] = [
        (
            "commitment drafted",
            {
                let need = try $0.publishedNeed()
                return try $0.draftCommitment(try $0.connection(need, try $0.activeOffer()), need)
            }
        ),
        (
            "commitment confirmed",
            { try $0.confirmedCommitment(try $0.publishedNeed(), try $0.activeOffer()) }
        ),
        (
            "privacy request",
            {
                let contact = $0.send(.get, "/v1/contacts", as: "carrier").ids.first ?? ""
                let document = Document([("kind", #""access""#), ("contact_id", "\"\(contact)\"")])
                return try $0.create("privacy-requests", document, as: "carrier")
            }
        ),
        (
            "disclosure to the company",
            {
                let company = $0.id(of: "company")
                let list = $0.send(.get, "/v1/disclosures", as: "carrier").elements("items")
                let known = list.first { $0["to_organization_id"] == company }
                return try #require(known?["id"] ?? nil)
            }
        ),
    ]

    /// Programmes of the foundation, ideas of the company for the Nordmarkt.
    static let proposals: [Making] = [
        ("programme draft", { try $0.create("programmes", programme, as: "foundation") }),
        (
            "programme published",
            {
                let path = try $0.create("programmes", programme, as: "foundation")
                try #require($0.fire("publish", path, as: "foundation").status == 201)
                return path
            }
        ),
        ("allocation plan", { try $0.create("allocation-plans", plan, as: "foundation") }),
        ("idea submitted", { try $0.create("ideas", idea($0), as: "company") }),
        (
            "idea published",
            {
                let path = try $0.create("ideas", idea($0), as: "company")
                try #require($0.fire("publish", path, as: "officer").status == 201)
                return path
            }
        ),
    ]

    private static let policy = Document([
        ("version", #""2026.1""#), ("valid_from_on", #""2026-01-01""#), ("legal_basis", #""Satzung""#),
        ("verification", #""unverified""#),
    ])

    static let programme = Document([
        ("type", #""prize""#), ("title", #""Nachbarschaftspreis""#), ("policy", policy.text),
    ])

    /// A budget, shared among whoever asks.
    static let plan = Document([("method", #""weighted_fair""#), ("budget_cents", "10000")])

    static func idea(_ application: Application) -> Document {
        let area = application.area("ar-nordmarkt")
        return Document([
            ("title", #""Ein Lastenrad für das Viertel""#), ("area_ids", "[\"\(area)\"]"),
        ])
    }
}
