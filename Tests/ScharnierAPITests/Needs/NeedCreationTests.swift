import HTTPWire
import JSON
import TestSupport
import Testing

/// Writing a need down (F-22, F-23): six facts suffice, fewer make a draft.
@Suite struct NeedCreationTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let facts = ["title", "text", "horizon", "needed_by_on", "beneficiary_area_ids", "items"]

    @Test func `a new need is a draft of its carrier, and is where it says`() throws {
        let response = application.send(.post, "/v1/needs", Document.need(application).text, as: "carrier")
        #expect(response.status == 201)
        let path = try #require(response.field("Location"))
        #expect(path == "/v1/needs/\(response.text("id") ?? "")")
        #expect(response.text("status") == "draft")
        #expect(response.text("carrier_id") == application.id(of: "carrier"))
        #expect(response.integer("version") == application.position)
        let shown = application.send(.get, path, as: "carrier")
        #expect(shown.body == response.body)
        #expect(shown.field("ETag") == response.field("ETag"))
    }

    @Test func `six facts are enough to submit`() throws {
        let path = try application.draftNeed()
        let state = application.send(.get, "\(path)/completeness", as: "carrier")
        #expect(state["complete"] == .bool(true))
        #expect(state.count("missing") == 0)
        #expect(application.fire("submit", path, as: "carrier").status == 201)
    }

    @Test func `an empty need is a draft that lacks everything`() throws {
        let path = try application.draftNeed(Document([]))
        let state = application.send(.get, "\(path)/completeness", as: "carrier")
        #expect(state["complete"] == .bool(false))
        #expect(
            state.elements("missing").map { $0["code"] } == [
                "title", "text", "horizon", "beneficiary_area_ids", "items",
            ])
        let submitted = application.fire("submit", path, as: "carrier")
        #expect(submitted.outcome == "422 incomplete")
        #expect(submitted.count("errors") == 5)
    }

    @Test(arguments: facts)
    func `each fact that is missing is named in both languages`(name: String) throws {
        let path = try application.draftNeed(Document.need(application).without(name))
        let state = application.send(.get, "\(path)/completeness", as: "carrier")
        let wanted = name == "needed_by_on" ? "period" : name
        #expect(state.elements("missing").map { $0["code"] } == [wanted])
        let german = state.text("missing/0/text_de") ?? ""
        let english = state.text("missing/0/text_en") ?? ""
        #expect(!german.isEmpty && !english.isEmpty && german != wanted)
        let before = application.position
        let submitted = application.fire("submit", path, as: "carrier")
        #expect(submitted.outcome == "422 incomplete")
        #expect(submitted.faults == ["#/\(wanted) required"])
        #expect(application.position == before)
    }

    @Test(arguments: [("acute", "needed_by_on"), ("temporary", "period"), ("permanent", "review_on")])
    func `the date that is missing is the one that the horizon asks for`(horizon: String, name: String) throws
    {
        let document = Document.need(application).without("needed_by_on").with("horizon", "\"\(horizon)\"")
        let path = try application.draftNeed(document)
        #expect(application.fire("submit", path, as: "carrier").faults == ["#/\(name) required"])
    }

    @Test func `a draft is filled in step by step`() throws {
        let path = try application.draftNeed(Document([("title", #""Lesepaten""#)]))
        for name in ["text", "horizon", "needed_by_on", "beneficiary_area_ids", "items"] {
            #expect(application.fire("submit", path, as: "carrier").outcome == "422 incomplete")
            let whole = Document.need(application)
            let others = Self.facts.filter { $0 != name }.reduce(whole) { $0.without($1) }
            #expect(application.patch(path, others.text, as: "carrier").status == 200)
        }
        #expect(application.fire("submit", path, as: "carrier").status == 201)
    }

    @Test func `lists are empty and not null where nothing was said`() throws {
        let path = try application.draftNeed(Document([]))
        let response = application.send(.get, path, as: "carrier")
        for name in ["topics", "target_groups", "action_fields", "beneficiary_area_ids", "items"] {
            #expect(response.count(name) == 0)
        }
        for name in ["title", "text", "horizon", "needed_by_on", "period", "site", "contact_id", "close"] {
            #expect(response[name] == JSONValue.null)
        }
    }

    @Test func `a need of the whole city gets the city as its area`() throws {
        let document = Document.need(application).without("beneficiary_area_ids").with("city_wide", "true")
        let response = application.send(.get, try application.draftNeed(document), as: "carrier")
        #expect(response.words("beneficiary_area_ids") == [application.area("dortmund")])
    }

    @Test func `nobody writes a need for another organisation`() {
        let document = Document.need(application).with("carrier_id", "\"\(application.id(of: "network"))\"")
        let response = application.send(.post, "/v1/needs", document.text, as: "carrier")
        #expect(response.outcome == "403 role_forbidden")
    }

    @Test func `only a draft can be deleted, and then it is gone`() throws {
        let path = try application.draftNeed()
        #expect(application.send(.delete, path, as: "carrier", fields: [("If-Match", "*")]).status == 204)
        #expect(application.send(.get, path, as: "carrier").outcome == "404 not_found")
        #expect(application.send(.get, path, as: "city").outcome == "404 not_found")
        let published = try application.publishedNeed()
        let response = application.send(.delete, published, as: "carrier", fields: [("If-Match", "*")])
        #expect(response.outcome == "409 state_conflict")
    }
}
