import HTTPWire
import JSON
import TestSupport
import Testing

/// What every problem has (api.md §4).
@Suite struct ProblemTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test func `a problem has all members and its header fields`() throws {
        let response = application.send(.get, "/v1/nothing")
        guard case .object(let object) = try response.json() else {
            Issue.record("no object")
            return
        }
        let names = ["type", "code", "status", "title", "detail", "instance", "request_id"]
        #expect(object.members.map(\.name) == names)
        #expect(response.text("type") == "http://city.example.org/problems/not_found")
        #expect(response.integer("status") == 404)
        let id = try #require(response.field("X-Request-Id"))
        #expect(response.text("request_id") == id)
        #expect(response.text("instance") == "urn:uuid:\(id)")
        #expect(response.field("Content-Type") == "application/problem+json")
        #expect(response.field("Cache-Control") == "no-store")
        #expect(response.field("X-Content-Type-Options") == "nosniff")
    }

    @Test(
        arguments: [
            (nil, "de"), ("de", "de"), ("en", "en"), ("en-GB", "en"), ("EN", "en"), ("fr", "de"),
            ("fr, en;q=0.1", "en"),
            ("de;q=0.3, en;q=0.8", "en"), ("de, en", "de"), ("en;q=0, de;q=0.1", "de"), ("*", "de"),
            (";;;,,", "de"),
            ("eng", "de"), ("en;q=abc", "de"),
        ] as [(String?, String)])
    func `the language follows what the caller reads`(accepted: String?, language: String) {
        let fields = accepted.map { [("Accept-Language", $0)] } ?? []
        let response = application.send(.get, "/v1/nothing", fields: fields)
        #expect(response.text("title") == (language == "de" ? "Nicht gefunden" : "Not found"))
        #expect(response.field("Content-Language") == language)
        #expect(response.field("Vary")?.contains("Accept-Language") == true)
    }

    @Test func `a refused token says so in the header field that RFC 6750 asks for`() {
        let none = application.send(.get, "/v1/me")
        #expect(none.field("WWW-Authenticate") == "Bearer realm=\"scharnier\"")
        let fields = [("Authorization", "Bearer nonsense")]
        let wrong = application.send(.get, "/v1/me", fields: fields)
        #expect(wrong.field("WWW-Authenticate") == "Bearer realm=\"scharnier\", error=\"invalid_token\"")
    }

    @Test func `all errors come at once, in the order of the document`() {
        let document = Document([
            ("horizon", #""sometimes""#), ("zebra", "1"), ("title", #""ab""#), ("id", #""x""#),
            ("items", #"[{"kind":"goods","title":"ab","quantity":0,"unit":"piece"}]"#), ("text", "5"),
        ])
        let response = application.send(.post, "/v1/needs", document.text, as: "carrier")
        #expect(response.outcome == "422 validation_failed")
        #expect(
            response.faults == [
                "#/horizon not_in_enum", "#/zebra unknown_member", "#/title too_short", "#/id read_only",
                "#/items/0/title too_short", "#/items/0/quantity out_of_range", "#/text wrong_type",
            ])
        #expect(response.words("errors/0/allowed") == ["acute", "temporary", "permanent"])
        #expect(response.integer("errors/2/min") == 3)
        #expect(response.integer("errors/2/max") == 120)
    }

    @Test func `at most fifty errors are told`() {
        let members = (0..<80).map { ("x\($0)", "1") }
        let response = application.send(.post, "/v1/needs", Document(members).text, as: "carrier")
        #expect(response.count("errors") == 50)
    }

    @Test func `a pointer escapes what JSON Pointer and URI fragments must`() {
        let response = application.send(.post, "/v1/needs", #"{"a~b":1,"c d":2,"ä":3}"#, as: "carrier")
        #expect(
            response.faults == [
                "#/a~0b unknown_member", "#/c%20d unknown_member", "#/%C3%A4 unknown_member",
            ])
    }

    @Test func `errors speak both languages`() {
        let english = application.send(
            .post, "/v1/needs", #"{"x":1}"#, as: "carrier", fields: [("Accept-Language", "en")])
        #expect(english.text("detail") == "1 entry needs correction.")
        let german = application.send(.post, "/v1/needs", #"{"x":1}"#, as: "carrier")
        #expect(german.text("detail") == "1 Angabe ist zu berichtigen.")
        #expect(english.text("errors/0/detail") != german.text("errors/0/detail"))
    }

    @Test func `a conflict tells the state and what is possible in it`() throws {
        let path = try application.draftNeed()
        let response = application.fire("pause", path, as: "carrier")
        #expect(response.outcome == "409 state_conflict")
        #expect(response.text("state") == "draft")
        #expect(response.words("allowed") == ["submit"])
    }
}
