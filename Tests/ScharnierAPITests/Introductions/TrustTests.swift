import HTTPWire
import TestSupport
import Testing

/// What nobody may gain by proposing, guessing or waiting (R-28, R-30, R-32).
@Suite struct TrustTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    private func guess(_ supplier: String) -> Response {
        let facts = #","supplier_id":"\#(application.id(of: supplier))""#
        return application.propose(need, offer, as: "carrier", facts: facts)
    }

    @Test func `a right guess whose an unnamed offer is cannot be told from a wrong one`() {
        #expect(guess("company").faults == ["#/supplier_id not_allowed_together"])
        #expect(guess("foundation").faults == guess("company").faults)
    }

    @Test func `an unnamed giver is named once it has accepted`() throws {
        let proposed = application.propose(need, offer, as: "carrier")
        let path = try #require(proposed.field("Location"), "\(proposed.outcome) \(proposed.failedGuards)")
        #expect(proposed.text("supplier_id") == nil)
        #expect(application.send(.get, offer, as: "carrier").text("organization_id") == nil)
        #expect(application.fire("accept", path, as: "company").text("item/status") == "connected")
        #expect(
            application.send(.get, path, as: "carrier").text("supplier_id") == application.id(of: "company"))
    }

    @Test func `who proposes does not become a party before the other side agrees`() throws {
        try #require(application.propose(need, offer, as: "company").status == 201)
        #expect(application.send(.get, need, as: "company")["started_on"] == nil)
        #expect(application.send(.get, "\(need)/transitions", as: "company").status == 403)
    }

    @Test func `who was introduced does not follow a need back into its drafts`() throws {
        _ = try application.connection(need, offer)
        #expect(application.send(.get, need, as: "company").status == 200)
        application.patch(need, #"{"title":"Ein anderer Titel"}"#, as: "carrier")
        let returned = application.fire("return", need, as: "city", facts: #","reason_code":"unclear_text""#)
        #expect(returned.text("item/status") == "returned")
        #expect(application.send(.get, need, as: "company").status == 404)
    }

    @Test(arguments: ["supplier suspended", "offer withdrawn", "need closed"])
    func `what ended since the proposal is not connected`(what: String) throws {
        let path = try #require(application.propose(need, offer, as: "company").field("Location"))
        switch what {
        case "supplier suspended":
            let organization = "/v1/organizations/\(application.id(of: "company"))"
            application.fire("suspend", organization, as: "city", facts: #","reason_code":"misuse""#)
        case "offer withdrawn": application.fire("withdraw", offer, as: "company")
        default: application.fire("close", need, as: "carrier", facts: #","outcome":"irrelevant""#)
        }
        let accepted = application.fire("accept", path, as: "carrier")
        // Talks pause while a side is suspended; whatever else ended stands against them for good.
        let code = what == "supplier suspended" ? "organization_suspended" : "blocked"
        #expect(accepted.failedGuards == [code], "\(accepted.outcome)")
        #expect(application.send(.get, path, as: "carrier").count("contacts") == 0)
        #expect(application.send(.get, "/v1/contacts", as: "company").count("items") == 1)
    }

    @Test func `personal data do not get into a published text by an edit`() {
        let patched = application.patch(need, #"{"self_help":"Ruft an: 0231 5551234"}"#, as: "carrier")
        #expect(patched.failedGuards == ["lint_failed"])
        let text = application.patch(offer, #"{"text":"Schreibt an post@example.org"}"#, as: "company")
        #expect(text.failedGuards == ["lint_failed"])
    }

    @Test func `a withdrawn need is answered with what is free again`() throws {
        _ = try application.connection(need, offer)
        #expect(application.send(.get, need, as: "carrier").integer("items/0/held") == 1)
        let withdrawn = application.fire("withdraw", need, as: "carrier")
        #expect(withdrawn.integer("item/items/0/held") == 0)
        #expect(withdrawn.field("ETag") == application.send(.get, need, as: "carrier").field("ETag"))
    }

    @Test func `a contact that is no longer for everyone is removed from everyone's copy`() throws {
        let contact = """
            {"display_name":"Büro","is_function_address":true,"email":"buero@example.org","purpose":"administration",
             "lawful_basis":"art6_1_e","info_text_version":"1","release":"public_function"}
            """
        let created = application.send(.post, "/v1/contacts", contact, as: "company")
        let path = try #require(created.field("Location"), "\(created.outcome)")
        let position =
            application.send(.get, "/v1/changes?after=latest", as: "carrier").integer("next_after") ?? 0
        application.patch(path, #"{"release":"introduced"}"#, as: "company")
        let feed = application.send(.get, "/v1/changes?after=\(position)", as: "carrier")
        #expect(feed.text("items/0/op") == "remove")
    }

    @Test func `days asked for take hours of the offer`() throws {
        let hours = Document.offer.with("unit", #""hour""#).with("quantity", "24")
        let byHour = try application.activeOffer(hours)
        let byDay = try application.publishedNeed(
            Document.need(application).with(
                "items",
                #"[{"kind":"goods","title":"Ein Gerät für Tage","quantity":5,"unit":"day","min_quantity":1}]"#
            ))
        let path = try #require(
            application.propose(byDay, byHour, as: "company", quantity: 2).field("Location"))
        #expect(application.fire("accept", path, as: "carrier").text("item/status") == "connected")
        #expect(application.send(.get, byHour, as: "company").integer("usage/held") == 16)
        #expect(application.fire("release_hold", path, as: "company").status == 201)
        #expect(application.send(.get, byHour, as: "company").integer("usage/held") == 0)
    }
}
