import HTTPWire
import Scharnier
import ScharnierStore
import TestSupport
import Testing

/// How an organisation announces itself without a token (F-07).
@Suite struct RegistrationTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let group = Document([
        ("kind", #""carrier""#), ("name", #""Nähtreff Beispielhof""#), ("legal_form", #""informal""#),
    ])

    private func register(_ document: Document, as who: String? = nil) -> Response {
        application.send(.post, "/v1/registrations", document.text, as: who)
    }

    @Test func `a group without register number is taken down, and nothing of it is public`() throws {
        let response = register(Self.group)
        #expect(response.status == 201)
        #expect(response.text("verification_status") == "unverified")
        let path = try #require(response.field("Location"))
        #expect(path == "/v1/organizations/\(response.text("organization_id") ?? "")")
        for who in [nil, "carrier", "network", "portal", "officer", "reader"] as [String?] {
            #expect(application.send(.get, path, as: who).outcome == "404 not_found")
            #expect(!application.listed("/v1/organizations?limit=200", as: who).contains(path.id))
        }
        #expect(application.send(.get, path, as: "city").text("name") == "Nähtreff Beispielhof")
        #expect(application.send(.get, "/v1/tokens", as: "city").ids.count == application.city.secrets.count)
    }

    @Test func `the officers of its area see it and verify it`() throws {
        let document = Self.group.with("active_area_ids", "[\"\(application.area("ar-nordmarkt"))\"]")
        let path = try #require(register(document).field("Location"))
        #expect(application.send(.get, path, as: "officer").status == 200)
        let known = application.fire("verify", path, as: "officer", facts: #","method":"officer_known""#)
        #expect(known.status == 201)
        #expect(application.send(.get, path).status == 200)
    }

    @Test func `whom to ask back is kept for that alone`() throws {
        let contact =
            #"{"display_name":"Frau Beispiel","email":"kanarienvogel@example.org","info_text_version":"1"}"#
        let path = try #require(register(Self.group.with("contact", contact)).field("Location"))
        application.fire("verify", path, as: "city", facts: #","method":"officer_known""#)
        for who in [nil, "carrier", "portal", "officer"] as [String?] {
            for target in [path, "/v1/organizations?limit=200"] {
                let body = application.send(.get, target, as: who).body
                #expect(!String(decoding: body, as: UTF8.self).contains("kanarienvogel"))
            }
        }
        let kept = try application.store.read { tx in
            try tx.contacts(of: try #require(.init(path.id))).map(\.card)
        }
        #expect(kept.map(\.email) == ["kanarienvogel@example.org"])
        #expect(kept.map(\.release) == [Contact.Release.none] && kept.map(\.purpose) == [.administration])
    }

    @Test func `what is missing or not for the public to set is told`() {
        #expect(register(Self.group.without("name")).faults == ["#/name required"])
        #expect(register(Self.group.with("kind", #""city_unit""#)).faults == ["#/kind not_in_enum"])
        #expect(register(Self.group.with("kind", #""portal""#)).faults == ["#/kind not_in_enum"])
        for (name, json) in [("steward_area_id", "null"), ("tax_status", "null"), ("status", #""active""#)] {
            #expect(register(Self.group.with(name, json)).faults == ["#/\(name) unknown_member"])
        }
        let nameless = #"{"display_name":"Frau Beispiel","info_text_version":"1"}"#
        #expect(register(Self.group.with("contact", nameless)).faults == ["#/contact/email required"])
    }

    @Test func `organisations with a token have no need to register`() {
        for who in ["carrier", "foundation", "network", "portal", "reader"] {
            #expect(register(Self.group, as: who).outcome == "403 role_forbidden")
        }
        for who in ["officer", "city"] { #expect(register(Self.group, as: who).status == 201) }
    }

    @Test func `trying it out takes nothing down, and a key takes it down once`() {
        let before = application.position
        let trial = application.send(.post, "/v1/registrations?dry_run=true", Self.group.text)
        #expect(trial.status == 200)
        #expect(application.position == before)
        let key = [("Idempotency-Key", "anmeldung-1")]
        let first = application.send(.post, "/v1/registrations", Self.group.text, fields: key)
        let second = application.send(.post, "/v1/registrations", Self.group.text, fields: key)
        #expect(first.body == second.body && second.field("Idempotency-Replayed") == "true")
        #expect(application.position == before + 1)
    }
}
