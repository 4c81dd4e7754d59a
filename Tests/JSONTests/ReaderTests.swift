import JSON
import Testing

@Suite struct ReaderTests {
    @Test(arguments: Documents.valid)
    func `a valid document is read as its value`(_ document: Documents.Valid) throws {
        #expect(try JSONValue(parsing: document.bytes) == document.value)
    }

    @Test(arguments: Documents.invalid)
    func `an invalid document is refused for its first fault`(_ document: Documents.Invalid) {
        let error = JSONSyntaxError(offset: document.offset, reason: document.reason)
        #expect(throws: error) { try JSONValue(parsing: document.bytes) }
    }

    @Test func `every reason has an invalid document, or a limit of its own`() {
        let limits: Set<JSONSyntaxError.Reason> = [
            .tooDeep, .tooManyMembers, .tooManyElements, .stringTooLong, .numberTooLong,
        ]
        let reached = limits.union(Documents.invalid.map(\.reason))
        #expect(reached == Set(JSONSyntaxError.Reason.allCases))
    }

    @Test(arguments: Documents.valid.filter(\.endsItself))
    func `no prefix of a valid document is a document`(_ document: Documents.Valid) {
        for count in document.bytes.indices {
            #expect(throws: JSONSyntaxError.self) {
                try JSONValue(parsing: Array(document.bytes[..<count]))
            }
        }
    }

    @Test func `members are found by the bytes of their names`() throws {
        let value = try JSONValue(parsing: Array("{\"e\u{301}\":1,\"\u{E9}\":2,\"none\":null}".utf8))
        guard case .object(let object) = value else { throw Missing() }
        #expect(object["e\u{301}"] == .integer(1))
        #expect(object["\u{E9}"] == .integer(2))
        #expect(object["none"] == .null)
        #expect(object["None"] == nil)
        #expect(object.members.map { Array($0.name.utf8).count } == [3, 2, 4])
    }

    @Test func `values are equal when their bytes are, not when they look alike`() {
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
        #expect(JSONValue.number("1.0") != .number("1.00"))
        #expect(JSONValue.integer(1) != .bool(true))
    }
}

/// What a test expected is not there.
struct Missing: Error {}
