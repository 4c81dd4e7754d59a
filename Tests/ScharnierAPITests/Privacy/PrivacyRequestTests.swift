import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

/// People get done what they may ask for: access, rectification, erasure, restriction, objection (domain.md §12).
@Suite struct PrivacyRequestTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test func `a request is passed on, checked, executed and closed by the city alone`() throws {
        let request = try application.openPrivacyRequest("access", about: try application.personContact())
        let shown = application.send(.get, request, as: "carrier")
        #expect(shown.text("status") == "received" && shown.text("kind") == "access")
        // 21 November: due at the end of 21 December.
        #expect(shown.text("due_at") == "2026-12-21T23:00:00.000Z")
        #expect(application.fire("check_identity", request, as: "carrier").outcome == "403 role_forbidden")
        let early = application.fire("execute", request, as: "city")
        #expect(early.outcome == "409 state_conflict")
        #expect(application.fire("check_identity", request, as: "city").faults == ["#/note required"])
        let done = try application.process(request, to: ["check_identity", "execute", "close"])
        #expect(done.text("item/status") == "closed")
        #expect(done.text("item/identity_check") == "Rückruf")
        let log = application.send(.get, "\(request)/transitions", as: "carrier")
        #expect(log.elements("items").map { $0["event"] } == ["check_identity", "execute", "close"])
        #expect(log.elements("items").allSatisfy { $0["note"] == nil })
    }

    @Test func `who may see a request`() throws {
        let request = try application.openPrivacyRequest("access", about: try application.personContact())
        for who in ["carrier", "city"] {
            #expect(application.send(.get, request, as: who).status == 200)
            #expect(application.listed("/v1/privacy-requests", as: who) == [request.id])
        }
        for who in ["stranger", "officer", "company", "portal"] {
            #expect(application.send(.get, request, as: who).outcome == "404 not_found", "\(who)")
            #expect(application.listed("/v1/privacy-requests", as: who) == [])
        }
        #expect(application.listed("/v1/privacy-requests?status=closed,refused", as: "city") == [])
        #expect(application.listed("/v1/privacy-requests?status=received", as: "city") == [request.id])
    }

    @Test func `what a request needs is told`() throws {
        let send = { (body: String, who: String) in
            application.send(.post, "/v1/privacy-requests", body, as: who).faults
        }
        #expect(send("{}", "carrier") == ["#/kind required"])
        #expect(send(#"{"kind":"erasure"}"#, "carrier") == ["#/contact_id required"])
        let id = try application.personContact().id
        let foreign = #"{"kind":"erasure","contact_id":"\#(id)"}"#
        #expect(send(foreign, "stranger") == ["#/contact_id reference_not_found"])
        #expect(send(#"{"kind":"erasure","text":""}"#, "carrier") == ["#/text too_short"])
        let words = try application.create(
            "privacy-requests",
            Document([("kind", #""erasure""#), ("text", #""Mein Name steht in einem Bedarf.""#)]),
            as: "carrier")
        application.fire("check_identity", words, as: "city", facts: #","note":"Ausweis""#)
        #expect(application.fire("execute", words, as: "city").outcome == "422 incomplete")
        let refused = application.fire("refuse", words, as: "city")
        #expect(refused.faults == ["#/reason_code required"])
        try application.process(words, to: ["refuse", "close"])
    }

    @Test func `it waits in the city's inbox until it is dealt with`() throws {
        let request = try application.openPrivacyRequest("access", about: try application.personContact())
        let task = application.send(.get, "/v1/inbox?kind=answer_privacy_request", as: "city")
        #expect(task.text("items/0/href") == request && task.count("items") == 1)
        #expect(task["items/0/overdue"] == .bool(false))
        application.clock.advance(days: 32)
        #expect(application.send(.get, "/v1/inbox?overdue=true", as: "city").text("items/0/href") == request)
        try application.process(request)
        #expect(
            application.send(.get, "/v1/inbox?kind=answer_privacy_request", as: "city").count("items") == 0)
    }

    @Test func `an erased contact is nobody's any more, whoever looks wherever`() throws {
        let path = try application.personContact()
        let introduction = try application.introduction(naming: path)
        #expect(application.everything([introduction], as: "company").contains("kanarienvogel"))
        let position = application.position
        let done = try application.process(try application.openPrivacyRequest("erasure", about: path))
        #expect(done.text("item/result")?.hasPrefix("Kontakt anonymisiert") == true)
        #expect(done["item/identity_check"] == .null)
        let shown = application.send(.get, path, as: "carrier")
        #expect(shown.text("display_name") == "gelöscht" && shown["email"] == .null)
        #expect(shown.has("erased_at") && shown["erased_at"] != .null)
        for who in ["company", "carrier", "city", "officer", "stranger"] {
            let all = application.everything([path, introduction, "\(introduction)/transitions"], as: who)
            #expect(!all.contains("kanarien"), "\(who)")
        }
        let feed = application.send(.get, "/v1/changes?after=\(position)", as: "company")
        let entries = feed.elements("items").filter { $0["id"] == path.id }
        #expect(entries.map { $0["op"] } == ["erase"])
        // Statistics count the same introductions and disclosures.
        #expect(application.send(.get, introduction, as: "city").text("status") == "connected")
        #expect(application.send(.get, "/v1/disclosures", as: "carrier").count("items") == 1)
        let patched = application.patch(
            path, #"{"display_name":"Wieder da","email":"da@example.org"}"#, as: "carrier")
        #expect(patched.failedGuards == ["contact_erased"])
    }

    @Test func `answers that were kept for repeats are gone with it`() throws {
        let body = """
            {"display_name":"Kanarienvogel","purpose":"introduction","lawful_basis":"art6_1_a",
             "info_text_version":"1","email":"k@example.org"}
            """
        let send = {
            application.send(
                .post, "/v1/contacts", body, as: "carrier", fields: [("Idempotency-Key", "eins")])
        }
        let path = try #require(send().field("Location"))
        let need = try application.publishedNeed(
            Document.need(application).with("contact_id", #""\#(path.id)""#))
        let proposed = application.propose(need, try application.activeOffer(), as: "company")
        let introduction = try #require(proposed.field("Location"))
        let accept = {
            application.send(
                .post, "\(introduction)/transitions", #"{"event":"accept"}"#, as: "carrier",
                fields: [("Idempotency-Key", "zwei")])
        }
        #expect(accept().status == 201)
        try application.process(try application.openPrivacyRequest("erasure", about: path))
        #expect(send().outcome == "410 erased")
        #expect(accept().outcome == "410 erased")
    }

    @Test func `a dry run erases nothing and says what it would`() throws {
        let path = try application.personContact()
        let request = try application.openPrivacyRequest("erasure", about: path)
        try application.process(request, to: ["check_identity"])
        let before = application.position
        let trial = application.send(
            .post, "\(request)/transitions?dry_run=true", #"{"event":"execute"}"#, as: "city")
        #expect(trial.status == 200, "\(trial.outcome)")
        #expect(trial.text("item/result")?.contains("Vermittlungen ohne Texte: 0") == true)
        #expect(application.position == before)
        #expect(application.send(.get, path, as: "carrier").text("display_name") == "Kanarienvogel")
    }

    @Test func `a restricted contact is stored and used for nothing, until its request is closed`() throws {
        let path = try application.personContact()
        let introduction = try application.introduction(naming: path)
        let request = try application.openPrivacyRequest("restriction", about: path)
        try application.process(request)
        #expect(application.send(.get, path, as: "carrier").text("display_name") == "Kanarienvogel")
        #expect(application.send(.get, path, as: "carrier")["restricted_at"] != .null)
        #expect(application.send(.get, path, as: "company").outcome == "404 not_found")
        #expect(!application.everything([introduction], as: "company").contains("kanarien"))
        let changed = application.patch(path, #"{"display_name":"Anders"}"#, as: "carrier")
        #expect(changed.failedGuards == ["contact_restricted"])
        let deleted = application.send(.delete, path, as: "carrier", fields: [("If-Match", "*")])
        #expect(deleted.failedGuards == ["contact_restricted"])
        let named = application.send(
            .post, "/v1/needs", Document.need(application).with("contact_id", #""\#(path.id)""#).text,
            as: "carrier")
        #expect(named.faults == ["#/contact_id reference_not_found"])
        // Of the next introduction the other contact is told, which is not restricted.
        let next = try application.connection(
            try application.publishedNeed(), try application.activeOffer())
        #expect(
            application.send(.get, next, as: "company").text("contacts/0/display_name") == "Kontakt carrier")
        try application.process(request, to: ["close"])
        #expect(application.send(.get, path, as: "carrier")["restricted_at"] == .null)
        #expect(application.send(.get, path, as: "company").text("display_name") == "Kanarienvogel")
    }

    @Test func `a restricted contact is not disclosed by an introduction that was proposed before`() throws {
        let path = try application.personContact()
        let need = try application.publishedNeed(
            Document.need(application).with("contact_id", #""\#(path.id)""#))
        let proposed = application.propose(need, try application.activeOffer(), as: "company")
        let introduction = try #require(proposed.field("Location"))
        try application.process(try application.openPrivacyRequest("restriction", about: path))
        #expect(application.fire("accept", introduction, as: "carrier").status == 201)
        let log = application.send(.get, "/v1/disclosures?contact_id=\(path.id)", as: "carrier")
        #expect(log.count("items") == 0)
        #expect(!application.everything([introduction], as: "company").contains("kanarien"))
    }

    @Test func `recipients are told of a rectification until they say that they acted on it`() throws {
        let path = try application.personContact()
        _ = try application.introduction(naming: path)
        let request = try application.openPrivacyRequest("rectification", about: path)
        application.clock.advance(seconds: 60)
        application.fire("check_identity", request, as: "city", facts: #","note":"Anruf""#)
        #expect(application.fire("execute", request, as: "city").failedGuards == ["not_rectified"])
        #expect(application.patch(path, #"{"display_name":"Zeisig"}"#, as: "carrier").status == 200)
        try application.process(request, to: ["execute"])
        let inbox = { application.send(.get, "/v1/inbox?kind=acknowledge_notice", as: $0 as String) }
        #expect(inbox("company").text("items/0/href") == path)
        #expect(inbox("carrier").count("items") == 0 && inbox("city").count("items") == 0)
        let listed = application.send(.get, "/v1/disclosures", as: "carrier")
        #expect(listed.text("items/0/notice/kind") == "rectified")
        let disclosure = "/v1/disclosures/\(listed.ids[0])/acknowledgements"
        // What nobody acts on in time the city hears of.
        application.clock.advance(days: 8)
        #expect(inbox("city").text("items/0/href") == path)
        #expect(application.send(.post, disclosure, "{}", as: "stranger").outcome == "404 not_found")
        #expect(application.send(.post, disclosure, "{}", as: "carrier").outcome == "403 role_forbidden")
        let confirmed = application.send(.post, disclosure, "{}", as: "company")
        #expect(confirmed.status == 200 && confirmed["notice/acknowledged_at"] != .null)
        #expect(application.send(.post, disclosure, "{}", as: "company").body == confirmed.body)
        #expect(inbox("company").count("items") == 0 && inbox("city").count("items") == 0)
    }

    @Test func `after an objection a contact is passed on to nobody`() throws {
        let path = try application.personContact()
        let need = try application.publishedNeed(
            Document.need(application).with("contact_id", #""\#(path.id)""#))
        try application.process(try application.openPrivacyRequest("objection", about: path))
        #expect(application.send(.get, path, as: "carrier").text("release") == "none")
        let introduction = try application.connection(need, try application.activeOffer())
        #expect(!application.everything([introduction], as: "company").contains("kanarien"))
    }

    @Test func `the log of disclosures tells who was told of one contact`() throws {
        let (one, other) = (try application.personContact(), try application.personContact("Zeisig"))
        _ = try application.introduction(naming: one)
        let log = application.send(.get, "/v1/disclosures?contact_id=\(one.id)", as: "carrier")
        #expect(log.elements("items").map { $0["to_organization_id"] } == [application.id(of: "company")])
        #expect(log["items/0/notice"] == .null)
        #expect(
            application.send(.get, "/v1/disclosures?contact_id=\(other.id)", as: "carrier").count("items")
                == 0)
        #expect(
            application.send(.get, "/v1/disclosures?contact_id=\(one.id)", as: "company").count("items") == 0)
    }
}
