import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

@testable import ScharnierAPI

/// `PUT /v1/external/{source}/{external_id}` (domain.md §10, Upsert; F-93).
@Suite struct ExternalTests {
    let application: Application

    init() throws { application = try Application() }

    private func put(
        _ document: Document, _ id: String = "a-1", kind: String = "needs", query: String = "",
        as who: String = "carrier", fields: [(String, String)] = []
    ) -> Response {
        application.send(
            .put, "/v1/external/kinderfonds/\(id)?kind=\(kind)\(query)", document.text, as: who,
            fields: fields)
    }

    private var need: Document { .need(application) }

    private func path(_ response: Response) throws -> String {
        "/v1/needs/\(try #require(response.text("id")))"
    }

    @Test func `what is new here is created as a draft`() throws {
        let created = put(need)
        #expect(created.status == 201)
        #expect(created.text("result") == "created")
        #expect(created.field("Location") == (try path(created)))
        #expect(created.field("ETag") == "\"\(created.integer("version") ?? -1).o0\"")
        let record = application.send(.get, try path(created), as: "carrier")
        #expect(record.text("status") == "draft")
        #expect(record.text("title") == "Schultaschen zum Schulanfang")
    }

    @Test func `the same record once more changes neither version nor feed`() throws {
        let created = put(need)
        let position = application.position
        application.clock.advance(days: 1)
        let again = put(need)
        #expect(again.status == 200)
        #expect(again.text("result") == "unchanged")
        #expect(again.integer("version") == created.integer("version"))
        #expect(application.position == position)
        #expect(again.text("first_seen_at") == created.text("first_seen_at"))
        #expect(again.text("last_seen_at") != created.text("last_seen_at"))
    }

    @Test func `what the source has changed changes, and lines keep their names`() throws {
        let created = put(need)
        let line = application.send(.get, try path(created), as: "carrier").text("items/0/id")
        let item = Document.item.with("quantity", "12").text
        let updated = put(need.with("title", "\"Ranzen\"").with("items", "[\(item)]"))
        #expect(updated.text("result") == "updated")
        #expect(updated.integer("version") != created.integer("version"))
        let record = application.send(.get, try path(created), as: "carrier")
        #expect(record.text("title") == "Ranzen")
        #expect(record.integer("items/0/quantity") == 12)
        #expect(record.text("items/0/id") == line)
    }

    @Test func `what its owner has edited since stays, the rest follows, and the answer says so`() throws {
        let record = try path(put(need))
        application.patch(record, #"{"title":"Neu benannt"}"#, as: "carrier")
        let sent = need.with("title", "\"Ranzen\"").with("self_help", "\"Wir basteln selbst.\"")
        for outcome in ["updated", "unchanged"] {
            let answer = put(sent)
            #expect(answer.text("result") == outcome)
            #expect(answer.text("conflicts/0") == "title")
            #expect(answer.count("conflicts") == 1)
        }
        let now = application.send(.get, record, as: "carrier")
        #expect(now.text("title") == "Neu benannt")
        #expect(now.text("self_help") == "Wir basteln selbst.")
    }

    @Test func `what a rule has completed is not taken for an edit`() throws {
        let wide = need.with("city_wide", "true").with("beneficiary_area_ids", "[]")
        let record = try path(put(wide))
        #expect(application.send(.get, record, as: "carrier").count("beneficiary_area_ids") == 1)
        #expect(put(wide).text("result") == "unchanged")
        let moved = put(wide.with("beneficiary_area_ids", #"["\#(application.area("ar-nordmarkt"))"]"#))
        #expect(moved.text("result") == "updated")
        #expect(moved.count("conflicts") == 0)
    }

    @Test func `what is older than what is known is refused`() throws {
        let (older, known) = (Self.updated(19), Self.updated(20))
        #expect(put(need, query: known).status == 201)
        let stale = put(need.with("title", "\"Alt, viel zu alt\""), query: older)
        #expect(stale.outcome == "409 stale_source")
        #expect(stale.text("source_updated_at") == "2026-11-20T09:00:00.000Z")
        #expect(put(need, query: known).text("result") == "unchanged")
        #expect(put(need).text("source_updated_at") == "2026-11-20T09:00:00.000Z")
        #expect(put(need, query: older).outcome == "409 stale_source")
    }

    private static func updated(_ day: Int) -> String { "&source_updated_at=2026-11-\(day)T09:00:00Z" }

    @Test func `with If-None-Match nothing is changed that is there`() throws {
        let fields = [("If-None-Match", "*")]
        let created = put(need, fields: fields)
        #expect(created.status == 201)
        let again = put(need.with("title", "\"Ranzen\""), fields: fields)
        #expect(again.outcome == "412 precondition_failed")
        #expect(again.integer("version") == created.integer("version"))
        #expect(put(need, fields: [("If-None-Match", "\"1\"")]).outcome == "400 header_invalid")
        #expect(application.send(.get, try path(created), as: "carrier").text("title") != "Ranzen")
    }

    @Test func `the names of one organisation mean nothing to another`() throws {
        let mine = put(need)
        let theirs = put(need.with("title", "\"Vom Netzwerk\""), as: "network")
        #expect(theirs.status == 201)
        #expect(theirs.text("id") != mine.text("id"))
        #expect(application.send(.get, try path(mine), as: "carrier").text("title") != "Vom Netzwerk")
    }

    @Test func `each kind has names of its own`() throws {
        #expect(put(need).status == 201)
        #expect(put(.offer, kind: "offers").status == 201)
        #expect(put(.offer, kind: "offers").text("result") == "unchanged")
        #expect(put(.offer.with("title", "\"Andere\""), kind: "offers").text("result") == "updated")
    }

    @Test func `nobody brings what is another's, and a portal nothing`() throws {
        let foreign = need.with("carrier_id", "\"\(application.id(of: "carrier"))\"")
        #expect(put(foreign, as: "network").outcome == "403 role_forbidden")
        #expect(put(need, as: "company").outcome == "403 role_forbidden")
        #expect(put(foreign, as: "portal").outcome.hasPrefix("403"))
        #expect(put(.offer, kind: "offers", as: "portal").outcome.hasPrefix("403"))
        #expect(put(need, kind: "organizations").outcome == "403 role_forbidden")
    }

    @Test func `the city brings records of all, but not for those who can have none`() throws {
        let foreign = need.with("carrier_id", "\"\(application.id(of: "carrier"))\"")
        let created = put(foreign, as: "city")
        #expect(created.status == 201)
        #expect(put(foreign.with("title", "\"Ranzen\""), as: "city").text("result") == "updated")
        #expect(application.send(.get, try path(created), as: "carrier").text("title") == "Ranzen")
        let wrong = need.with("carrier_id", "\"\(application.id(of: "company"))\"")
        #expect(put(wrong, "a-2", as: "city").faults == ["#/carrier_id reference_not_found"])
    }

    @Test func `the city brings organisations`() throws {
        let verein = Document([("kind", "\"carrier\""), ("name", "\"Verein\"")])
        let created = put(verein, kind: "organizations", as: "city")
        #expect(created.status == 201, "\(created.outcome) \(created.faults)")
        #expect(put(verein, kind: "organizations", as: "city").text("result") == "unchanged")
        let renamed = put(verein.with("name", "\"Verein Nord\""), kind: "organizations", as: "city")
        #expect(renamed.text("result") == "updated")
        let other = put(verein.with("kind", "\"company\""), kind: "organizations", as: "city")
        #expect(other.faults == ["#/kind immutable"])
    }

    @Test func `whose a record is stays`() throws {
        #expect(
            put(need.with("carrier_id", "\"\(application.id(of: "carrier"))\""), as: "city").status == 201)
        let moved = put(need.with("carrier_id", "\"\(application.id(of: "network"))\""), as: "city")
        #expect(moved.faults == ["#/carrier_id immutable"])
    }

    @Test func `all that is wrong is told at once`() throws {
        let wrong = put(need.with("horizon", "\"ewig\"").with("title", "\"x\"").with("status", "\"draft\""))
        #expect(wrong.status == 422)
        #expect(
            wrong.faults == ["#/title too_short", "#/horizon not_in_enum", "#/status read_only"])
        #expect(put(need).status == 201)
        #expect(put(need.with("title", "\"x\"")).faults == ["#/title too_short"])
    }

    @Test func `after its record is deleted a name is free`() throws {
        let record = try path(put(need))
        #expect(application.send(.delete, record, as: "carrier", fields: [("If-Match", "*")]).status == 204)
        let again = put(need)
        #expect(again.status == 201)
        #expect(try path(again) != record)
    }

    @Test func `an attempt stores nothing`() throws {
        let position = application.position
        let tried = put(need, query: "&dry_run=true")
        #expect(tried.status == 200)
        #expect(tried.text("result") == "created")
        #expect(tried.text("id") == "00000000-0000-0000-0000-000000000000")
        #expect(tried.integer("version") == 0)
        #expect(application.position == position)
        #expect(put(need).status == 201)
    }

    @Test func `a key makes it happen once`() throws {
        let fields = [("Idempotency-Key", "k1")]
        let first = put(need, fields: fields)
        let second = put(need, fields: fields)
        #expect(second.field("Idempotency-Replayed") == "true")
        #expect(second.status == 201)
        #expect(first.body == second.body)
    }

    @Test(
        arguments: [
            ("kinderfonds/a-1", "parameter_invalid"), ("kinderfonds/a-1?kind=places", "parameter_invalid"),
            ("kinderfonds/a-1?kind=needs,offers", "parameter_invalid"),
            ("Kinderfonds/a-1?kind=needs", "parameter_invalid"),
            ("kinderfonds/a%0A1?kind=needs", "parameter_invalid"),
            ("kinderfonds/a-1?kind=needs&source_url=javascript:x", "parameter_invalid"),
            ("kinderfonds/a-1?kind=needs&source_updated_at=gestern", "parameter_invalid"),
        ])
    func `what names nothing is told so`(_ target: String, _ code: String) {
        let response = application.send(.put, "/v1/external/\(target)", need.text, as: "carrier")
        #expect(response.outcome == "400 \(code)")
    }

    @Test func `any text on one line can be a name`() throws {
        let created = put(need, "%C3%9C%204%2F7+x")
        #expect(created.text("external_id") == "Ü 4/7+x")
        #expect(put(need, "%C3%9C%204%2F7%2Bx").text("result") == "unchanged")
    }

    @Test func `a published need is reviewed again when its source changes it`() throws {
        let record = try path(put(need))
        #expect(application.fire("submit", record, as: "carrier").status == 201)
        #expect(application.fire("publish", record, as: "city").status == 201)
        #expect(put(need).text("result") == "unchanged")
        #expect(put(need.with("title", "\"Ranzen\"")).text("result") == "updated")
        #expect(application.send(.get, record, as: "carrier")["needs_review"] == .bool(true))
    }
}
