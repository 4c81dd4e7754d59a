/// Time as the city lives it: Europe/Berlin.
///
/// Central European Time, an hour more from the last Sunday of March, 01:00 UTC, to the last Sunday of
/// October, 01:00 UTC (Directive 2000/84/EC). Own arithmetic instead of a time-zone library: the rule is one
/// line, and every question about days must have the same answer on every machine.
package enum LocalTime {
    /// The calendar day in Europe/Berlin at `instant`.
    package static func day(at instant: Instant) -> Day {
        let local = instant.adding(seconds: offsetSeconds(at: instant))
        return Day(number: Int32(clamping: local.milliseconds.flooredQuotient(86_400_000)))
    }

    /// The moment at which `day` begins in Europe/Berlin.
    package static func start(of day: Day) -> Instant {
        let midnight = Instant(milliseconds: Int64(day.number) * 86_400_000)
        // Both changes happen at 01:00 UTC, after the local midnight of their day: the offset at the
        // midnight before is the right one.
        return midnight.adding(seconds: -offsetSeconds(at: midnight.adding(seconds: -3600)))
    }

    /// Seconds east of UTC at `instant`.
    static func offsetSeconds(at instant: Instant) -> Int64 {
        let utcDay = Day(number: Int32(clamping: instant.milliseconds.flooredQuotient(86_400_000)))
        let year = utcDay.parts.year
        guard let begin = change(year, month: 3), let end = change(year, month: 10) else { return 3600 }
        return instant >= begin && instant < end ? 7200 : 3600
    }

    /// 01:00 UTC on the last Sunday of a month with 31 days.
    private static func change(_ year: Int, month: Int) -> Instant? {
        guard let last = Day(year: year, month: month, day: 31) else { return nil }
        // 1970-01-01 was a Thursday: day number + 4 counts weekdays from Sunday.
        let weekday = ((Int(last.number) + 4) % 7 + 7) % 7
        let sunday = last.adding(-weekday)
        return Instant(milliseconds: Int64(sunday.number) * 86_400_000 + 3_600_000)
    }
}

/// A span of days `[from, to)`; an absent end is open.
package struct DayRange: Hashable, Sendable {
    /// The first day.
    package var from: Day?

    /// The day after the last.
    package var to: Day?

    /// The span from `from` up to, but not including, `to`.
    package init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether `day` lies inside.
    package func contains(_ day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
    }

    /// Whether the two spans share a day.
    package func overlaps(_ other: DayRange) -> Bool {
        let begin = [from, other.from].compactMap { $0 }.max()
        let end = [to, other.to].compactMap { $0 }.min()
        guard let begin, let end else { return true }
        return begin < end
    }
}
