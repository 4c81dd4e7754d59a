/// Reads one document from its first byte to its last.
///
/// Every method starts at ``position`` and leaves it behind what it read.
struct Reader {
    let bytes: [UInt8]
    let limits: JSONLimits
    var position = 0
    var depth = 0
    var memberCount = 0

    init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The only value of the document.
    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark) }
        skipBlanks()
        let value = try value()
        skipBlanks()
        if position < bytes.count { throw error(.trailingBytes) }
        return value
    }

    /// The value that begins here (RFC 8259 §3).
    mutating func value() throws(JSONSyntaxError) -> JSONValue {
        switch try current() {
        case UInt8(ascii: "{"): .object(try nested { reader throws(JSONSyntaxError) in try reader.object() })
        case UInt8(ascii: "["): .array(try nested { reader throws(JSONSyntaxError) in try reader.array() })
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try literal("true", .bool(true))
        case UInt8(ascii: "f"): try literal("false", .bool(false))
        case UInt8(ascii: "n"): try literal("null", .null)
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func literal(
        _ text: String, _ value: JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        for byte in text.utf8 { try expect(byte) }
        return value
    }
}

extension Reader {
    /// The byte here.
    func current() throws(JSONSyntaxError) -> UInt8 {
        guard position < bytes.count else { throw error(.unexpectedEnd) }
        return bytes[position]
    }

    /// Passes over `byte`, which must be here.
    mutating func expect(_ byte: UInt8) throws(JSONSyntaxError) {
        guard try current() == byte else { throw error(.unexpectedByte) }
        position += 1
    }

    /// Passes over `byte` if it is here, and says whether it was.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Passes over the four blanks of RFC 8259 §2.
    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// A fault at `offset`, or here.
    func error(_ reason: JSONSyntaxError.Reason, at offset: Int? = nil) -> JSONSyntaxError {
        JSONSyntaxError(offset: offset ?? position, reason: reason)
    }
}
