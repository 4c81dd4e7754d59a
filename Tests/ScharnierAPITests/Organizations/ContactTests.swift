import HTTPWire
import JSON
import TestSupport
import Testing

/// Contacts: personal, so nobody sees them without cause (R-30; F-03).
@Suite struct ContactTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let card = Document([
        ("display_name", #""Büro""#), ("purpose", #""introduction""#), ("lawful_basis", #""art6_1_a""#),
        ("info_text_version", #""1""#), ("email", #""buero@example.org""#),
    ])

    @Test func `a contact is written, changed and deleted by its organisation`() throws {
        let path = try application.create("contacts", Self.card, as: "carrier")
        let changed = application.patch(path, #"{"phone":"0231 555"}"#, as: "carrier")
        #expect(changed.status == 200)
        #expect(changed.text("email") == "buero@example.org")
        #expect(
            application.patch(path, "{}", as: "carrier", match: nil).outcome == "428 precondition_required")
        #expect(application.send(.delete, path, as: "carrier", fields: [("If-Match", "*")]).status == 204)
        #expect(application.send(.get, path, as: "carrier").outcome == "404 not_found")
    }

    @Test(arguments: ["display_name", "purpose", "lawful_basis", "info_text_version"])
    func `what a contact needs is told`(name: String) {
        let body = Self.card.without(name).text
        let response = application.send(.post, "/v1/contacts", body, as: "carrier")
        #expect(response.faults == ["#/\(name) required"])
    }

    @Test(arguments: ["stranger", "company", "officer", "portal"])
    func `nobody else reads or changes it`(who: String) throws {
        let path = try application.create("contacts", Self.card, as: "carrier")
        #expect(application.send(.get, path, as: who).outcome == "404 not_found")
        #expect(application.patch(path, "{}", as: who).outcome == "404 not_found")
        #expect(!application.listed("/v1/contacts", as: who).contains(path.id))
        let other = Self.card.with("organization_id", "\"\(application.id(of: "carrier"))\"")
        #expect(application.send(.post, "/v1/contacts", other.text, as: who).status >= 400)
    }

    @Test func `a public function is read by members and changed by its own only`() throws {
        let card = Self.card.with("release", #""public_function""#)
        let personal = application.send(.post, "/v1/contacts", card.text, as: "carrier")
        #expect(personal.faults == ["#/release not_allowed_together"])
        let path = try application.create("contacts", card.with("is_function_address", "true"), as: "carrier")
        #expect(application.send(.get, path, as: "stranger").status == 200)
        #expect(application.patch(path, "{}", as: "stranger").outcome == "403 role_forbidden")
        #expect(application.send(.get, path).outcome == "401 token_missing")
    }
}
