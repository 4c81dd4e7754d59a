import HTTPWire
import TestSupport
import Testing

/// Every malformed body gets the one right answer, and stores nothing.
@Suite struct MalformedBodyTests {
    private let application: Application

    init() throws { application = try Application() }

    private func expectNothingStored(_ body: String, _ outcome: String, _ faults: [String] = []) {
        let before = application.position
        let response = application.send(.post, "/v1/needs", body, as: "carrier")
        #expect(response.outcome == outcome, "\(body)")
        #expect(response.faults == faults, "\(body)")
        #expect(application.position == before)
    }

    @Test(arguments: [
        "", "{", "nul", "{\"title\":}", "{'title':1}", "{\"a\":1,}", "{\"a\":1,\"a\":2}",
        "{\"title\":\"\\ud800\"}",
        "{\"title\":\"\\udc00\\ud800\"}", "{\"a\":01}", "{\"a\":NaN}", "{} {}", "\u{FEFF}{}",
        "{\"a\":\"\u{1}\"}",
        "{\"a\":\"\\x\"}", "// no\n{}", "{\"quantity\":9007199254740993}",
    ])
    func `what is no JSON is refused as such`(body: String) {
        expectNothingStored(body, "400 json_invalid")
    }

    @Test func `depth and members are limited`() {
        let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
        expectNothingStored("{\"a\":\(deep)}", "400 json_invalid")
        let many = (0...10_000).map { "\"m\($0)\":0" }.joined(separator: ",")
        expectNothingStored("{\(many)}", "400 json_invalid")
    }

    @Test(arguments: ["[]", "5", "null", "\"text\"", "true"])
    func `a body that is no object is told`(body: String) {
        expectNothingStored(body, "422 validation_failed", ["# wrong_type"])
    }

    @Test(arguments: [
        ("title", "5", "#/title wrong_type"), ("title", "[\"a\"]", "#/title wrong_type"),
        ("title", "\"a\\u0007bc\"", "#/title bad_characters"),
        ("title", "\"a\\nbc\"", "#/title bad_characters"),
        ("title", "\"a\\u202ebc\"", "#/title bad_characters"),
        ("title", "\"a\\u2066bc\"", "#/title bad_characters"),
        ("text", "\"a\\u0000bc\"", "#/text bad_characters"), ("text", "{}", "#/text wrong_type"),
        ("horizon", "\"ACUTE\"", "#/horizon not_in_enum"), ("horizon", "1", "#/horizon wrong_type"),
        ("visibility", "null", "#/visibility required"),
        ("visibility", "\"secret\"", "#/visibility not_in_enum"),
        ("needed_by_on", "\"2027-02-29\"", "#/needed_by_on bad_format"),
        ("needed_by_on", "\"2027-6-30\"", "#/needed_by_on bad_format"),
        ("needed_by_on", "\"2027-06-30T00:00:00Z\"", "#/needed_by_on bad_format"),
        ("needed_by_on", "20270630", "#/needed_by_on wrong_type"),
        ("city_wide", "0", "#/city_wide wrong_type"), ("city_wide", "\"false\"", "#/city_wide wrong_type"),
        ("city_wide", "null", "#/city_wide required"),
        ("alternatives_welcome", "1", "#/alternatives_welcome wrong_type"),
        ("topics", "\"education\"", "#/topics wrong_type"), ("topics", "[1]", "#/topics/0 wrong_type"),
        ("topics", "[\"\"]", "#/topics/0 bad_format"),
        ("topics", "[\"education\",\"education\"]", "#/topics not_unique"),
        ("topics", "[\"nonsense\"]", "#/topics/0 reference_not_found"),
        ("beneficiary_area_ids", "[\"x\"]", "#/beneficiary_area_ids/0 bad_format"),
        ("contact_id", "\"01A1FD70-F1C0-7ABC-8DEF-0123456789AB\"", "#/contact_id bad_format"),
        ("contact_id", "\"01a1fd70-f1c0-7abc-8def-0123456789ab\"", "#/contact_id reference_not_found"),
        ("period", "5", "#/period wrong_type"), ("period", "{\"from\":1}", "#/period/from unknown_member"),
        ("period", "{\"from_on\":\"x\"}", "#/period/from_on bad_format"),
        ("site", "{\"name\":1}", "#/site/name wrong_type"), ("items", "{}", "#/items wrong_type"),
        ("items", "[1]", "#/items/0 wrong_type"), ("status", "\"published\"", "#/status read_only"),
        ("version", "1", "#/version read_only"), ("published_at", "null", "#/published_at read_only"),
        ("action_fields", "[\"x\"]", "#/action_fields/0 not_in_enum"),
        ("tiitle", "1", "#/tiitle unknown_member"),
    ])
    func `a wrong member is told by its place and fault`(name: String, json: String, fault: String) {
        expectNothingStored(
            Document.need(application).with(name, json).text, "422 validation_failed", [fault])
    }

    @Test(arguments: [
        ("quantity", "\"5\"", "quantity wrong_type"), ("quantity", "0", "quantity out_of_range"),
        ("quantity", "-1", "quantity out_of_range"), ("quantity", "100001", "quantity out_of_range"),
        ("quantity", "1.5", "quantity wrong_type"), ("quantity", "1e2", "quantity wrong_type"),
        ("quantity", "false", "quantity wrong_type"),
        ("unit", "\"pieces\"", "unit not_in_enum"), ("kind", "\"love\"", "kind not_in_enum"),
        ("min_quantity", "11", "min_quantity out_of_range"),
        ("amount_cents", "5", "amount_cents not_allowed_together"),
        ("status", "\"open\"", "status read_only"), ("held", "0", "held read_only"),
        ("remote_ok", "0", "remote_ok wrong_type"),
        ("schedule", "{\"type\":\"never\"}", "schedule/type not_in_enum"),
    ])
    func `a wrong line is told by its place and fault`(name: String, json: String, fault: String) {
        let line = Document.item.with(name, json)
        let document = Document.need(application).with("items", "[\(Document.item.text),\(line.text)]")
        expectNothingStored(document.text, "422 validation_failed", ["#/items/1/\(fault)"])
    }

    @Test func `a line without its facts is told what is missing`() {
        let document = Document.need(application).with("items", "[{}]")
        expectNothingStored(
            document.text, "422 validation_failed",
            [
                "#/items/0/kind required", "#/items/0/title required", "#/items/0/quantity required",
                "#/items/0/unit required",
            ])
        let money = Document.need(application).with(
            "items", #"[{"kind":"money","title":"Geld","amount_cents":100}]"#)
        expectNothingStored(
            money.text, "422 validation_failed",
            ["#/items/0/cost_type required", "#/items/0/cost_layer required"])
    }
}
