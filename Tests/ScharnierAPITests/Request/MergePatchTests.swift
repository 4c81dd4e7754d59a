import HTTPWire
import JSON
import TestSupport
import Testing

/// PATCH is a JSON Merge Patch over what can be sent (api.md §6).
@Suite struct MergePatchTests {
    private let application: Application
    private let path: String

    init() throws {
        application = try Application()
        path = try application.draftNeed(
            Document.need(application).with(
                "site", #"{"name":"Turnhalle","address":"Beispielweg 1","area_id":null}"#
            )
            .with("topics", #"["education","health"]"#))
    }

    @Test func `null empties what may be empty`() {
        let response = application.patch(
            path, #"{"title":null,"site":null,"needed_by_on":null}"#, as: "carrier")
        #expect(response.status == 200)
        for name in ["title", "site", "needed_by_on"] { #expect(response[name] == JSONValue.null) }
        #expect(response.text("horizon") == "temporary")
    }

    @Test(arguments: [
        "city_wide", "topics", "visibility", "items", "beneficiary_area_ids", "alternatives_welcome",
    ])
    func `null is refused where there is always a value`(name: String) {
        let response = application.patch(path, "{\"\(name)\":null}", as: "carrier")
        #expect(response.outcome == "422 validation_failed")
        #expect(response.faults == ["#/\(name) required"])
    }

    @Test func `objects merge, lists are replaced whole`() {
        let response = application.patch(
            path, #"{"site":{"name":"Aula"},"topics":["health"]}"#, as: "carrier")
        #expect(response.text("site/name") == "Aula")
        #expect(response.text("site/address") == "Beispielweg 1")
        #expect(response.words("topics") == ["health"])
    }

    @Test(arguments: [
        "{}", #"{"title":"Schultaschen zum Schulanfang"}"#, #"{"site":{}}"#,
        #"{"topics":["education","health"]}"#,
    ])
    func `a patch that changes nothing makes no version and no entry in the feed`(body: String) {
        let before = application.send(.get, path, as: "carrier")
        let position = application.position
        let response = application.patch(path, body, as: "carrier", match: before.field("ETag"))
        #expect(response.status == 200)
        #expect(response.field("ETag") == before.field("ETag"))
        #expect(response.body == before.body)
        #expect(application.position == position)
    }

    @Test func `lines that are named keep their identity, others are new`() throws {
        let id = try #require(application.send(.get, path, as: "carrier").text("items/0/id"))
        let kept = Document.item.with("id", "\"\(id)\"").with("quantity", "12")
        let lines = "[\(Document.item.text),\(kept.text)]"
        let response = application.patch(path, "{\"items\":\(lines)}", as: "carrier")
        #expect(response.status == 200)
        #expect(response.text("items/1/id") == id)
        #expect(response.integer("items/1/quantity") == 12)
        #expect(response.text("items/0/id") != id)
    }

    @Test func `a line that is unknown or named twice is told`() throws {
        let id = try #require(application.send(.get, path, as: "carrier").text("items/0/id"))
        let kept = Document.item.with("id", "\"\(id)\"").text
        let unknown = Document.item.with("id", "\"01a1fd70-f1c0-7abc-8def-0123456789ab\"").text
        let twice = application.patch(path, "{\"items\":[\(kept),\(kept)]}", as: "carrier")
        #expect(twice.outcome == "422 validation_failed")
        #expect(twice.faults == ["#/items/1/id reference_not_found"])
        let foreign = application.patch(path, "{\"items\":[\(kept),\(unknown)]}", as: "carrier")
        #expect(foreign.faults == ["#/items/1/id reference_not_found"])
    }

    @Test(arguments: ["[]", "null", "5", "\"text\""])
    func `a patch that is no object is refused`(body: String) {
        #expect(application.patch(path, body, as: "carrier").outcome == "400 json_invalid")
    }

    @Test func `what the server sets cannot be patched, the carrier neither`() {
        for (name, json) in [
            ("id", "\"x\""), ("version", "5"), ("status", "\"published\""), ("coverage", "{}"),
        ] {
            let response = application.patch(path, "{\"\(name)\":\(json)}", as: "carrier")
            #expect(response.faults == ["#/\(name) read_only"])
        }
        let other = application.id(of: "network")
        let response = application.patch(path, "{\"carrier_id\":\"\(other)\"}", as: "carrier")
        #expect(response.faults == ["#/carrier_id immutable"])
        #expect(application.patch(path, #"{"x":null}"#, as: "carrier").faults == ["#/x unknown_member"])
    }

    @Test func `the content type must be that of a merge patch`() {
        let fields = [("If-Match", "*"), ("Content-Type", "application/json")]
        let response = application.send(.patch, path, "{}", as: "carrier", fields: fields)
        #expect(response.outcome == "415 media_type_unsupported")
        #expect(response.field("Accept-Patch") == "application/merge-patch+json")
    }
}
