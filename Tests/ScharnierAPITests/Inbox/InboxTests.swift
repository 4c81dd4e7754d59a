import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

/// Everything that waits for somebody is in their inbox, until it is done (F-20).
@Suite struct InboxTests {
    private let application: Application

    init() throws {
        application = try Application(tokenDays: 365)
        for organization in application.city.organizations.values where organization.profile.taxStatus != nil
        {
            let path = "/v1/organizations/\(organization.id)/tax-status-confirmations"
            let confirmed = application.send(.post, path, #"{"source":"document_seen"}"#, as: "city")
            #expect(confirmed.status == 201, "\(confirmed.outcome) \(confirmed.faults)")
        }
    }

    /// Kind and record of each task, as the inbox has them.
    private func tasks(_ who: String, _ query: String = "") -> [String] {
        let response = application.send(.get, "/v1/inbox\(query)", as: who)
        #expect(response.status == 200, "\(response.outcome) \(response.faults)")
        return response.elements("items").map { "\($0["kind"] ?? "?") \($0["href"] ?? "?")" }
    }

    private static let everyone = [
        "carrier", "stranger", "foundation", "company", "network", "portal", "officer", "city", "reader",
    ]

    /// Whose inbox has this task, by name.
    private func holders(_ task: String) -> [String] { Self.everyone.filter { tasks($0).contains(task) } }

    @Test func `where nothing is to be done, every inbox is empty`() throws {
        _ = try application.publishedNeed()
        _ = try application.activeOffer()
        for who in Self.everyone {
            let response = application.send(.get, "/v1/inbox", as: who)
            #expect(response.count("items") == 0, "\(who)")
            #expect(response.integer("total") == 0 && response.integer("overdue") == 0, "\(who)")
        }
        #expect(application.send(.get, "/v1/inbox").outcome == "401 token_missing")
        #expect(application.send(.get, "/v1/inbox", as: "monitor").outcome == "403 role_forbidden")
    }

    @Test func `a contact that nobody used for long is asked for before it becomes anonymous`() throws {
        let document = Document([
            ("display_name", #""Kanarienvogel""#), ("purpose", #""introduction""#),
            ("lawful_basis", #""art6_1_a""#), ("info_text_version", #""1""#),
            ("email", #""kanarie@example.org""#), ("retain_until_on", #""2027-01-31""#),
        ])
        let path = try application.create("contacts", document, as: "carrier")
        let task = "keep_contact \(path)"
        application.clock.advance(days: 41)
        #expect(holders(task) == [])
        application.clock.advance(days: 1)
        #expect(holders(task) == ["carrier"])
        let asked = application.send(.get, "/v1/inbox?kind=keep_contact", as: "carrier")
        #expect(asked.text("items/0/due_at") == "2027-01-31T23:00:00.000Z")
        #expect(!String(decoding: asked.body, as: UTF8.self).contains("Kanarie"))
        #expect(application.patch(path, #"{"retain_until_on":"2027-12-31"}"#, as: "carrier").status == 200)
        #expect(holders(task) == [])
    }

    @Test func `a submitted need waits for the city and the officers of its areas, for five working days`()
        throws
    {
        let path = try application.draftNeed()
        #expect(holders("verify_need \(path)") == [])
        application.fire("submit", path, as: "carrier")
        #expect(holders("verify_need \(path)") == ["officer", "city"])
        let response = application.send(.get, "/v1/inbox", as: "officer")
        // Saturday, 21 November: the fifth working day is Friday the 27th, until midnight in Dortmund.
        #expect(response.text("items/0/due_at") == "2026-11-27T23:00:00.000Z")
        #expect(response["items/0/overdue"] == .bool(false))
        #expect(response.text("items/0/title") == "Schultaschen zum Schulanfang")
        #expect(response.text("items/0/text_de") == "Bedarf prüfen und veröffentlichen")
        application.clock.advance(days: 7)
        let late = application.send(.get, "/v1/inbox?overdue=true", as: "officer")
        #expect(late["items/0/overdue"] == .bool(true) && late.integer("overdue") == 1)
        #expect(tasks("officer", "?overdue=false") == [])
        application.fire("publish", path, as: "officer")
        #expect(holders("verify_need \(path)") == [])
        let elsewhere = try application.draftNeed(.need(application, area: "ar-hoerde"))
        application.fire("submit", elsewhere, as: "carrier")
        #expect(holders("verify_need \(elsewhere)") == ["city"])
    }

    @Test func `what is returned waits for its owner, what was changed for a look`() throws {
        let path = try application.publishedNeed()
        application.patch(path, #"{"title":"Zwölf Schultaschen"}"#, as: "carrier")
        #expect(holders("review_need \(path)") == ["officer", "city"])
        application.fire("return", path, as: "officer", facts: #","reason_code":"unclear_text""#)
        #expect(holders("review_need \(path)") == [])
        #expect(holders("revise_need \(path)") == ["carrier"])
        application.fire("submit", path, as: "carrier")
        #expect(holders("revise_need \(path)") == [])
    }

    @Test func `an owner is asked to confirm before it rests, and until it is done`() throws {
        let need = try application.publishedNeed()
        let offer = try application.activeOffer()
        application.clock.advance(days: 90 - 14, seconds: -1)
        #expect(holders("confirm_need \(need)") == [])
        application.clock.advance(seconds: 1)
        #expect(holders("confirm_need \(need)") == ["carrier"])
        application.clock.advance(days: 20)
        try application.runTimers()
        #expect(application.send(.get, need, as: "carrier").text("status") == "stale")
        let response = application.send(.get, "/v1/inbox", as: "carrier")
        #expect(response.text("items/0/kind") == "confirm_need" && response["items/0/overdue"] == .bool(true))
        application.fire("confirm", need, as: "carrier")
        #expect(tasks("carrier") == [])
        application.clock.advance(days: 70)
        #expect(holders("confirm_offer \(offer)") == ["company"])
        application.fire("confirm", need, as: "carrier")
    }

    @Test func `a proposal waits for the side that has not answered, and then for both`() throws {
        let need = try application.publishedNeed()
        let offer = try application.activeOffer()
        let path = try #require(application.propose(need, offer, as: "company").field("Location"))
        #expect(holders("answer_introduction \(path)") == ["carrier"])
        let response = application.send(.get, "/v1/inbox", as: "carrier")
        #expect(response.text("items/0/due_at") == "2026-12-05T09:30:00.000Z")
        application.fire("accept", path, as: "carrier")
        #expect(holders("answer_introduction \(path)") == [])
        #expect(holders("continue_introduction \(path)") == ["carrier", "company"])
        application.fire("fail", path, as: "company", facts: #","reason_code":"timing""#)
        #expect(holders("continue_introduction \(path)") == [])
    }

    @Test func `a registration waits for its officer and the city, a membership for its network`() throws {
        let area = application.area("ar-nordmarkt")
        let body = #"{"name":"Elterncafé","kind":"carrier","seat":{"city":"Dortmund","area_id":"\#(area)"}}"#
        let registered = application.send(.post, "/v1/registrations", body)
        #expect(registered.status == 201, "\(registered.faults)")
        let id = try #require(registered.text("organization_id") ?? registered.text("id"))
        let task = "verify_organization /v1/organizations/\(id)"
        #expect(holders(task) == ["officer", "city"])
        let network = application.id(of: "network")
        let membership = try application.create(
            "memberships", Document([("network_id", "\"\(network)\""), ("type", #""full""#)]), as: "carrier")
        #expect(holders("confirm_membership \(membership)") == ["network"])
        application.fire("confirm", membership, as: "network")
        #expect(holders("confirm_membership \(membership)") == [])
        #expect(holders(task) == ["officer", "city"])
    }

    @Test func `acute needs come first, whatever is due before`() throws {
        let calm = try application.draftNeed()
        application.fire("submit", calm, as: "carrier")
        application.clock.advance(days: 3)
        let acute = Document.need(application).with("horizon", #""acute""#).with(
            "needed_by_on", #""2026-12-01""#)
        let urgent = try application.draftNeed(acute)
        application.fire("submit", urgent, as: "carrier")
        #expect(tasks("officer") == ["verify_need \(urgent)", "verify_need \(calm)"])
        let response = application.send(.get, "/v1/inbox?limit=1", as: "officer")
        #expect(response["items/0/acute"] == .bool(true))
        #expect(response.count("items") == 1 && response.integer("total") == 2)
        #expect(tasks("officer", "?kind=review_need") == [])
        #expect(tasks("officer", "?kind=verify_need,review_need").count == 2)
    }

    @Test(arguments: ["?kind=x", "?limit=0", "?overdue=1", "?sort=due_at", "?cursor=x"])
    func `a parameter that says nothing sensible is refused`(query: String) {
        #expect(application.send(.get, "/v1/inbox\(query)", as: "city").status == 400)
    }

    @Test func `a stated tax status waits to be confirmed, and to be stated anew before it ends`() throws {
        let path = "/v1/organizations/\(application.id(of: "carrier"))"
        let body = #"{"basis":"exemption_notice","notice_on":"2022-01-21"}"#
        let stated = application.send(.post, "\(path)/tax-status-proposals", body, as: "carrier")
        #expect(stated.status == 201, "\(stated.outcome) \(stated.faults)")
        #expect(holders("confirm_tax_status \(path)") == ["city"])
        let confirm = #"{"source":"document_seen"}"#
        _ = application.send(.post, "\(path)/tax-status-confirmations", confirm, as: "city")
        #expect(holders("confirm_tax_status \(path)") == [])
        // Five years from the notice, less sixty days: tomorrow.
        #expect(holders("renew_tax_status \(path)") == [])
        application.clock.advance(days: 1)
        #expect(holders("renew_tax_status \(path)") == ["carrier"])
        let response = application.send(.get, "/v1/inbox", as: "carrier")
        #expect(response.text("items/0/due_at") == "2027-01-21T23:00:00.000Z")
        _ = application.send(
            .post, "\(path)/tax-status-proposals", #"{"basis":"exemption_notice","notice_on":"2026-11-01"}"#,
            as: "carrier")
        #expect(holders("renew_tax_status \(path)") == [])
    }

    @Test func `what the city itself offers waits for the city, too`() throws {
        let offer = try application.activeOffer(as: "city")
        application.clock.advance(days: 170)
        #expect(holders("confirm_offer \(offer)") == ["city"])
    }
}
