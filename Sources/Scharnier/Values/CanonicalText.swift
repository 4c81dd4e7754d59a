/// A value with one text, of ASCII characters that JSON takes as they are.
///
/// Written straight into where it is needed: these values stand in every answer and every entry of a log.
package protocol CanonicalText: CustomStringConvertible {
    /// How many characters the longest text has.
    static var longestText: Int { get }

    /// Appends the text.
    func append(to text: inout OutputSpan<UInt8>)
}

extension CanonicalText {
    package var description: String {
        // Safe because `append` writes into a span of the buffer, which counts what it has taken.
        unsafe String(unsafeUninitializedCapacity: Self.longestText) { buffer in
            var text = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
            append(to: &text)
            return unsafe text.finalize(for: buffer)
        }
    }
}

extension OutputSpan<UInt8> {
    /// Appends a character.
    mutating func append(_ character: Unicode.Scalar) { append(UInt8(ascii: character)) }

    /// Appends a number from 0 to 99 in two digits.
    mutating func append(twoDigits number: Int) {
        append(Self.digit(number / 10))
        append(Self.digit(number % 10))
    }

    /// Appends a number in decimal with at least four digits, behind a minus if it is below zero.
    mutating func append(year number: Int) {
        if number < 0 { append("-") }
        let year = Int(clamping: number.magnitude)
        if year >= 10_000 { append(leading: year / 10_000) }
        append(twoDigits: year / 100 % 100)
        append(twoDigits: year % 100)
    }

    private mutating func append(leading number: Int) {
        if number >= 10 { append(leading: number / 10) }
        append(Self.digit(number % 10))
    }

    private static func digit(_ number: Int) -> UInt8 {
        UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)
    }
}
