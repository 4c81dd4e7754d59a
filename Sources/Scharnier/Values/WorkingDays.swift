// Working days: Monday to Friday without the public holidays of North Rhine-Westphalia (Feiertagsgesetz NW §2).

extension Day {
    /// Whether offices work on this day.
    package var isWorkingDay: Bool { !isWeekend && !isHoliday }

    /// The so manieth working day after this one; this one counts as none.
    ///
    /// `count` is 0 or more; 0 is this day itself.
    package func adding(workingDays count: Int) -> Day {
        var (day, left) = (self, count)
        while left > 0 {
            day = day.adding(1)
            if day.isWorkingDay { left -= 1 }
        }
        return day
    }

    private var isWeekend: Bool {
        // 1970-01-01 was a Thursday: day number + 3 counts weekdays from Monday.
        let weekday = ((Int(number) + 3) % 7 + 7) % 7
        return weekday >= 5
    }

    private var isHoliday: Bool {
        let (year, month, day) = parts
        switch (month, day) {
        case (1, 1), (5, 1), (10, 3), (11, 1), (12, 25), (12, 26): return true
        default: break
        }
        // Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi.
        return Day.easter(year).map { [-2, 1, 39, 50, 60].contains(days(since: $0)) } ?? false
    }

    /// Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
    private static func easter(_ year: Int) -> Day? {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let skipped = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + century - century / 4 - skipped + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let shift = (golden + 11 * moon + 22 * weekday) / 451
        let sum = moon + weekday - 7 * shift + 114
        return Day(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}

extension Instant {
    /// The end of the so manieth working day after this moment's day, in the city's time.
    func adding(workingDays count: Int) -> Instant {
        LocalTime.start(of: LocalTime.day(at: self).adding(workingDays: count).adding(1))
    }
}
