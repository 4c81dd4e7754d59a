/// Reads the fixed-width numbers of ISO 8601, one after the other.
struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String.UTF8View) {
        rest = ArraySlice(text)
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly `width` digits.
    mutating func number(_ width: Int) -> Int? {
        guard let value = Self.value(rest.prefix(width)), rest.count >= width else { return nil }
        rest = rest.dropFirst(width)
        return value
    }

    /// Passes one character, if it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// A calendar date `YYYY-MM-DD` that exists.
    mutating func day() -> Day? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }

    /// Milliseconds from a fraction of 0 to 9 digits, cut, not rounded.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let three = digits.prefix(3)
        guard let value = Self.value(three) else { return nil }
        return [100, 10, 1][three.count - 1] * value
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2), hours < 24, skip(":"), let minutes = number(2), minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return digits.isEmpty ? nil : value
    }
}
