import JSON
import Testing

@Suite struct LimitsTests {
    @Test func `the standard limits are those of the operations manual`() {
        let limits = JSONLimits.standard
        #expect(limits.depth == 64)
        #expect(limits.members == 10_000)
        #expect(limits.stringBytes == 65_536)
        #expect(limits.elements == 1_000)
    }

    @Test(arguments: ["[", #"{"":"#])
    func `64 levels are read, 65 are not`(_ opening: String) throws {
        let closing = opening == "[" ? "]" : "}"
        func nested(_ depth: Int) -> String {
            let inner = opening == "[" ? "" : "0"
            return String(repeating: opening, count: depth) + inner + String(repeating: closing, count: depth)
        }
        _ = try read(nested(64))
        refused(nested(65), at: 64 * opening.utf8.count, .tooDeep)
        refused("[{},[],\(nested(64))]", at: 7 + 63 * opening.utf8.count, .tooDeep)
    }

    @Test func `depth counts what is open, not what was`() throws {
        let limits = JSONLimits(depth: 2)
        _ = try read("[[],[],{},{}]", limits)
        refused("[[],{\"\":[]}]", limits, at: 8, .tooDeep)
    }

    @Test func `10,000 members are read, 10,001 are not`() throws {
        let members = (0..<10_001).map { "\"\($0)\":0" }
        _ = try read("{" + members.dropLast().joined(separator: ",") + "}")
        let document = "{" + members.joined(separator: ",") + "}"
        refused(document, at: document.utf8.count - 10, .tooManyMembers)
    }

    @Test func `members count in the whole document`() throws {
        let limits = JSONLimits(members: 3)
        _ = try read(#"[{"a":1},{"a":{"b":1}}]"#, limits)
        refused(#"[{"a":1},{"a":{"b":1}},{ "c":1}]"#, limits, at: 25, .tooManyMembers)
    }

    @Test func `1,000 elements are read, 1,001 are not`() throws {
        _ = try read("[" + String(repeating: "0,", count: 999) + "0]")
        refused("[" + String(repeating: "0,", count: 1_000) + " 0]", at: 2_002, .tooManyElements)
        _ = try read("[[1,2],[3,4]]", JSONLimits(elements: 2))
    }

    @Test func `65,536 bytes of text are read, 65,537 are not`() throws {
        let text = String(repeating: "ü", count: 32_768)
        #expect(try read("\"\(text)\"") == .string(text))
        _ = try read("{\"\(text)\":0}")
        refused("\"\(text)x\"", at: 0, .stringTooLong)
        refused(" {\"\(text)x\":0}", at: 2, .stringTooLong)
    }

    @Test func `text is measured without its escapes`() throws {
        let limits = JSONLimits(stringBytes: 4)
        #expect(try read(#""\ud83c\udfb6""#, limits) == .string("🎶"))
        refused(#"["\ud83c\udfb6\n"]"#, limits, at: 1, .stringTooLong)
        refused(#"["\u00e9a\u00e9"]"#, limits, at: 1, .stringTooLong)
    }

    @Test func `64 characters of a number are read, 65 are not`() throws {
        let number = "-1." + String(repeating: "0", count: 61)
        #expect(try read(number) == .number(number))
        refused("[\(number)0]", at: 1, .numberTooLong)
    }

    private func read(_ text: String, _ limits: JSONLimits = .standard) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), limits: limits)
    }

    private func refused(
        _ text: String, _ limits: JSONLimits = .standard, at offset: Int, _ reason: JSONSyntaxError.Reason,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: JSONSyntaxError(offset: offset, reason: reason), sourceLocation: sourceLocation) {
            try read(text, limits)
        }
    }
}
