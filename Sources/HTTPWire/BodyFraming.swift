/// How the end of the content is found (RFC 9112 §6.3).
enum BodyFraming: Hashable {
    /// As many octets as `Content-Length` says, none without it; numbers beyond every limit are `Int.max`.
    case length(Int)
    /// In chunks (RFC 9112 §7.1).
    case chunked

    /// Whether the content is known to be longer than this.
    func exceeds(_ limit: Int) -> Bool {
        switch self {
        case .length(let length): length > limit
        case .chunked: false
        }
    }

    /// Decides by `Content-Length` and `Transfer-Encoding`.
    ///
    /// - Throws: ``WireError/framingInvalid`` wherever two readers could disagree: both fields present, a
    ///   repeated length even when the values are equal (RFC 9110 §8.6 permits to refuse), codings that do not
    ///   end with `chunked` (RFC 9112 §6.3), any coding in HTTP/1.0 (§6.1).
    ///   ``WireError/transferCodingUnknown`` for a coding before `chunked` (§6.1).
    init(_ control: ControlFields, in section: Span<UInt8>, minorVersion: Int) throws(WireError) {
        if control.codingCount > 0 {
            guard control.lengthCount == 0, control.codingCount == 1, minorVersion > 0 else {
                throw .framingInvalid
            }
            try Self.checkCoding(section.extracting(control.coding))
            self = .chunked
        } else if control.lengthCount > 0 {
            guard control.lengthCount == 1 else { throw .framingInvalid }
            self = .length(try Self.length(section.extracting(control.length)))
        } else {
            self = .length(0)
        }
    }

    private static func checkCoding(_ value: Span<UInt8>) throws(WireError) {
        if Octets.matches(value, keyword: "chunked") { return }
        var list = ListCursor()
        var hasEnded = false
        while list.advance(in: value) {
            let coding = value.extracting(list.element)
            guard isToken(coding), !hasEnded else { throw .framingInvalid }
            hasEnded = Octets.matches(coding, keyword: "chunked")
        }
        guard hasEnded else { throw .framingInvalid }
        throw .transferCodingUnknown
    }

    private static func isToken(_ octets: Span<UInt8>) -> Bool {
        for index in octets.indices where !Octets.isToken(octets[index]) { return false }
        return !octets.isEmpty
    }

    private static func length(_ value: Span<UInt8>) throws(WireError) -> Int {
        guard !value.isEmpty else { throw .framingInvalid }
        var length = 0
        for index in value.indices {
            guard Octets.isDigit(value[index]) else { throw .framingInvalid }
            let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(value[index] - Octets.zero))
            length = overflow || carry ? .max : sum
        }
        return length
    }
}
