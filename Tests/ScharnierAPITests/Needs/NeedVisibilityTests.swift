import HTTPWire
import JSON
import TestSupport
import Testing

/// Who sees a need, by its visibility and state (rule V, domain.md §3.2; F-25, F-26).
@Suite struct NeedVisibilityTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let everyone: [String?] = [
        nil, "city", "reader", "officer", "carrier", "stranger", "foundation", "company", "network", "portal",
    ]

    private func readers(of path: String) -> Set<String> {
        let seen = Self.everyone.filter { application.send(.get, path, as: $0).status == 200 }
        let listed = Self.everyone.filter {
            application.listed("/v1/needs?limit=200", as: $0).contains(path.id)
        }
        #expect(seen == listed)
        return Set(seen.map { $0 ?? "public" })
    }

    private func published(_ visibility: String, area: String = "ar-nordmarkt") throws -> String {
        let document = Document.need(application, area: area).with("visibility", "\"\(visibility)\"")
        return try application.publishedNeed(document)
    }

    private static let registered: Set = [
        "city", "reader", "officer", "carrier", "stranger", "foundation", "company", "network",
    ]

    @Test func `a public need is seen by everyone`() throws {
        #expect(readers(of: try published("public")) == Self.registered.union(["public", "portal"]))
    }

    @Test func `a registered need is seen by all members but portals`() throws {
        #expect(readers(of: try published("registered")) == Self.registered)
    }

    @Test func `a brokered need is seen by its parties, the officer in charge and the city`() throws {
        #expect(readers(of: try published("brokered")) == ["city", "officer", "carrier"])
        #expect(readers(of: try published("brokered", area: "ar-hoerde")) == ["city", "carrier"])
    }

    @Test func `a draft is seen by its carrier, the officer in charge and the city`() throws {
        #expect(readers(of: try application.draftNeed()) == ["city", "officer", "carrier"])
    }

    @Test func `a paused need is seen by the city's readers too`() throws {
        let path = try published("public")
        application.fire("pause", path, as: "carrier", facts: #","reason_code":"other""#)
        #expect(readers(of: path) == ["city", "reader", "officer", "carrier"])
    }

    @Test func `the end of a brokered need does not open it`() throws {
        let path = try published("brokered")
        application.fire("close", path, as: "carrier", facts: #","outcome":"irrelevant""#)
        #expect(readers(of: path) == ["city", "officer", "carrier"])
    }

    @Test func `a change of visibility takes effect at once`() throws {
        let path = try published("public")
        #expect(application.patch(path, #"{"visibility":"brokered"}"#, as: "carrier").status == 200)
        #expect(readers(of: path) == ["city", "officer", "carrier"])
        #expect(application.patch(path, #"{"visibility":"public"}"#, as: "carrier").status == 200)
        #expect(application.send(.get, path).status == 200)
    }

    @Test func `members for parties are not shown to others, and no one's absence is null`() throws {
        let document = Document.need(application)
            .with("site", #"{"name":"Aula","address":"Beispielweg 1","area_id":null}"#)
        let path = try application.publishedNeed(document)
        let hidden = [
            "recorded_by", "needs_review", "started_on", "no_public_funding", "contact_id", "created_by",
            "site/address",
        ]
        for who in [nil, "stranger", "portal", "reader", "company"] as [String?] {
            let response = application.send(.get, path, as: who)
            for name in hidden { #expect(!response.has(name), "\(name)") }
            #expect(response.text("site/name") == "Aula")
        }
        let officer = application.send(.get, path, as: "officer")
        #expect(officer.text("site/address") == "Beispielweg 1")
        #expect(officer.has("needs_review") && !officer.has("contact_id") && !officer.has("created_by"))
        let carrier = application.send(.get, path, as: "carrier")
        #expect(carrier.has("contact_id") && !carrier.has("created_by"))
        #expect(application.send(.get, path, as: "city").has("created_by"))
    }

    @Test func `the list shows each item as the item shows itself`() throws {
        let path = try published("public")
        for who in Self.everyone {
            let listed = application.send(.get, "/v1/needs", as: who)
            let shown = application.send(.get, path, as: who)
            #expect(listed["items/0"] == (try? shown.json()))
        }
    }
}
