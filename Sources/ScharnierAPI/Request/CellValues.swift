import JSON

/// Values in a table are text: what they stand for shows where a form asks for it. Anything else stays as it is, and is
/// then of the wrong type.
extension JSONValue {
    /// Digits of a number that always fits.
    private static let mostDigits = 18

    /// A whole number.
    func integer(in style: Form.Style) -> JSONValue {
        guard style == .cells, case .string(let text) = self else { return self }
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard (1...Self.mostDigits).contains(digits.count),
            digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int64(text)
        else { return self }
        return .integer(number)
    }

    /// `true` or `false`.
    func flag(in style: Form.Style) -> JSONValue {
        guard style == .cells else { return self }
        switch self {
        case .string("true"): return .bool(true)
        case .string("false"): return .bool(false)
        default: return self
        }
    }

    /// A list of words, separated by blanks.
    func words(in style: Form.Style) -> JSONValue {
        guard style == .cells, case .string(let text) = self else { return self }
        return .array(text.utf8.split(separator: UInt8(ascii: " ")).map { .string(String(Substring($0))) })
    }

    /// A list of objects, or an object, written as JSON in its cell.
    func container(in style: Form.Style) -> JSONValue {
        guard style == .cells, case .string(let text) = self,
            let value = try? JSONValue(parsing: Array(text.utf8))
        else { return self }
        return value
    }
}
