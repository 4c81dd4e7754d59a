/// A calendar date (ISO 8601), proleptic Gregorian, without a time zone.
@frozen
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let number: Int32

    /// The day so many days after 1970-01-01.
    @inlinable
    package init(number: Int32) {
        self.number = number
    }

    /// The date, or `nil` if the calendar has none such; years 0001 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Day.length(ofMonth: month, in: year)).contains(day) else { return nil }
        self.init(number: Int32(Day.days(beforeYear: year, month: month) + day - 1))
    }

    /// Reads `YYYY-MM-DD`.
    package init?(_ text: String) {
        var reader = DigitReader(text.utf8)
        guard let day = reader.day(), reader.isAtEnd else { return nil }
        self = day
    }

    @inlinable
    package static func < (one: Day, other: Day) -> Bool {
        one.number < other.number
    }

    /// The day so many days later.
    package func adding(_ days: Int) -> Day {
        Day(number: Int32(clamping: Int(number) + days))
    }

    /// Days from `other` to this one; negative if this one is earlier.
    package func days(since other: Day) -> Int {
        Int(number) - Int(other.number)
    }
}

extension Day {
    /// Year, month (1…12) and day of the month.
    ///
    /// Counts in 400-year cycles that begin on 1 March, so that the leap day comes last.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let leapDays = dayOfCycle / 1460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let calendarMonth = month < 10 ? month + 3 : month - 9
        return (yearOfCycle + cycle * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, day)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func days(beforeYear year: Int, month: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let shiftedMonth = month <= 2 ? month + 9 : month - 3
        let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
        return 365 * shiftedYear + leapDays + (153 * shiftedMonth + 2) / 5 - 719_468
    }
}

extension Day: CanonicalText {
    /// As of the earliest day there is: `-5877641-06-23`.
    package static var longestText: Int { 14 }

    /// `YYYY-MM-DD`.
    package func append(to text: inout OutputSpan<UInt8>) {
        let (year, month, day) = parts
        text.append(year: year)
        text.append("-")
        text.append(twoDigits: month)
        text.append("-")
        text.append(twoDigits: day)
    }
}
