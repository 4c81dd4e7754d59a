extension Reader {
    /// The largest integer that every reader keeps exact (RFC 7493 §2.2).
    private static let largestInteger: Int64 = (1 << 53) - 1

    /// The number that begins here (RFC 8259 §6).
    mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let first = position
        _ = skip(UInt8(ascii: "-"))
        try integerPart()
        let fraction = try fractionPart()
        let exponent = try exponentPart()
        guard position - first <= limits.numberBytes else { throw error(.numberTooLong, at: first) }
        guard fraction || exponent else { return .integer(try integer(from: first)) }
        return .number(String(decoding: bytes[first..<position], as: UTF8.self))
    }

    /// Digits without a needless zero in front: after `0` the integer part is over.
    private mutating func integerPart() throws(JSONSyntaxError) {
        if !skip(UInt8(ascii: "0")) { try digits() }
    }

    private mutating func fractionPart() throws(JSONSyntaxError) -> Bool {
        guard skip(UInt8(ascii: ".")) else { return false }
        try digits()
        return true
    }

    private mutating func exponentPart() throws(JSONSyntaxError) -> Bool {
        guard skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) else { return false }
        if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
        try digits()
        return true
    }

    /// Passes over one digit or more.
    private mutating func digits() throws(JSONSyntaxError) {
        guard isDigit(try current()) else { throw error(.unexpectedByte) }
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
    }

    /// The value of the literal from `first` to here: digits, perhaps with a minus in front.
    private func integer(from first: Int) throws(JSONSyntaxError) -> Int64 {
        let isNegative = bytes[first] == UInt8(ascii: "-")
        var magnitude: Int64 = 0
        for byte in bytes[(isNegative ? first + 1 : first)..<position] {
            // Cannot overflow: 10 × (2^53−1) + 9 is far below 2^63.
            magnitude = magnitude * 10 + Int64(byte - UInt8(ascii: "0"))
            guard magnitude <= Self.largestInteger else { throw error(.numberOutOfRange, at: first) }
        }
        return isNegative ? -magnitude : magnitude
    }
}
