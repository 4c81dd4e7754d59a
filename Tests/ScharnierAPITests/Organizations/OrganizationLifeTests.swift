import HTTPWire
import ScharnierStore
import TestSupport
import Testing

/// Suspension, closing and reopening, and what they do to everything else (F-08, domain.md §5.2).
@Suite struct OrganizationLifeTests {
    private let application: Application

    init() throws { application = try Application() }

    private func path(_ name: String) -> String { "/v1/organizations/\(application.id(of: name))" }

    private func move(_ event: String, _ path: String, as who: String) -> Response {
        application.send(.post, "\(path)/status-transitions", #"{"event":"\#(event)"}"#, as: who)
    }

    @Test func `with the organisation ends what it asks for, offers and talks about`() throws {
        let draft = try application.draftNeed()
        let need = try application.publishedNeed()
        let offer = try application.activeOffer()
        let introduction = try application.connection(need, offer, quantity: 4)
        let response = move("close", path("carrier"), as: "carrier")
        #expect(response.status == 201)
        #expect(response.text("to") == "closed" && response.text("item/status") == "closed")
        #expect(response.field("Content-Location") == path("carrier"))
        #expect(application.send(.get, need, as: "city").text("status") == "closed")
        #expect(application.send(.get, draft, as: "carrier").text("status") == "draft")
        #expect(application.send(.get, introduction, as: "city").text("status") == "withdrawn")
        #expect(application.send(.get, offer, as: "company").integer("quantity_held") ?? 0 == 0)
        #expect(application.listed("/v1/needs", as: nil).isEmpty)
        #expect(application.send(.get, path("carrier")).outcome == "404 not_found")
        #expect(try application.store.check().isEmpty)
    }

    @Test func `a giver's offers end with it`() throws {
        let offer = try application.activeOffer()
        #expect(move("close", path("company"), as: "company").status == 201)
        #expect(application.send(.get, offer, as: "company").text("status") == "closed")
        let log = application.send(.get, "\(offer)/transitions", as: "company").elements("items")
        #expect(log.last?["event"] == "close" && log.last?["actor_role"] == "system")
        #expect(application.listed("/v1/offers", as: nil).isEmpty)
    }

    @Test func `a closed organisation starts nothing, and the city reopens it`() throws {
        let draft = try application.draftNeed()
        #expect(move("close", path("carrier"), as: "carrier").status == 201)
        let submit = application.fire("submit", draft, as: "carrier")
        #expect(submit.failedGuards == ["organization_closed"])
        #expect(move("reopen", path("carrier"), as: "carrier").outcome == "403 role_forbidden")
        #expect(move("reopen", path("carrier"), as: "city").status == 201)
        #expect(application.fire("submit", draft, as: "carrier").status == 201)
        let log = application.send(.get, "\(path("carrier"))/transitions", as: "carrier").elements("items")
        #expect(log.compactMap { $0["event"] } == ["verify", "close", "reopen"])
    }

    @Test func `closing again is harmless, and others cannot`() {
        #expect(move("close", path("carrier"), as: "stranger").outcome == "403 role_forbidden")
        #expect(move("close", path("carrier"), as: "officer").outcome == "403 role_forbidden")
        #expect(move("reopen", path("carrier"), as: "city").outcome == "409 state_conflict")
        #expect(move("close", path("carrier"), as: "carrier").status == 201)
        #expect(move("close", path("carrier"), as: "carrier").status == 200)
        #expect(move("merge", path("carrier"), as: "city").faults == ["#/event not_in_enum"])
    }

    @Test func `talks pause while either side is suspended`() throws {
        let need = try application.publishedNeed()
        let offer = try application.activeOffer()
        let proposed = application.propose(need, offer, as: "company")
        let talks = try #require(proposed.field("Location"))
        let reason = #","reason_code":"misuse""#
        #expect(application.fire("suspend", path("company"), as: "city", facts: reason).status == 201)
        let accept = application.fire("accept", talks, as: "carrier")
        #expect(accept.failedGuards == ["organization_suspended"])
        #expect(application.fire("reinstate", path("company"), as: "city").status == 201)
        #expect(application.fire("accept", talks, as: "carrier").text("item/status") == "connected")
    }

    @Test func `a suspended side's talks can still be declined`() throws {
        let need = try application.publishedNeed()
        let proposed = application.propose(need, try application.activeOffer(), as: "company")
        let talks = try #require(proposed.field("Location"))
        application.fire("suspend", path("company"), as: "city", facts: #","reason_code":"misuse""#)
        let decline = application.fire("decline", talks, as: "carrier", facts: #","reason_code":"timing""#)
        #expect(decline.status == 201)
    }
}
