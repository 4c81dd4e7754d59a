/// The fields that decide how a message is read, found in one pass over the head.
struct ControlFields {
    private(set) var hostCount = 0
    private(set) var lengthCount = 0
    private(set) var codingCount = 0
    private(set) var expectationCount = 0
    private(set) var host: ArraySlice<UInt8> = []
    private(set) var length: ArraySlice<UInt8> = []
    private(set) var coding: ArraySlice<UInt8> = []
    private(set) var expectation: ArraySlice<UInt8> = []
    private(set) var asksToClose = false
    private(set) var asksToStay = false

    init(_ fields: Fields) {
        for index in fields.entries.indices { note(fields, index) }
    }

    /// The length of a name says almost always which field it is not.
    private mutating func note(_ fields: Fields, _ index: Int) {
        let entry = fields.entries[index]
        switch entry.nameEnd - entry.nameStart {
        case 4 where fields.matches(entry, .host):
            hostCount += 1
            host = fields[index].value
        case 6 where fields.matches(entry, Self.expect):
            expectationCount += 1
            expectation = fields[index].value
        case 10 where fields.matches(entry, .connection):
            noteOptions(fields[index].value)
        case 14 where fields.matches(entry, .contentLength):
            lengthCount += 1
            length = fields[index].value
        case 17 where fields.matches(entry, .transferEncoding):
            codingCount += 1
            coding = fields[index].value
        default: break
        }
    }

    private static let expect: FieldName = "Expect"

    /// Whether another request may follow on the connection (RFC 9112 §9.3).
    func keepsAlive(minorVersion: Int) -> Bool {
        !asksToClose && (minorVersion > 0 || asksToStay)
    }

    private mutating func noteOptions(_ value: ArraySlice<UInt8>) {
        for option in ListElements(value) {
            if option.isKeyword("close") { asksToClose = true }
            if option.isKeyword("keep-alive") { asksToStay = true }
        }
    }
}

/// The elements of a comma-separated list without the blanks around them (RFC 9110 §5.6.1).
struct ListElements: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>?

    init(_ value: ArraySlice<UInt8>) { rest = value }

    mutating func next() -> ArraySlice<UInt8>? {
        guard let value = rest else { return nil }
        let end = value.firstIndex(of: Octets.comma)
        rest = end.map { value[($0 + 1)...] }
        return value[..<(end ?? value.endIndex)].trimmed
    }
}

extension ArraySlice<UInt8> {
    /// Without the blanks at both ends.
    var trimmed: ArraySlice<UInt8> {
        var result = self
        while let first = result.first, Octets.isBlank(first) { result.removeFirst() }
        while let last = result.last, Octets.isBlank(last) { result.removeLast() }
        return result
    }

    /// Whether these octets are the keyword, in any case; `keyword` is in lower case.
    func isKeyword(_ keyword: StaticString) -> Bool {
        count == keyword.utf8CodeUnitCount
            && elementsEqual(keyword.description.utf8) { Octets.lowercased($0) == $1 }
    }
}
