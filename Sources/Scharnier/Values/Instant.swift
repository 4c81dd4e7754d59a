/// A moment, to the millisecond, in UTC.
@frozen
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; leap seconds are not counted.
    package let milliseconds: Int64

    /// The moment so many milliseconds after 1970.
    @inlinable
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    @inlinable
    package static func < (one: Instant, other: Instant) -> Bool {
        one.milliseconds < other.milliseconds
    }

    /// The moment `days` times 24 hours later; saturates at the ends of time.
    package func adding(days: Int) -> Instant {
        let (seconds, overflow) = Int64(days).multipliedReportingOverflow(by: 86_400)
        return adding(seconds: overflow ? (days < 0 ? .min : .max) : seconds)
    }

    /// The moment so many seconds later; saturates at the ends of time.
    package func adding(seconds: Int64) -> Instant {
        let (span, isTooLong) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, isTooLate) = milliseconds.addingReportingOverflow(span)
        return Instant(milliseconds: isTooLong || isTooLate ? (seconds < 0 ? .min : .max) : sum)
    }
}

extension Instant {
    /// Reads RFC 3339 with any offset and 0–9 digits of fraction, cut to milliseconds.
    ///
    /// A leap second (`:60`) is refused (api.md §1), and so is a moment outside the years 1 to 9999 of UTC,
    /// which the four digits of a year could not tell.
    package init?(_ text: String) {
        var reader = DigitReader(text.utf8)
        guard let day = reader.day(), reader.skip("T") || reader.skip("t") else { return nil }
        guard let hour = reader.number(2), hour < 24, reader.skip(":"), let minute = reader.number(2),
            minute < 60, reader.skip(":"), let second = reader.number(2), second < 60
        else { return nil }
        guard let fraction = reader.fraction(), let offset = reader.offset(), reader.isAtEnd else {
            return nil
        }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset * 60)
        guard Self.writableSeconds.contains(seconds) else { return nil }
        self.init(milliseconds: seconds * 1000 + Int64(fraction))
    }

    /// From 0001-01-01T00:00:00Z to before 10000-01-01T00:00:00Z, in seconds since 1970.
    private static let writableSeconds: Range<Int64> = -62_135_596_800..<253_402_300_800
}

extension Instant: CanonicalText {
    /// A day, of which the clamped ones are the longest, and what follows it.
    package static var longestText: Int { Day.longestText + 14 }

    /// RFC 3339 in UTC with three digits: `2026-11-21T09:30:00.000Z`.
    package func append(to text: inout OutputSpan<UInt8>) {
        let days = milliseconds.flooredQuotient(86_400_000)
        let rest = Int(milliseconds &- days &* 86_400_000)
        Day(number: Int32(clamping: days)).append(to: &text)
        text.append("T")
        text.append(twoDigits: rest / 3_600_000)
        text.append(":")
        text.append(twoDigits: rest / 60_000 % 60)
        text.append(":")
        text.append(twoDigits: rest / 1000 % 60)
        text.append(".")
        text.append(UInt8(ascii: "0") + UInt8(rest / 100 % 10))
        text.append(twoDigits: rest % 100)
        text.append("Z")
    }
}

extension Int64 {
    /// The quotient rounded towards negative infinity, so that days before 1970 work too.
    func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
