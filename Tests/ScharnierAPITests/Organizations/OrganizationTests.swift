import HTTPWire
import JSON
import TestSupport
import Testing

/// Who acts: organisations, their verification, and what of them is shown (F-06, F-08).
@Suite struct OrganizationTests {
    private let application: Application

    init() throws { application = try Application() }

    private func path(_ name: String) -> String { "/v1/organizations/\(application.id(of: name))" }

    private static let club = Document([
        ("kind", #""carrier""#), ("name", #""Verein Beispiel""#), ("legal_form", #""ev""#),
    ])

    @Test func `nobody but the city sees an organisation before it is verified`() throws {
        let fresh = try application.create("organizations", Self.club, as: "city")
        for who in [nil, "carrier", "officer", "reader", "portal"] as [String?] {
            #expect(application.send(.get, fresh, as: who).outcome == "404 not_found")
            #expect(!application.listed("/v1/organizations?limit=200", as: who).contains(fresh.id))
        }
        let method = #","method":"register""#
        #expect(application.fire("verify", fresh, as: "city", facts: method).status == 201)
        #expect(application.send(.get, fresh).text("verification/status") == "verified")
        #expect(application.listed("/v1/organizations", as: nil).contains(fresh.id))
    }

    @Test func `a verification needs evidence`() throws {
        let fresh = try application.create("organizations", Self.club.without("legal_form"), as: "city")
        let response = application.fire("verify", fresh, as: "city", facts: #","method":"register""#)
        #expect(response.failedGuards == ["evidence_missing"])
        let known = try application.create("organizations", Self.club, as: "city")
        let weak = application.fire("verify", known, as: "city", facts: #","method":"officer_known""#)
        #expect(weak.failedGuards == ["evidence_missing"])
    }

    @Test func `an officer records groups in an area of the own`() throws {
        let without = application.send(.post, "/v1/organizations", Self.club.text, as: "officer")
        #expect(without.outcome == "422 validation_failed")
        #expect(without.faults == ["#/steward_area_id required"])
        let own = Self.club.with("steward_area_id", "\"\(application.area("ar-nordmarkt"))\"")
        let path = try application.create("organizations", own, as: "officer")
        #expect(application.send(.get, path, as: "officer")["stewarded"] == .bool(true))
        let other = Self.club.with("steward_area_id", "\"\(application.area("ar-hoerde"))\"")
        #expect(application.send(.post, "/v1/organizations", other.text, as: "officer").status == 422)
    }

    @Test func `an officer writes needs for a group that the officer looks after`() throws {
        let own = Self.club.with("steward_area_id", "\"\(application.area("ar-nordmarkt"))\"")
        let group = try application.create("organizations", own, as: "officer")
        let document = Document.need(application).with("carrier_id", "\"\(group.id)\"")
        let need = try application.create("needs", document, as: "officer")
        #expect(application.send(.get, need, as: "officer")["recorded_by/on_behalf"] == .bool(true))
        #expect(application.fire("submit", need, as: "officer").status == 201)
        let foreign = Document.need(application).with("carrier_id", "\"\(application.id(of: "carrier"))\"")
        #expect(
            application.send(.post, "/v1/needs", foreign.text, as: "officer").outcome == "403 role_forbidden")
    }

    @Test func `each edits the own organisation, the city every one`() {
        let body = #"{"short_name":"Beispiel"}"#
        #expect(application.patch(path("carrier"), body, as: "carrier").text("short_name") == "Beispiel")
        #expect(application.patch(path("carrier"), body, as: "stranger").outcome == "403 role_forbidden")
        #expect(application.patch(path("carrier"), body, as: "officer").outcome == "403 role_forbidden")
        #expect(application.patch(path("carrier"), #"{"size":"staff_lt_5"}"#, as: "city").status == 200)
        let small = application.patch(path("carrier"), #"{"size":"small"}"#, as: "city")
        #expect(small.faults == ["#/size not_allowed_together"])
    }

    @Test func `another name asks for another verification when the owner gives it`() {
        let response = application.patch(path("carrier"), #"{"name":"Anderer Name"}"#, as: "carrier")
        #expect(response.text("verification/status") == "unverified")
        #expect(
            application.patch(path("company"), #"{"name":"Neue Firma"}"#, as: "city").text(
                "verification/status") == "verified")
    }

    @Test func `a seat that is not public shows its place only`() {
        let seat =
            #"{"seat":{"street":"Beispielweg 1","postal_code":"44147","city":"Dortmund","area_id":null},"seat_public":false}"#
        #expect(
            application.patch(path("carrier"), seat, as: "carrier").text("seat/street") == "Beispielweg 1")
        for who in [nil, "stranger", "portal", "officer"] as [String?] {
            let response = application.send(.get, path("carrier"), as: who)
            #expect(response.text("seat/city") == "Dortmund")
            #expect(!response.has("seat/street") && !response.has("seat/postal_code"))
            #expect(!response.has("tax_status"))
        }
        #expect(application.send(.get, path("carrier"), as: "carrier").has("tax_status"))
    }

    @Test func `a suspended organisation can do nothing but leave`() throws {
        let need = try application.publishedNeed()
        let reason = #","reason_code":"misuse""#
        #expect(application.fire("suspend", path("carrier"), as: "city", facts: reason).status == 201)
        let pause = application.fire("pause", need, as: "carrier", facts: #","reason_code":"other""#)
        #expect(pause.outcome == "409 guard_failed")
        #expect(application.fire("withdraw", need, as: "carrier").status == 201)
    }

    @Test func `kinds, areas and other filters find what they name`() {
        let ids = application.listed("/v1/organizations?kind=company", as: nil)
        #expect(ids == [application.id(of: "company")])
        #expect(application.listed("/v1/organizations?kind=carrier,network", as: nil).count == 3)
        #expect(application.send(.get, "/v1/organizations?kind=x").outcome == "400 parameter_invalid")
        #expect(application.send(.get, "/v1/organizations?grant_making=1").outcome == "400 parameter_invalid")
        #expect(application.send(.get, "/v1/organizations?name=x").outcome == "400 parameter_unknown")
    }
}
