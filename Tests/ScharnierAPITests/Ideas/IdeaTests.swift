import HTTPWire
import JSON
import Scharnier
import ScharnierStore
import TestSupport
import Testing

/// Needs that nobody owns yet, and how they find an owner (F-39, domain.md §5.9).
@Suite struct IdeaTests {
    private let application: Application

    init() throws { application = try Application() }

    private func idea(as who: String = "company", _ change: (Document) -> Document = { $0 }) throws -> String
    {
        let document = Document([
            ("title", #""Ein Lastenrad für das Viertel""#),
            ("text", #""Wer etwas Großes zu tragen hat, leiht es sich.""#),
            ("area_ids", #"["\#(application.area("ar-nordmarkt"))"]"#), ("topics", #"["education"]"#),
        ])
        return try application.create("ideas", change(document), as: who)
    }

    private func published() throws -> String {
        let path = try idea()
        let response = application.fire("publish", path, as: "officer")
        try #require(response.text("item/status") == "published", "\(response.outcome)")
        return path
    }

    @Test func `an idea is handed in, published by the officer, and adopted as the draft of a need`() throws {
        let path = try idea()
        #expect(application.send(.get, path).outcome == "404 not_found")
        #expect(application.send(.get, path, as: "stranger").text("status") == "submitted")
        #expect(application.fire("publish", path, as: "officer").text("item/status") == "published")
        #expect(application.send(.get, path).text("title") == "Ein Lastenrad für das Viertel")
        let adopted = application.fire("adopt", path, as: "carrier")
        #expect(adopted.status == 201 && adopted.text("item/status") == "adopted")
        let need = try #require(adopted.text("item/adopted_need_id"))
        let draft = application.send(.get, "/v1/needs/\(need)", as: "carrier")
        #expect(draft.text("status") == "draft")
        #expect(draft.text("title") == "Ein Lastenrad für das Viertel")
        #expect(draft.text("text") == "Wer etwas Großes zu tragen hat, leiht es sich.")
        #expect(draft.words("beneficiary_area_ids") == [application.area("ar-nordmarkt")])
        #expect(draft.words("topics") == ["education"] && draft.count("items") == 0)
        #expect(draft.text("carrier_id") == application.id(of: "carrier"))
        #expect(try application.store.check().isEmpty)
    }

    @Test func `which need it became is not told to whom it does not concern`() throws {
        let path = try published()
        application.fire("adopt", path, as: "carrier")
        for who in ["company", "carrier", "officer", "city"] {
            #expect(application.send(.get, path, as: who).text("adopted_need_id") != nil, "\(who)")
        }
        for who in [nil, "stranger", "foundation", "reader", "portal"] as [String?] {
            let response = application.send(.get, path, as: who)
            #expect(response.text("status") == "adopted" && !response.has("adopted_need_id"))
        }
        #expect(
            application.send(.get, "\(path)?fields=adopted_need_id").outcome == "400 parameter_invalid")
    }

    @Test func `an idea is adopted once, and only by those who have needs`() throws {
        let path = try published()
        for who in ["company", "foundation"] {
            #expect(application.fire("adopt", path, as: who).outcome.hasPrefix("403"), "\(who)")
        }
        for who in ["officer", "city"] {
            #expect(application.fire("adopt", path, as: who).outcome == "403 role_forbidden")
        }
        #expect(application.fire("adopt", path, as: "network").status == 201)
        let position = application.position
        #expect(application.fire("adopt", path, as: "carrier").outcome == "409 state_conflict")
        let again = application.fire("adopt", path, as: "network")
        #expect(again.status == 200 && application.position == position)
        #expect(application.listed("/v1/needs", as: "network").count == 1)
    }

    @Test func `many who adopt at once get it once`() throws {
        let path = try published()
        let requests = (0..<16).map { index in
            Application.Sending(
                .post, "\(path)/transitions", #"{"event":"adopt"}"#,
                as: index.isMultiple(of: 2) ? "carrier" : "stranger")
        }
        let answers = application.sendTogether(requests)
        #expect(answers.filter { $0.status == 201 }.count == 1)
        let drafts = ["carrier", "stranger"].flatMap { application.listed("/v1/needs", as: $0) }
        #expect(drafts.count == 1)
    }

    @Test func `only officers of its areas and the city decide`() throws {
        let elsewhere = try idea {
            $0.with("area_ids", #"["\#(application.area("ar-hoerde"))"]"#)
        }
        #expect(application.fire("publish", elsewhere, as: "officer").outcome == "403 role_forbidden")
        #expect(application.fire("publish", elsewhere, as: "carrier").outcome == "403 role_forbidden")
        #expect(application.fire("publish", elsewhere, as: "city").text("item/status") == "published")
        let anywhere = try idea { $0.without("area_ids") }
        #expect(application.fire("drop", anywhere, as: "officer").text("item/status") == "dropped")
        #expect(application.send(.get, anywhere, as: "stranger").outcome == "404 not_found")
        #expect(application.send(.get, anywhere, as: "company").text("status") == "dropped")
        #expect(application.fire("publish", anywhere, as: "officer").outcome == "404 not_found")
        #expect(application.fire("publish", anywhere, as: "city").outcome == "409 state_conflict")
    }

    @Test(arguments: [
        ("text", "Rufen Sie 0231 5551234 an, ich habe ein Lastenrad."),
        ("title", "Lastenrad: erika@example.org"),
        ("text", "Spenden bitte auf DE89 3704 0044 0532 0130 00."),
    ])
    func `what surely names a person is not taken, so that nobody reads it`(member: String, text: String) {
        let before = application.position
        let document = Document([("title", #""Lastenrad""#)]).with(member, "\"\(text)\"")
        for query in ["", "?dry_run=true"] {
            let response = application.send(.post, "/v1/ideas\(query)", document.text, as: "company")
            #expect(response.outcome == "409 guard_failed")
            #expect(Set(response.failedGuards) == ["lint_failed"])
        }
        #expect(application.listed("/v1/ideas", as: "city").isEmpty && application.position == before)
    }

    @Test func `what was taken before it was known to name a person is not published`() throws {
        var content = Idea.Content(title: "Lastenrad")
        content.text = "Rufen Sie 0231 5551234 an, ich habe ein Lastenrad."
        let author = try #require(Identifier<Organization>(application.id(of: "company")))
        let now = application.clock.now
        let idea = Idea(
            id: .init(high: 1, low: 2), organization: author, content: content, createdAt: now, updatedAt: now
        )
        try application.store.write { tx in try tx.insert(idea) }
        let path = "/v1/ideas/\(idea.id)"
        #expect(application.fire("publish", path, as: "city").failedGuards == ["lint_failed"])
        #expect(application.fire("drop", path, as: "city").text("item/status") == "dropped")
    }

    @Test func `an area that has ended since is left out of the need`() throws {
        let (kept, ended) = (application.area("ar-nordmarkt"), application.area("ar-hoerde"))
        let path = try idea { $0.with("area_ids", #"["\#(ended)","\#(kept)"]"#) }
        application.fire("publish", path, as: "city")
        let end = application.patch(
            "/v1/areas/\(ended)", #"{"valid_to_on":"2026-11-21"}"#, as: "city", match: "*")
        try #require(end.text("valid_to_on") == "2026-11-21", "\(end.outcome) \(end.faults)")
        application.clock.advance(days: 1)
        let adopted = application.fire("adopt", path, as: "carrier")
        let need = try #require(adopted.text("item/adopted_need_id"), "\(adopted.outcome)")
        let draft = application.send(.get, "/v1/needs/\(need)", as: "carrier")
        #expect(draft.words("beneficiary_area_ids") == [kept])
    }

    @Test func `as many areas as a need can have are taken and adopted, one more is too many`() throws {
        let areas = (1...21).map { number in
            let area = Document([
                ("type", #""subdistrict""#), ("code", "\"block-\(number)\""), ("name", "\"Block \(number)\""),
                ("parent_id", "\"\(application.area("ar-nordmarkt"))\""),
                ("valid_from_on", #""2026-11-21""#),
            ])
            return application.send(.post, "/v1/areas", area.text, as: "city").text("id") ?? "none"
        }
        func list(_ count: Int) -> String {
            "[" + areas.prefix(count).map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
        let path = try idea { $0.with("area_ids", list(20)) }
        application.fire("publish", path, as: "city")
        #expect(application.fire("adopt", path, as: "carrier").text("item/adopted_need_id") != nil)
        let more = Document([("title", #""Lastenrad""#), ("area_ids", list(21))])
        let response = application.send(.post, "/v1/ideas", more.text, as: "company")
        #expect(response.outcome == "422 validation_failed" && response.faults == ["#/area_ids too_many"])
    }

    @Test func `nobody speaks for others, but the city does, and officers for those they look after`() throws
    {
        let own = #""\#(application.id(of: "stranger"))""#
        for who in ["company", "officer"] {
            let document = Document([("title", #""Lastenrad""#), ("organization_id", own)])
            let response = application.send(.post, "/v1/ideas", document.text, as: who)
            #expect(response.outcome == "403 role_forbidden", "\(who)")
        }
        _ = try idea(as: "city") { $0.with("organization_id", own) }
        #expect(
            application.send(.get, "/v1/ideas", as: "city").text("items/0/organization_id")
                == application.id(of: "stranger"))
    }

    @Test func `an idea whose text is too short for a need is adopted without it`() throws {
        let path = try idea { $0.with("text", #""Zu kurz.""#) }
        application.fire("publish", path, as: "city")
        let need = try #require(
            application.fire("adopt", path, as: "carrier").text("item/adopted_need_id"))
        #expect(application.send(.get, "/v1/needs/\(need)", as: "carrier")["text"] == JSONValue.null)
    }

    @Test(arguments: [
        ("title", "\"ab\"", "title too_short"), ("topics", #"["nonsense"]"#, "topics/0 reference_not_found"),
        ("status", "\"published\"", "status read_only"), ("area_ids", #"["x"]"#, "area_ids/0 bad_format"),
        ("horizon", "\"acute\"", "horizon unknown_member"),
    ])
    func `a wrong member is told by its place and fault`(name: String, json: String, fault: String) {
        let document = Document([("title", #""Lastenrad""#)]).with(name, json)
        let response = application.send(.post, "/v1/ideas", document.text, as: "company")
        #expect(response.outcome == "422 validation_failed" && response.faults == ["#/\(fault)"])
    }

    @Test func `ideas are listed, searched, and found beside needs unless something else is asked for`()
        throws
    {
        let path = try published()
        func ids(_ query: String) -> [String] { application.listed("/v1/ideas?\(query)", as: nil) }
        #expect(ids("q=lastenrad&topic=education&sort=title") == [path.id])
        #expect(ids("status=submitted").isEmpty)
        #expect(ids("area_id=\(application.area("ar-hoerde"))").isEmpty)
        let search = application.send(.get, "/v1/search?type=idea&q=lastenrad")
        #expect(search.text("sections/0/items/0/href") == path)
        let list = try #require(search.text("sections/0/href"))
        #expect(application.listed(list, as: nil) == [path.id])
        for query in ["horizon=acute", "kind=goods", "target_group=children"] {
            let response = application.send(.get, "/v1/search?\(query)")
            let types = response.elements("sections").compactMap { $0["type"] }
            #expect(types == ["offer", "need", "programme"], "\(query)")
        }
    }

    @Test func `its parties read its log`() throws {
        let path = try published()
        for who in ["company", "officer", "city"] {
            #expect(application.send(.get, "\(path)/transitions", as: who).count("items") == 1)
        }
        #expect(
            application.send(.get, "\(path)/transitions", as: "stranger").outcome == "403 role_forbidden")
    }
}
