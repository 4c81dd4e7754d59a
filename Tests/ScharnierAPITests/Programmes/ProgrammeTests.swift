import HTTPWire
import JSON
import ScharnierStore
import TestSupport
import Testing

/// Programmes, their calls and prizes, and their life (F-73, domain.md §5.7).
@Suite struct ProgrammeTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let policy = Document([
        ("version", #""2026.1""#), ("valid_from_on", #""2026-01-01""#), ("legal_basis", #""Satzung""#),
        ("verification", #""unverified""#),
    ])

    private static let prize = Document([
        ("type", #""prize""#), ("title", #""Nachbarschaftspreis""#), ("policy", policy.text),
        ("calls", #"[{"opens_on":"2026-11-01","closes_on":"2026-11-21"}]"#),
    ])

    private func draft(_ document: Document = prize, as who: String = "foundation") throws -> String {
        try application.create("programmes", document, as: who)
    }

    private func published(_ document: Document = prize, as who: String = "foundation") throws -> String {
        let path = try draft(document, as: who)
        let response = application.fire("publish", path, as: who)
        try #require(response.text("item/status") == "published", "\(response.outcome)")
        return path
    }

    @Test(arguments: ["foundation", "company", "network", "city"])
    func `whoever gives describes a programme, publishes it, suspends and closes it`(who: String) throws {
        let path = try draft(as: who)
        for other in [nil, "carrier", "stranger", "officer", "reader"] as [String?] where other != who {
            #expect(application.send(.get, path, as: other).outcome == "404 not_found")
        }
        #expect(application.fire("publish", path, as: who).text("item/status") == "published")
        #expect(application.fire("publish", path, as: who).status == 200)
        #expect(application.send(.get, path).text("organization_id") == application.id(of: who))
        #expect(application.fire("suspend", path, as: who).text("item/status") == "suspended")
        #expect(application.send(.get, path).outcome == "404 not_found")
        #expect(application.fire("publish", path, as: who).text("item/status") == "published")
        #expect(application.fire("close", path, as: who).text("item/status") == "closed")
        #expect(application.fire("publish", path, as: who).outcome == "409 state_conflict")
        #expect(application.patch(path, #"{"title":"Anders"}"#, as: who).outcome == "409 state_conflict")
        let log = application.send(.get, "\(path)/transitions", as: who)
        #expect(
            log.elements("items").map { $0["event"] } == [
                "publish", "suspend", "publish", "close",
            ])
        #expect(try application.store.check().isEmpty)
    }

    @Test func `a programme is created for no other organisation, nor moved to one`() throws {
        let foreign = Self.prize.with("organization_id", "\"\(application.id(of: "company"))\"")
        #expect(
            application.send(.post, "/v1/programmes", foreign.text, as: "foundation").outcome
                == "403 role_forbidden")
        #expect(
            application.send(.post, "/v1/programmes", foreign.text, as: "city").outcome
                == "403 role_forbidden")
        let path = try draft()
        let moved = application.patch(
            path, #"{"organization_id":"\#(application.id(of: "company"))"}"#, as: "foundation")
        #expect(moved.faults == ["#/organization_id immutable"])
    }

    @Test func `another giver neither changes nor closes what it can read`() throws {
        let path = try published()
        #expect(application.patch(path, "{}", as: "company").outcome == "403 role_forbidden")
        #expect(application.fire("close", path, as: "company").outcome == "403 role_forbidden")
        #expect(application.fire("close", path, as: "city").outcome == "403 role_forbidden")
        #expect(application.send(.get, "\(path)/transitions", as: "company").outcome == "403 role_forbidden")
        #expect(application.send(.get, "\(path)/transitions", as: "city").count("items") == 1)
    }

    @Test func `without a policy that is in force nothing is published`() throws {
        let open = try draft(Self.prize.without("policy"))
        let missing = application.fire("publish", open, as: "foundation")
        #expect(missing.outcome == "422 incomplete" && missing.faults == ["#/policy required"])
        for (name, day) in [("valid_from_on", "2026-11-22"), ("valid_to_on", "2026-11-21")] {
            let policy = Self.policy.with(name, "\"\(day)\"")
            let path = try draft(Self.prize.with("policy", policy.text))
            #expect(
                application.fire("publish", path, as: "foundation").failedGuards == ["policy_not_in_force"])
        }
        let today = Self.policy.with("valid_from_on", #""2026-11-21""#).with("valid_to_on", #""2026-11-22""#)
        _ = try published(Self.prize.with("policy", today.text))
    }

    @Test func `an organisation that is not verified publishes nothing`() throws {
        let path = try draft()
        let organization = "/v1/organizations/\(application.id(of: "foundation"))"
        #expect(application.patch(organization, #"{"name":"Umbenannt"}"#, as: "foundation").status == 200)
        #expect(
            application.fire("publish", path, as: "foundation").failedGuards == ["organization_unverified"])
    }

    @Test(arguments: ["title", "summary"])
    func `what surely names a person is not published`(member: String) throws {
        let path = try draft(Self.prize.with(member, #""Fragen an erika@example.org""#))
        #expect(application.fire("publish", path, as: "foundation").failedGuards == ["lint_failed"])
    }

    @Test func `a published policy stays, another version takes its place`() throws {
        let path = try published()
        let changed = application.patch(path, #"{"policy":{"max_cents":5}}"#, as: "foundation")
        #expect(changed.faults == ["#/policy/version immutable"])
        let ended = application.patch(path, #"{"policy":{"valid_to_on":"2026-12-31"}}"#, as: "foundation")
        #expect(ended.text("policy/valid_to_on") == "2026-12-31")
        let next = application.patch(
            path, #"{"policy":{"version":"2026.2","max_cents":5}}"#, as: "foundation")
        #expect(next.integer("policy/max_cents") == 5)
        #expect(next.text("policy/legal_basis") == "Satzung")
        let gone = application.patch(path, #"{"policy":null}"#, as: "foundation")
        #expect(gone.outcome == "422 incomplete")
        let past = application.patch(path, #"{"policy":{"valid_to_on":"2026-11-20"}}"#, as: "foundation")
        #expect(past.failedGuards == ["policy_not_in_force"])
    }

    @Test(arguments: ["published", "suspended"])
    func `a version that was left behind does not come back with other terms`(status: String) throws {
        let path = try published()
        func revise(_ version: String) -> Response {
            application.patch(
                path, #"{"policy":{"version":"\#(version)","max_cents":1}}"#, as: "foundation")
        }
        let next = application.patch(path, #"{"policy":{"version":"2026.9"}}"#, as: "foundation")
        #expect(next.text("policy/version") == "2026.9")
        if status == "suspended" { application.fire("suspend", path, as: "foundation") }
        for version in ["2026.1", "2026.9", "2026.09", "2025.10"] {
            #expect(revise(version).faults == ["#/policy/version immutable"], "\(version)")
        }
        #expect(application.send(.get, path, as: "foundation")["policy/max_cents"] == .null)
        #expect(revise("2026.10").integer("policy/max_cents") == 1)
        #expect(application.send(.get, path, as: "foundation").text("status") == status)
    }

    @Test func `a draft is deleted, what was published is not`() throws {
        let path = try draft()
        let delete = { (path: String) in
            application.send(.delete, path, as: "foundation", fields: [("If-Match", "*")])
        }
        #expect(delete(path).status == 204)
        #expect(application.send(.get, path, as: "foundation").outcome == "404 not_found")
        #expect(delete(try published()).outcome == "409 state_conflict")
        #expect(try application.store.check().isEmpty)
    }

    @Test(arguments: [
        ("type", "\"loan\"", "type not_in_enum"), ("title", "\"ab\"", "title too_short"),
        ("status", "\"published\"", "status read_only"), ("award_kind", "null", "award_kind required"),
        ("policy", "{}", "policy/version required"),
        ("calls", #"[{"opens_on":"x"}]"#, "calls/0/opens_on bad_format"),
        (
            "calls", #"[{"opens_on":"2026-02-02","closes_on":"2026-02-01"}]"#,
            "calls/0/closes_on not_allowed_together"
        ),
        ("awards", #"[{"year":2025}]"#, "awards/0/recipient_text required"),
        ("policy", policy.with("topics", #"["nonsense"]"#).text, "policy/topics/0 reference_not_found"),
        (
            "policy", policy.with("area_ids", #"["01a1fd70-f1c0-7abc-8def-000000000000"]"#).text,
            "policy/area_ids/0 reference_not_found"
        ),
        ("policy", policy.with("max_share_bp", "10001").text, "policy/max_share_bp out_of_range"),
        ("deadline", "1", "deadline unknown_member"),
    ])
    func `a wrong member is told by its place and fault`(name: String, json: String, fault: String) {
        let before = application.position
        let response = application.send(
            .post, "/v1/programmes", Self.prize.with(name, json).text, as: "foundation")
        #expect(response.outcome == "422 validation_failed")
        #expect(response.faults.contains("#/\(fault)"), "\(response.faults)")
        #expect(application.position == before)
    }

    @Test func `the directory tells what is open on a day`() throws {
        let call = try published()
        let rolling = try published(
            Self.prize.without("calls").with("policy", Self.policy.with("rolling", "true").text))
        func ids(_ query: String) -> Set<String> {
            Set(application.listed("/v1/programmes?\(query)", as: nil))
        }
        #expect(ids("open_on=2026-11-21") == [call.id, rolling.id])
        #expect(ids("open_on=2026-11-22") == [rolling.id])
        #expect(ids("open_on=2025-12-31").isEmpty)
        #expect(application.send(.get, "/v1/programmes?open_on=heute").outcome == "400 parameter_invalid")
    }

    @Test func `programmes are sorted, counted, searched, filtered, cut to members, and carried off`() throws
    {
        let a = try published(Self.prize.with("title", #""Äpfel für alle""#))
        let b = try published(Self.prize.with("title", #""Zelte""#).with("award_kind", #""in_kind""#))
        func ids(_ query: String) -> [String] { application.listed("/v1/programmes?\(query)", as: nil) }
        #expect(ids("sort=title") == [a.id, b.id])
        #expect(ids("sort=-title&limit=1") == [b.id, a.id])
        #expect(application.send(.get, "/v1/programmes?count=exact&limit=1").integer("count") == 2)
        #expect(ids("q=aepfel") == [a.id])
        #expect(ids("kind=room") == [b.id])
        #expect(ids("type=grant").isEmpty)
        #expect(ids("organization_id=\(application.id(of: "company"))").isEmpty)
        let sparse = application.send(.get, "/v1/programmes?fields=title")
        #expect(sparse.has("items/0/title") && !sparse.has("items/0/policy"))
        let expanded = application.send(.get, "\(a)?expand=organization", as: "carrier")
        #expect(expanded.text("organization/name") == "Beispiel foundation")
        let table = application.send(.get, "/v1/programmes", fields: [("Accept", "text/csv")])
        #expect(table.status == 200 && table.field("Content-Type")?.hasPrefix("text/csv") == true)
    }

    @Test func `the feed tells of a publication to everyone, and of a suspension`() throws {
        let start = application.position
        let path = try draft()
        func ops(_ after: Int64, _ who: String) -> [String?] {
            application.send(.get, "/v1/changes?after=\(after)&types=programme", as: who)
                .elements("items").map { $0["op"] }
        }
        #expect(ops(start, "carrier").isEmpty && ops(start, "foundation") == ["upsert"])
        application.fire("publish", path, as: "foundation")
        #expect(ops(start, "portal") == ["upsert"])
        let before = application.position
        application.fire("suspend", path, as: "foundation")
        #expect(ops(before, "portal") == ["remove"])
    }

    @Test func `with its organisation a programme ends`() throws {
        let path = try published()
        let draft = try draft()
        let organization = "/v1/organizations/\(application.id(of: "foundation"))"
        let closed = application.send(
            .post, "\(organization)/status-transitions", #"{"event":"close"}"#, as: "city")
        #expect(closed.status == 201, "\(closed.outcome)")
        #expect(application.send(.get, path, as: "city").text("status") == "closed")
        #expect(application.send(.get, draft, as: "city").text("status") == "draft")
    }

    @Test func `a search finds published programmes by what they give, and leads on to their list`() throws {
        let path = try published()
        _ = try draft()
        let response = application.send(.get, "/v1/search?type=programme&q=nachbar&kind=money")
        #expect(response.elements("sections/0/items").map { $0["href"] } == [path])
        #expect(response.integer("sections/0/count") == 1)
        #expect(response.text("sections/0/facets/kind/0/code") == "money")
        let list = try #require(response.text("sections/0/href"))
        #expect(application.listed(list, as: nil) == [path.id])
        let none = application.send(.get, "/v1/search?type=programme&kind=room")
        #expect(none.integer("sections/0/count") == 0)
    }

    @Test func `whoever may write may read, and what is tried out leaves no trace`() throws {
        let tried = application.send(
            .post, "/v1/programmes?dry_run=true", Self.prize.text, as: "foundation")
        #expect(tried.status == 200 && tried.integer("version") == 0)
        #expect(application.listed("/v1/programmes", as: "foundation").isEmpty)
        let path = try draft()
        #expect(!application.send(.get, path, as: "foundation").has("created_by"))
        #expect(application.send(.get, path, as: "city").has("created_by"))
        #expect(application.patch(path, "{}", as: "foundation", match: nil).status == 428)
        #expect(
            application.patch(path, "{}", as: "foundation", match: "\"1\"").outcome
                == "412 precondition_failed")
    }
}
