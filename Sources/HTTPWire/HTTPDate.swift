/// The fixed-length form of a moment that HTTP uses: `Sat, 21 Nov 2026 09:30:00 GMT` (RFC 9110 §5.6.7).
package enum HTTPDate {
    private static let dayNames: [StaticString] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let monthNames: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let secondsPerDay = 86_400

    /// The 29 octets for a moment in seconds since 1970-01-01T00:00:00Z, up to the year 9999.
    package static func bytes(secondsSince1970 seconds: Int) -> [UInt8] {
        let days = seconds / secondsPerDay
        let second = seconds % secondsPerDay
        let (year, month, day) = civilDate(daysSince1970: days)
        var text: [UInt8] = []
        text.reserveCapacity(29)
        text.append(contentsOf: dayNames[days % 7].description.utf8)
        text.append(contentsOf: ", ".utf8)
        appendPair(day, to: &text)
        text.append(contentsOf: " \(monthNames[month - 1]) ".utf8)
        appendPair(year / 100, to: &text)
        appendPair(year % 100, to: &text)
        text.append(Octets.space)
        appendPair(second / 3600, to: &text)
        text.append(Octets.colon)
        appendPair(second / 60 % 60, to: &text)
        text.append(Octets.colon)
        appendPair(second % 60, to: &text)
        text.append(contentsOf: " GMT".utf8)
        return text
    }

    private static func appendPair(_ number: Int, to text: inout [UInt8]) {
        text.append(Octets.zero + UInt8(number / 10 % 10))
        text.append(Octets.zero + UInt8(number % 10))
    }

    /// The Gregorian date, by counting in 400-year cycles that begin on 1 March: the leap day is then last.
    private static func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let daysPerCycle = 146_097
        let shifted = days + 719_468
        let cycle = shifted / daysPerCycle
        let dayOfCycle = shifted % daysPerCycle
        let yearOfCycle =
            (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }
}
