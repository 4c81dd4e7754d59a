import HTTPWire
import JSON
import TestSupport
import Testing

/// On what ground receipts are given: stated by the organisation, confirmed by the city (domain.md §3.2 row 6, F-10).
@Suite struct TaxStatusTests {
    private let application: Application

    init() throws { application = try Application() }

    private var carrier: String { "/v1/organizations/\(application.id(of: "carrier"))" }

    private func propose(_ body: String, as who: String?, of path: String? = nil) -> Response {
        application.send(.post, "\(path ?? carrier)/tax-status-proposals", body, as: who)
    }

    private func confirm(_ body: String, as who: String?, of path: String? = nil) -> Response {
        application.send(.post, "\(path ?? carrier)/tax-status-confirmations", body, as: who)
    }

    private static let notice =
        #"{"basis":"exemption_notice","notice_on":"2021-11-21","tax_office":"Finanzamt Beispiel"}"#

    @Test func `what is stated is unconfirmed until the city has seen it`() {
        let stated = propose(Self.notice, as: "carrier")
        #expect(stated.status == 201)
        #expect(stated.field("Location") == carrier)
        #expect(stated.text("tax_status/source") == "self_declared")
        #expect(stated["tax_status/confirmed_at"] == .null)
        #expect(confirm(#"{"source":"document_seen"}"#, as: "city").status == 201)
        let confirmed = application.send(.get, carrier, as: "carrier")
        #expect(confirmed.text("tax_status/source") == "document_seen")
        #expect(confirmed.text("tax_status/confirmed_by") == application.id(of: "city"))
        #expect(confirmed.text("tax_status/confirmed_at") == "2026-11-21T09:30:00.000Z")
    }

    @Test func `the same statement leaves a confirmation, another one ends it`() {
        _ = propose(Self.notice, as: "carrier")
        let confirmed = confirm(#"{"source":"public_register"}"#, as: "city").integer("version")
        #expect(propose(Self.notice, as: "carrier").integer("version") == confirmed)
        let other = propose(#"{"basis":"exemption_notice","notice_on":"2024-01-02"}"#, as: "carrier")
        #expect(other.text("tax_status/source") == "self_declared")
        #expect(other["tax_status/confirmed_by"] == .null)
    }

    @Test func `receipts may be given to the day, and no longer`() {
        let stated = propose(Self.notice, as: "carrier")
        #expect(stated["tax_status/receipt_capable"] == .bool(true))
        #expect(stated.text("tax_status/receipt_capable_until_on") == "2026-11-21")
        application.clock.advance(days: 1)
        #expect(application.send(.get, carrier)["receipt_capable"] == .bool(false))
        let own = application.send(.get, carrier, as: "carrier")
        #expect(own["tax_status/receipt_capable"] == .bool(false))
    }

    @Test func `each states the own, officers that of their areas, and a portal none`() {
        #expect(propose(Self.notice, as: "stranger").outcome == "403 role_forbidden")
        #expect(propose(Self.notice, as: "officer").outcome == "403 role_forbidden")
        let portal = "/v1/organizations/\(application.id(of: "portal"))"
        #expect(propose(Self.notice, as: "portal", of: portal).outcome == "403 role_forbidden")
        let areas = #"{"active_area_ids":["\#(application.area("ar-nordmarkt"))"]}"#
        application.patch(carrier, areas, as: "carrier")
        #expect(propose(Self.notice, as: "officer").status == 201)
        #expect(confirm(#"{"source":"document_seen"}"#, as: "officer").status == 201)
        #expect(confirm(#"{"source":"document_seen"}"#, as: "carrier").outcome == "403 scope_missing")
    }

    @Test func `a confirmation needs evidence and something to confirm`() {
        let foundation = "/v1/organizations/\(application.id(of: "company"))"
        let missing = confirm(#"{"source":"document_seen"}"#, as: "city", of: foundation)
        #expect(missing.failedGuards == ["tax_status_missing"])
        #expect(confirm(#"{"source":"self_declared"}"#, as: "city").faults == ["#/source not_in_enum"])
        #expect(confirm("{}", as: "city").faults == ["#/source required"])
    }

    @Test func `purposes are terms of the vocabulary`() throws {
        let terms = application.send(.get, "/v1/taxonomy-terms?scheme=purpose").elements("items")
        let code = try #require(terms.first?["code"])
        let good = propose(#"{"basis":"public_body","purposes":["\#(code)"]}"#, as: "carrier")
        #expect(good.words("tax_status/purposes") == [code])
        let bad = propose(#"{"basis":"public_body","purposes":["x"]}"#, as: "carrier")
        #expect(bad.faults == ["#/purposes/0 reference_not_found"])
    }
}
