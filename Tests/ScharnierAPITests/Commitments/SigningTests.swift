import HTTPWire
import TestSupport
import Testing

/// Both sign the same, and what stands against it is told (F-62, F-63, F-68, F-69).
@Suite struct SigningTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    private func draft(_ change: (Document) -> Document = { $0 }) throws -> String {
        try application.draftCommitment(try application.connection(need, offer), need, change)
    }

    @Test func `a change after the first signature voids it`() throws {
        let path = try draft()
        #expect(application.sign(path, "supplier", as: "company").count("item/signatures") == 1)
        let changed = application.patch(path, #"{"delivery_due_on":"2026-12-24"}"#, as: "carrier")
        #expect(changed.integer("revision") == 2 && changed.count("signatures") == 0)
        #expect(application.patch(path, "{}", as: "carrier").integer("revision") == 2)
        let old = application.sign(path, "supplier", as: "company", revision: 1)
        #expect(old.failedGuards == ["revision_changed"])
        application.sign(path, "carrier", as: "carrier")
        #expect(application.sign(path, "supplier", as: "company").text("item/status") == "confirmed")
    }

    @Test func `only who is verified signs, and nobody with one who is not`() throws {
        let path = try draft()
        application.sign(path, "carrier", as: "carrier")
        let place = "/v1/organizations/\(application.id(of: "company"))"
        application.patch(place, #"{"name":"Anders GmbH"}"#, as: "company")
        #expect(application.sign(path, "supplier", as: "company").failedGuards == ["blocked"])
        #expect(application.send(.get, path, as: "company").text("status") == "drafted")
    }

    @Test func `what the need asks for in another measure is not signed any more`() throws {
        let introduction = try application.connection(need, offer)
        let path = try application.draftCommitment(introduction, need)
        application.fire("release_hold", introduction, as: "company")
        let items =
            #"{"items":[{"id":"\#(application.firstItem(of: need))","kind":"service","title":"Fahrdienst","quantity":10,"unit":"hour"}]}"#
        let changed = application.patch(need, items, as: "carrier")
        #expect(changed.text("items/0/unit") == "hour", "\(changed.outcome) \(changed.faults)")
        #expect(application.sign(path, "carrier", as: "carrier").failedGuards == ["revision_changed"])
    }

    @Test func `who has signed may sign again, and nothing happens`() throws {
        let path = try draft()
        application.sign(path, "supplier", as: "company")
        let before = application.position
        #expect(application.sign(path, "supplier", as: "company", revision: 1).status == 200)
        #expect(application.position == before)
    }

    @Test func `nobody signs for the other side`() throws {
        let path = try draft()
        #expect(application.sign(path, "carrier", as: "company", revision: 1).outcome == "403 role_forbidden")
        #expect(application.sign(path, "host", as: "carrier", revision: 1).faults == ["#/side not_in_enum"])
        #expect(application.sign(path, "supplier", as: "city", revision: 1).outcome == "403 role_forbidden")
        #expect(application.sign(path, "supplier", as: "stranger", revision: 1).outcome == "404 not_found")
    }

    @Test func `what is confirmed stays as it is`() throws {
        let path = try application.confirmedCommitment(need, offer)
        let changed = application.patch(path, #"{"purpose":"Etwas anderes"}"#, as: "carrier")
        #expect(changed.outcome == "409 state_conflict")
        #expect(changed.text("state") == "confirmed" && changed.words("allowed") == ["cancel"])
        #expect(application.sign(path, "carrier", as: "carrier", revision: 2).outcome == "409 state_conflict")
    }

    @Test func `it counts for one area of the need, or for the city`() throws {
        let path = try draft()
        let shown = application.send(.get, path, as: "carrier")
        #expect(shown.text("attribution_area_id") == application.area("ar-nordmarkt"))
        func signing(for area: String?) -> [String] {
            let code = area.map { "\"\(application.area($0))\"" } ?? "null"
            application.patch(path, #"{"attribution_area_id":\#(code)}"#, as: "carrier")
            return application.sign(path, "carrier", as: "carrier").failedGuards
        }
        #expect(signing(for: "ar-hoerde") == ["attribution_area"])
        #expect(signing(for: nil) == ["attribution_area"])
        #expect(signing(for: "dortmund") == [])
        #expect(signing(for: "ar-nordmarkt") == [])
    }

    @Test func `money goes to whoever has a legal form`() throws {
        let need = try application.publishedNeed(
            Document.need(application).with("items", "[\(Document.money.text)]"))
        let money = Document([
            ("kind", #""money""#), ("title", #""Geld""#), ("budget_cents", "1000000"), ("reach", #""city""#),
        ])
        let introduction = try application.connection(
            need, try application.activeOffer(money), quantity: 250_000)
        let path = try application.draftCommitment(introduction, need, quantity: 250_000) {
            $0.with("legal_nature", #""donation""#)
        }
        let carrier = application.id(of: "carrier")
        #expect(application.send(.get, path, as: "company").text("payee_organization_id") == carrier)
        func signing(to payee: String) -> [String] {
            let body = #"{"payee_organization_id":"\#(application.id(of: payee))"}"#
            application.patch(path, body, as: "company")
            return application.sign(path, "supplier", as: "company").failedGuards
        }
        #expect(signing(to: "company") == ["wrong_payee"])
        #expect(signing(to: "stranger") == ["wrong_payee"])
        #expect(signing(to: "carrier") == [])
    }

    @Test func `what protection of minors the need asks for, the supplier promises`() throws {
        let item = Document.item.with("safeguarding", #""supervised_only""#)
        let need = try application.publishedNeed(Document.need(application).with("items", "[\(item.text)]"))
        let offer = try application.activeOffer(
            Document.offer.with("safeguarding_ready", #""supervised_only""#))
        let path = try application.draftCommitment(try application.connection(need, offer), need)
        #expect(application.send(.get, path, as: "company").text("safeguarding") == "supervised_only")
        application.patch(path, #"{"safeguarding":"none"}"#, as: "company")
        #expect(application.sign(path, "supplier", as: "company").failedGuards == ["safeguarding_unmet"])
        application.patch(path, #"{"safeguarding":"certificate_available"}"#, as: "company")
        #expect(application.sign(path, "supplier", as: "company").failedGuards == [])
    }

    @Test func `without a day for the delivery nobody signs`() throws {
        let path = try draft { $0.without("delivery_due_on") }
        let signed = application.sign(path, "supplier", as: "company")
        #expect(signed.outcome == "422 incomplete" && signed.faults == ["#/delivery_due_on required"])
    }

    @Test func `a valued counterpart excludes a donation, and a receipt needs a receiver who may give one`()
        throws
    {
        let path = try draft()
        func advice(_ patch: String) -> [String] {
            let changed = application.patch(path, patch, as: "carrier")
            return changed.elements("advice").compactMap { $0["code"] }
        }
        #expect(
            advice(#"{"counterpart":{"text":"Logo","valued":true,"value_cents":5000}}"#) == [
                "counterpart_excludes_donation"
            ])
        #expect(advice(#"{"legal_nature":"sponsorship"}"#) == [])
        #expect(advice(#"{"receipt_requested":true}"#) == [])
        #expect(application.sign(path, "supplier", as: "company").status == 201)
    }

    @Test func `what is in the draft is checked, all of it at once`() throws {
        let introduction = try application.connection(need, offer)
        let item = application.firstItem(of: need)
        let document = Document.commitment(introduction, item: item)
            .with(
                "lines",
                #"[{"need_item_id":"\#(item)","quantity":0,"valuation":{"method":"none","amount_cents":1}}]"#
            )
            .with("starts_on", #""2026-12-02""#).with("ends_on", #""2026-12-01""#)
            .with("status", #""confirmed""#)
        let refused = application.send(.post, "/v1/commitments", document.text, as: "carrier")
        #expect(
            refused.faults == [
                "#/lines/0/quantity out_of_range", "#/lines/0/valuation/amount_cents not_allowed_together",
                "#/ends_on not_allowed_together", "#/status read_only",
            ])
        let foreign = Document.commitment(introduction, item: introduction.id)
        let unknown = application.send(.post, "/v1/commitments", foreign.text, as: "carrier")
        #expect(unknown.faults == ["#/lines/0/need_item_id reference_not_found"])
    }
}
