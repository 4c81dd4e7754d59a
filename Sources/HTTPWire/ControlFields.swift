/// The fields that decide how a message is read, found in one pass over the field section.
///
/// Values are ranges of the section: nothing is copied for a look.
struct ControlFields {
    private(set) var hostCount = 0
    private(set) var lengthCount = 0
    private(set) var codingCount = 0
    private(set) var expectationCount = 0
    private(set) var host = 0..<0
    private(set) var length = 0..<0
    private(set) var coding = 0..<0
    private(set) var expectation = 0..<0
    private(set) var asksToClose = false
    private(set) var asksToStay = false

    init(_ section: Span<UInt8>, _ entries: [Fields.Entry]) {
        for entry in entries { note(entry, in: section) }
    }

    /// Whether another request may follow on the connection (RFC 9112 §9.3).
    func keepsAlive(minorVersion: Int) -> Bool {
        !asksToClose && (minorVersion > 0 || asksToStay)
    }

    /// The length of a name says almost always which field it is not.
    private mutating func note(_ entry: Fields.Entry, in section: Span<UInt8>) {
        let name = section.extracting(entry.name)
        switch name.count {
        case 4 where Octets.matches(name, keyword: "host"):
            hostCount += 1
            host = entry.value
        case 6 where Octets.matches(name, keyword: "expect"):
            expectationCount += 1
            expectation = entry.value
        case 10 where Octets.matches(name, keyword: "connection"):
            noteOptions(section.extracting(entry.value))
        case 14 where Octets.matches(name, keyword: "content-length"):
            lengthCount += 1
            length = entry.value
        case 17 where Octets.matches(name, keyword: "transfer-encoding"):
            codingCount += 1
            coding = entry.value
        default: break
        }
    }

    private mutating func noteOptions(_ value: Span<UInt8>) {
        var list = ListCursor()
        while list.advance(in: value) {
            let option = value.extracting(list.element)
            if Octets.matches(option, keyword: "close") { asksToClose = true }
            if Octets.matches(option, keyword: "keep-alive") { asksToStay = true }
        }
    }
}
