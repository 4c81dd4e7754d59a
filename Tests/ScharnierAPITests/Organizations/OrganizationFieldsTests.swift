import HTTPWire
import JSON
import TestSupport
import Testing

/// What an organisation says of itself, and who sees it (F-05, F-10, F-11).
@Suite struct OrganizationFieldsTests {
    private let application: Application

    init() throws { application = try Application() }

    private func path(_ name: String) -> String { "/v1/organizations/\(application.id(of: name))" }

    private static let everything = """
        {"register":{"court":"Amtsgericht Beispiel","type":"VR","number":"99999"},
         "w_id_nr":"DE999999999-00001","local_economy":true,"economic_activity":true,
         "goals":"Ziele","selection_criteria":"Auswahl",
         "transparency":{"staff":{"published":true,"url":"https://verein.example/team","as_of_on":"2026-01-15"}},
         "cooperation":{"questionnaire_version":"kanarienvogel","counterpart_text":"Gegenleistung",
            "answers":[{"question":"time","answer":"yes"},{"question":"room","answer":"partly"}]}}
        """

    @Test func `all that is said comes back, with what is computed`() {
        let response = application.patch(path("carrier"), Self.everything, as: "carrier")
        #expect(response.status == 200, "\(response.faults)")
        #expect(response.text("register/type") == "VR")
        #expect(response.text("w_id_nr") == "DE999999999-00001")
        #expect(response["local_economy"] == .bool(true))
        #expect(response["economic_activity"] == .bool(true))
        #expect(response.integer("transparency/score") == 1)
        #expect(response.text("transparency/staff/as_of_on") == "2026-01-15")
        #expect(response["transparency/large_donors/published"] == .bool(false))
        #expect(response.integer("cooperation/readiness") == 75)
        let again = application.send(.get, path("carrier"), as: "carrier")
        #expect(again.body == response.body)
    }

    @Test func `a patch changes one point and leaves the others`() {
        application.patch(path("carrier"), Self.everything, as: "carrier")
        let body = #"{"transparency":{"large_donors":{"published":true}}}"#
        let response = application.patch(path("carrier"), body, as: "carrier")
        #expect(response.integer("transparency/score") == 2)
        #expect(response.text("transparency/staff/url") == "https://verein.example/team")
        let version = response.integer("version")
        #expect(application.patch(path("carrier"), body, as: "carrier").integer("version") == version)
        let gone = application.patch(path("carrier"), #"{"cooperation":null}"#, as: "carrier")
        #expect(gone["cooperation"] == .null)
    }

    @Test(arguments: [
        (#"{"transparency":{"score":10}}"#, "#/transparency/score read_only"),
        (
            #"{"cooperation":{"questionnaire_version":"1","readiness":100}}"#,
            "#/cooperation/readiness read_only"
        ),
        (#"{"tax_status":{"basis":"public_body"}}"#, "#/tax_status read_only"),
        (#"{"register":{"court":"A","type":"XX","number":"1"}}"#, "#/register/type not_in_enum"),
        (#"{"register":{"court":"A","type":"VR"}}"#, "#/register/number required"),
        (#"{"w_id_nr":"DE1"}"#, "#/w_id_nr bad_format"),
        (#"{"transparency":{"gossip":{"published":true}}}"#, "#/transparency/gossip unknown_member"),
        (#"{"transparency":null}"#, "#/transparency required"),
    ])
    func `what is computed or cannot be is refused`(body: String, fault: String) {
        let response = application.patch(path("carrier"), body, as: "carrier")
        #expect(response.outcome == "422 validation_failed")
        #expect(response.faults == [fault])
    }

    @Test func `nobody but the own organisation and the city sees what is only theirs`() {
        application.patch(path("carrier"), Self.everything, as: "carrier")
        for who in ["carrier", "city"] {
            let text = application.send(.get, path("carrier"), as: who).content
            #expect(text.contains("kanarienvogel") && text.contains("DE999999999"), "\(who)")
        }
        for who in [nil, "stranger", "foundation", "portal", "officer", "reader", "network"] as [String?] {
            for target in [path("carrier"), "/v1/organizations?limit=200"] {
                let response = application.send(.get, target, as: who)
                #expect(response.status == 200)
                #expect(!response.content.contains("kanarienvogel"), "\(who ?? "public")")
                #expect(!response.content.contains("DE999999999"), "\(who ?? "public")")
                #expect(!response.content.contains(#""economic_activity":true"#), "\(who ?? "public")")
                #expect(response.content.contains("verein.example/team"), "\(who ?? "public")")
            }
        }
    }

    @Test func `an officer of its area sees what parties see`() {
        let areas = #"{"active_area_ids":["\#(application.area("ar-nordmarkt"))"]}"#
        application.patch(path("carrier"), areas, as: "carrier")
        let response = application.send(.get, path("carrier"), as: "officer")
        #expect(response.has("economic_activity") && !response.has("w_id_nr") && !response.has("tax_status"))
        #expect(response.field("ETag")?.hasSuffix(".p0\"") == true)
    }

    @Test func `a note of the verification is for the city`() throws {
        let club = Document([
            ("kind", #""carrier""#), ("name", #""Verein Beispiel""#), ("legal_form", #""ev""#),
        ])
        let fresh = try application.create("organizations", club, as: "city")
        let facts = #","method":"register","note":"Registerblatt gesehen""#
        let verified = application.fire("verify", fresh, as: "city", facts: facts)
        #expect(verified.text("item/verification/note") == "Registerblatt gesehen")
        #expect(verified.text("item/verification/by") == application.id(of: "city"))
        for who in [nil, "carrier", "officer", "reader"] as [String?] {
            let response = application.send(.get, fresh, as: who)
            #expect(response.text("verification/by") == application.id(of: "city"))
            #expect(!response.has("verification/note"))
        }
    }

    @Test func `a GmbH with a foundation's name is neither a foundation nor a giver of grants`() throws {
        let firm = Document([
            ("kind", #""company""#), ("name", #""Stiftung Beispiel GmbH""#), ("legal_form", #""gmbh""#),
        ])
        let path = try application.create("organizations", firm, as: "city")
        application.fire("verify", path, as: "city", facts: #","method":"register""#)
        func found(_ filter: String) -> Bool {
            application.listed("/v1/organizations?\(filter)", as: nil).contains(path.id)
        }
        #expect(!found("legal_form=foundation_private") && !found("grant_making=true"))
        #expect(!found("kind=foundation") && found("legal_form=gmbh"))
        #expect(application.patch(path, #"{"grant_making":true}"#, as: "city").status == 200)
        #expect(found("grant_making=true") && !found("legal_form=foundation_private"))
    }
}

extension Response {
    /// The whole content as text.
    fileprivate var content: String { String(decoding: body, as: UTF8.self) }
}
