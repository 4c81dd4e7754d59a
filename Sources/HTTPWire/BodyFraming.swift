/// How the end of the content is found (RFC 9112 §6.3).
enum BodyFraming: Hashable {
    /// There is none.
    case none
    /// As many octets as `Content-Length` says; numbers beyond every limit are `Int.max`.
    case length(Int)
    /// In chunks (RFC 9112 §7.1).
    case chunked

    /// Decides by `Content-Length` and `Transfer-Encoding`.
    ///
    /// - Throws: ``WireError/framingInvalid`` wherever two readers could disagree: both fields present, a
    ///   repeated length even when the values are equal (RFC 9110 §8.6 permits to refuse), a coding that is not
    ///   the last, any coding in HTTP/1.0 (RFC 9112 §6.1). ``WireError/transferCodingUnknown`` for a coding
    ///   other than `chunked`.
    init(_ control: ControlFields, minorVersion: Int) throws(WireError) {
        if control.codingCount > 0 {
            guard control.lengthCount == 0, control.codingCount == 1, minorVersion > 0 else {
                throw .framingInvalid
            }
            try Self.checkCoding(control.coding)
            self = .chunked
        } else if control.lengthCount > 0 {
            guard control.lengthCount == 1 else { throw .framingInvalid }
            self = .length(try Self.length(control.length))
        } else {
            self = .none
        }
    }

    private static func checkCoding(_ value: ArraySlice<UInt8>) throws(WireError) {
        if value.isKeyword("chunked") { return }
        let codings = Array(ListElements(value))
        let isList = codings.allSatisfy { !$0.isEmpty && $0.allSatisfy(Octets.isToken) }
        let chunkedCount = codings.count { $0.isKeyword("chunked") }
        let endsChunked = codings.last?.isKeyword("chunked") == true
        guard isList, chunkedCount == 0 || chunkedCount == 1 && endsChunked else { throw .framingInvalid }
        throw .transferCodingUnknown
    }

    private static func length(_ value: ArraySlice<UInt8>) throws(WireError) -> Int {
        guard !value.isEmpty, value.allSatisfy(Octets.isDigit) else { throw .framingInvalid }
        var length = 0
        for digit in value {
            let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(digit - Octets.zero))
            if overflow || carry { return .max }
            length = sum
        }
        return length
    }
}
