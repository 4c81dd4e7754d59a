import HTTPWire
import ScharnierStore
import TestSupport
import Testing

/// Whom a commitment waits for finds it in the inbox; what it rests on cannot end beneath it (R-34, F-20, F-59, F-60).
@Suite struct WaitingTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    /// Whose inbox has this task.
    private func holders(_ kind: String, _ path: String) -> [String] {
        ["carrier", "stranger", "company", "foundation", "officer", "city"].filter { who in
            application.send(.get, "/v1/inbox", as: who).elements("items").contains {
                $0["kind"] == kind && $0["href"] == path
            }
        }
    }

    @Test func `it waits for one side after the other`() throws {
        let introduction = try application.connection(need, offer, quantity: 4)
        let path = try application.draftCommitment(introduction, need, quantity: 4)
        #expect(holders("sign_commitment", path) == ["carrier", "company"])
        application.sign(path, "supplier", as: "company")
        #expect(holders("sign_commitment", path) == ["carrier"])
        application.sign(path, "carrier", as: "carrier")
        #expect(holders("sign_commitment", path) == [])
        #expect(holders("deliver_commitment", path) == ["company"])
        let shown = application.send(.get, path, as: "company")
        // The day after the last one for the delivery, at midnight in Dortmund.
        #expect(shown.text("due_at") == "2026-12-20T23:00:00.000Z")
        application.fire("deliver", path, as: "company")
        #expect(holders("acknowledge_commitment", path) == ["carrier"])
        application.fire("acknowledge", path, as: "carrier")
        #expect(holders("evaluate_commitment", path) == ["carrier", "company"])
        application.evaluate(path, "supplier", as: "company")
        #expect(holders("evaluate_commitment", path) == ["carrier"])
        application.evaluate(path, "carrier", as: "carrier")
        #expect(holders("evaluate_commitment", path) == [])
    }

    @Test func `a dispute waits for the officers and the city`() throws {
        let path = try application.confirmedCommitment(need, offer)
        application.fire("start", path, as: "company")
        application.fire("dispute", path, as: "carrier", facts: #","reason_code":"not_received""#)
        #expect(holders("decide_dispute", path) == ["officer", "city"])
        #expect(application.send(.get, path, as: "carrier").count("waiting_on") == 0)
    }

    @Test func `what was delivered is acknowledged within a fortnight, or its task is overdue`() throws {
        let path = try application.confirmedCommitment(need, offer)
        let given = application.fire("deliver", path, as: "company")
        #expect(
            given.text("item/due_at") == "2026-12-05T09:30:00.000Z", "\(given.text("item/due_at") ?? "-")")
        application.clock.advance(days: 14)
        let inbox = application.send(.get, "/v1/inbox", as: "carrier")
        #expect(inbox.integer("overdue") == 1)
    }

    @Test func `an organisation that has promised something stays until that is kept`() throws {
        let path = try application.confirmedCommitment(need, offer)
        for (who, id) in [("company", "company"), ("carrier", "carrier")] {
            let place = "/v1/organizations/\(application.id(of: id))/status-transitions"
            let refused = application.send(.post, place, #"{"event":"close"}"#, as: who)
            #expect(refused.failedGuards == ["open_commitments"], "\(refused.outcome)")
        }
        application.fire("cancel", path, as: "company", facts: #","reason_code":"organization_closed""#)
        let place = "/v1/organizations/\(application.id(of: "company"))/status-transitions"
        #expect(application.send(.post, place, #"{"event":"close"}"#, as: "company").status == 201)
    }

    @Test func `a draft ends with the talks that led to it`() throws {
        let introduction = try application.connection(need, offer, quantity: 4)
        let path = try application.draftCommitment(introduction, need, quantity: 4)
        application.sign(path, "supplier", as: "company")
        application.fire("fail", introduction, as: "carrier", facts: #","reason_code":"timing""#)
        #expect(application.send(.get, path, as: "carrier").text("status") == "discarded")
        #expect(application.sign(path, "carrier", as: "carrier", revision: 1).outcome == "409 state_conflict")
        #expect(application.send(.get, need, as: "carrier").integer("items/0/open") == 10)
        let log = application.send(.get, "\(path)/transitions", as: "carrier").elements("items")
        #expect(log.last?["event"] == "discard" && log.last?["actor_role"] == "system")
    }

    @Test func `withdrawing a need ends also a draft that the talks came to, and what it took is free`()
        throws
    {
        let introduction = try application.connection(need, offer, quantity: 4)
        let path = try application.draftCommitment(introduction, need, quantity: 4)
        application.fire("agree", introduction, as: "company")
        #expect(application.send(.get, offer, as: "company").integer("usage/committed") == 4)
        #expect(application.fire("withdraw", need, as: "carrier").status == 201)
        #expect(application.send(.get, path, as: "company").text("status") == "discarded")
        #expect(application.send(.get, introduction, as: "company").text("status") == "withdrawn")
        #expect(application.send(.get, offer, as: "company").integer("usage/committed") == 0)
        #expect(try application.store.check().isEmpty)
    }

    @Test func `an organisation that closes leaves nothing taken`() throws {
        let introduction = try application.connection(need, offer, quantity: 4)
        let path = try application.draftCommitment(introduction, need, quantity: 4)
        application.fire("agree", introduction, as: "company")
        let place = "/v1/organizations/\(application.id(of: "carrier"))/status-transitions"
        #expect(application.send(.post, place, #"{"event":"close"}"#, as: "carrier").status == 201)
        #expect(application.send(.get, path, as: "company").text("status") == "discarded")
        #expect(application.send(.get, offer, as: "company").integer("usage/committed") == 0)
    }

    @Test func `a need that ended is promised nothing, also what was taken before`() throws {
        let introduction = try application.connection(need, offer, quantity: 4)
        let path = try application.draftCommitment(introduction, need, quantity: 4)
        application.fire("agree", introduction, as: "company")
        application.patch(need, #"{"title":"Lesepaten für den Nachmittag"}"#, as: "carrier")
        let back = application.fire("return", need, as: "city", facts: #","reason_code":"unclear_text""#)
        #expect(back.text("item/status") == "returned", "\(back.outcome)")
        #expect(application.sign(path, "supplier", as: "company").failedGuards == ["blocked"])
        #expect(application.patch(need, #"{"title":"Entwurf X"}"#, as: "carrier").status == 200)
        let inbox = application.send(.get, "/v1/inbox", as: "company")
        #expect(!String(decoding: inbox.body, as: UTF8.self).contains("Entwurf X"))
        #expect(inbox.elements("items").contains { $0["href"] == path })
        application.fire("submit", need, as: "carrier")
        let published = application.fire("publish", need, as: "city")
        #expect(published.text("item/status") == "partially_met", "\(published.outcome)")
        #expect(application.sign(path, "supplier", as: "company").status == 201)
    }

    @Test func `a need of which no more is asked than is promised is met`() throws {
        _ = try application.confirmedCommitment(need, offer, quantity: 4)
        let item = application.send(.get, need, as: "carrier").elements("items")[0]
        let items =
            #"{"items":[{"id":"\#(item["id"] ?? "")","kind":"\#(item["kind"] ?? "")","title":"\#(item["title"] ?? "")","quantity":4,"unit":"\#(item["unit"] ?? "")"}]}"#
        let changed = application.patch(need, items, as: "carrier")
        #expect(changed.text("status") == "met", "\(changed.outcome) \(changed.faults)")
        #expect(try application.store.check().isEmpty)
    }

    @Test func `withdrawing a need ends its drafts, and keeps what is promised`() throws {
        let introduction = try application.connection(need, offer, quantity: 4)
        let promised = try application.draftCommitment(introduction, need, quantity: 4)
        application.sign(promised, "supplier", as: "company")
        application.sign(promised, "carrier", as: "carrier")
        let other = try application.activeOffer(as: "foundation")
        let talks = try #require(
            application.propose(need, other, as: "foundation", quantity: 2).field("Location"))
        application.fire("accept", talks, as: "carrier")
        let draft = try application.draftCommitment(talks, need, quantity: 2, as: "foundation")
        #expect(application.fire("withdraw", need, as: "carrier").status == 201)
        #expect(application.send(.get, draft, as: "carrier").text("status") == "discarded")
        #expect(application.send(.get, promised, as: "carrier").text("status") == "confirmed")
        #expect(application.fire("deliver", promised, as: "company").status == 201)
    }

    @Test func `a hold says why it ended`() throws {
        func ending(_ end: (String) throws -> Void) throws -> String? {
            let introduction = try application.connection(
                try application.publishedNeed(), try application.activeOffer())
            #expect(application.send(.get, introduction, as: "carrier").text("holds/0/release_reason") == nil)
            try end(introduction)
            return application.send(.get, introduction, as: "carrier").text("holds/0/release_reason")
        }
        #expect(try ending { application.fire("release_hold", $0, as: "company") } == "withdrawn")
        let why = #","reason_code":"timing""#
        #expect(try ending { application.fire("fail", $0, as: "carrier", facts: why) } == "cancelled")
        #expect(
            try ending { path in
                let need = "/v1/needs/\(application.send(.get, path, as: "carrier").text("need_id") ?? "")"
                _ = try application.draftCommitment(path, need)
                application.fire("agree", path, as: "company")
            } == "agreed")
        #expect(
            try ending { _ in
                application.clock.advance(days: 30)
                try application.runTimers()
            } == "expired")
    }

    @Test func `while a side is suspended nobody signs, but what was given may be acknowledged`() throws {
        let introduction = try application.connection(need, offer)
        let draft = try application.draftCommitment(introduction, need)
        let other = try application.publishedNeed()
        let path = try application.confirmedCommitment(other, try application.activeOffer())
        application.fire("deliver", path, as: "company")
        let place = "/v1/organizations/\(application.id(of: "company"))"
        application.fire("suspend", place, as: "city", facts: #","reason_code":"misuse""#)
        #expect(application.sign(draft, "carrier", as: "carrier").failedGuards == ["organization_suspended"])
        #expect(application.fire("acknowledge", path, as: "carrier").status == 201)
        let late = application.evaluate(path, "supplier", as: "company")
        #expect(late.failedGuards == ["organization_suspended"])
    }
}
