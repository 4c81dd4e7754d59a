import HTTPWire
import TestSupport
import Testing

/// `ETag`, `If-Match`, `If-None-Match` (api.md §5).
@Suite struct PreconditionTests {
    private let application: Application
    private let path: String

    init() throws {
        application = try Application()
        path = try application.draftNeed()
    }

    private var version: Int64 { application.send(.get, path, as: "carrier").integer("version") ?? 0 }

    @Test func `the tag of an item is its version and a view of two characters`() throws {
        let response = application.send(.get, path, as: "carrier")
        let tag = try #require(response.field("ETag"))
        #expect(tag == "\"\(version).o0\"")
        #expect(application.send(.get, path, as: "city").field("ETag") == "\"\(version).c0\"")
        #expect(application.send(.head, path, as: "carrier").field("ETag") == tag)
    }

    @Test func `any spelling of the version is accepted`() {
        for match in ["\"%\"", "\"%.o0\"", "\"%.zz\"", "\"1\", \"%\"", "W/\"5\",\"%\"", "*"] {
            let title = "\"Titel \(version)\""
            let condition = match.replacing("%", with: "\(version)")
            let response = application.patch(path, "{\"title\":\(title)}", as: "carrier", match: condition)
            #expect(response.status == 200, "\(condition)")
            #expect(response.field("ETag") == "\"\(version).o0\"")
        }
    }

    @Test func `another version never matches, a weak tag never does`() {
        for match in [
            "\"1\"", "W/\"%\"", "W/\"%.o0\"", "\"\"", "\"%0\"", "\"x%\"", "\"99999999999999999999\"",
        ] {
            let before = application.position
            let condition = match.replacing("%", with: "\(version)")
            let response = application.patch(path, #"{"title":"Anders"}"#, as: "carrier", match: condition)
            #expect(response.outcome == "412 precondition_failed", "\(condition)")
            #expect(response.integer("version") == version)
            #expect(application.position == before)
        }
    }

    @Test(arguments: ["", "1042", "\"", "\"1", "1\"", "W/1", "*, \"1\""])
    func `what is no list of tags is told`(condition: String) {
        let response = application.patch(path, #"{"title":"Anders"}"#, as: "carrier", match: condition)
        #expect(response.outcome == "400 header_invalid")
        #expect(response.faults == ["If-Match bad_format"])
    }

    @Test func `an edit without a version is refused, a transition is not`() {
        #expect(
            application.patch(path, "{}", as: "carrier", match: nil).outcome == "428 precondition_required")
        #expect(application.send(.delete, path, as: "carrier").outcome == "428 precondition_required")
        #expect(
            application.fire("submit", path, as: "carrier", match: "\"1\"").outcome
                == "412 precondition_failed")
        #expect(application.fire("submit", path, as: "carrier").status == 201)
    }

    @Test func `of eight parallel edits of one version exactly one succeeds`() {
        let match = [("If-Match", "\"\(version)\"")]
        let answers = application.sendTogether(
            (0..<8).map { .init(.patch, path, "{\"title\":\"Fassung \($0)\"}", as: "carrier", fields: match) }
        )
        #expect(answers.filter { $0.status == 200 }.count == 1)
        #expect(answers.filter { $0.outcome == "412 precondition_failed" }.count == 7)
        let kept = answers.first { $0.status == 200 }
        #expect(application.send(.get, path, as: "carrier").text("title") == kept?.text("title"))
    }

    @Test(arguments: ["%", "*", "W/%", "\"1.o0\", %"])
    func `an unchanged item is not sent again`(condition: String) throws {
        let tag = try #require(application.send(.get, path, as: "carrier").field("ETag"))
        let fields = [("If-None-Match", condition.replacing("%", with: tag))]
        for method in [Method.get, .head] {
            let response = application.send(method, path, as: "carrier", fields: fields)
            #expect(response.status == 304)
            #expect(response.body.isEmpty)
            #expect(response.field("ETag") == tag)
            #expect(response.field("Cache-Control") == "no-store")
            #expect(response.field("Vary") != nil)
        }
    }

    @Test func `another view of the same version is sent`() throws {
        let path = try application.publishedNeed()
        let tag = try #require(application.send(.get, path, as: "carrier").field("ETag"))
        let response = application.send(.get, path, as: "city", fields: [("If-None-Match", tag)])
        #expect(response.status == 200)
    }

    @Test func `a list has a weak tag over its bytes`() throws {
        let first = application.send(.get, "/v1/needs", as: "carrier")
        let tag = try #require(first.field("ETag"))
        #expect(tag.hasPrefix("W/\""))
        let again = application.send(.get, "/v1/needs", as: "carrier", fields: [("If-None-Match", tag)])
        #expect(again.status == 304)
        _ = try application.draftNeed()
        let changed = application.send(.get, "/v1/needs", as: "carrier", fields: [("If-None-Match", tag)])
        #expect(changed.status == 200)
    }

    @Test func `answers to members are never kept, those to everyone shortly`() throws {
        let path = try application.publishedNeed()
        #expect(application.send(.get, path, as: "carrier").field("Cache-Control") == "no-store")
        let response = application.send(.get, path)
        #expect(response.field("Cache-Control") == "public, max-age=30")
        #expect(response.field("Vary")?.contains("Authorization") == true)
    }
}
