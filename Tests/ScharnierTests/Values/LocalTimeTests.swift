import Testing

@testable import Scharnier

@Suite struct LocalTimeTests {
    static let changes: [(year: Int, begin: String, end: String)] = [
        (1996, "1996-03-31", "1996-10-27"), (2000, "2000-03-26", "2000-10-29"),
        (2008, "2008-03-30", "2008-10-26"), (2021, "2021-03-28", "2021-10-31"),
        (2024, "2024-03-31", "2024-10-27"), (2025, "2025-03-30", "2025-10-26"),
        (2026, "2026-03-29", "2026-10-25"), (2027, "2027-03-28", "2027-10-31"),
        (2038, "2038-03-28", "2038-10-31"),
    ]

    @Test(arguments: changes)
    func `both changes happen at 01:00 UTC of the last Sunday, to the millisecond`(
        year: Int, begin: String, end: String
    ) {
        #expect(LocalTime.offsetSeconds(at: .at("\(begin)T00:59:59.999Z")) == 3600)
        #expect(LocalTime.offsetSeconds(at: .at("\(begin)T01:00:00Z")) == 7200)
        #expect(LocalTime.offsetSeconds(at: .at("\(end)T00:59:59.999Z")) == 7200)
        #expect(LocalTime.offsetSeconds(at: .at("\(end)T01:00:00Z")) == 3600)
    }

    @Test(arguments: changes)
    func `the day of a change is an hour shorter or longer`(year: Int, begin: String, end: String) {
        let (spring, autumn) = (Day.on(begin), Day.on(end))
        #expect(LocalTime.start(of: spring) == .at("\(begin)T00:00:00+01:00"))
        #expect(LocalTime.start(of: spring.adding(1)) == .at("\(spring.adding(1))T00:00:00+02:00"))
        #expect(LocalTime.start(of: autumn) == .at("\(end)T00:00:00+02:00"))
        #expect(LocalTime.start(of: autumn.adding(1)) == .at("\(autumn.adding(1))T00:00:00+01:00"))
        #expect(hours(of: spring) == 23)
        #expect(hours(of: autumn) == 25)
        #expect(hours(of: spring.adding(-1)) == 24)
        #expect(hours(of: autumn.adding(1)) == 24)
    }

    private func hours(of day: Day) -> Int64 {
        let span = LocalTime.start(of: day.adding(1)).milliseconds - LocalTime.start(of: day).milliseconds
        return span / 3_600_000
    }

    @Test(arguments: [
        ("2026-11-20T22:59:59.999Z", "2026-11-20"), ("2026-11-20T23:00:00Z", "2026-11-21"),
        ("2026-07-20T21:59:59.999Z", "2026-07-20"), ("2026-07-20T22:00:00Z", "2026-07-21"),
        ("2026-12-31T22:59:59.999Z", "2026-12-31"), ("2026-12-31T23:00:00Z", "2027-01-01"),
        ("2026-03-28T23:00:00Z", "2026-03-29"), ("2026-03-29T21:59:59.999Z", "2026-03-29"),
        ("2026-03-29T22:00:00Z", "2026-03-30"), ("2026-10-24T22:00:00Z", "2026-10-25"),
        ("2026-10-25T22:59:59.999Z", "2026-10-25"), ("2026-10-25T23:00:00Z", "2026-10-26"),
    ])
    func `a day begins at midnight in Berlin`(instant: String, day: String) {
        #expect(LocalTime.day(at: .at(instant)) == .on(day))
    }

    @Test func `every day begins with itself and ends before the next`() {
        let last = Day.on("2041-01-01")
        var day = Day.on("1996-01-01")
        while day < last {
            let start = LocalTime.start(of: day)
            let isRight =
                LocalTime.day(at: start) == day
                && LocalTime.day(at: Instant(milliseconds: start.milliseconds - 1)) == day.adding(-1)
            #expect(isRight, "\(day)")
            day = day.adding(1)
        }
    }

    @Test func `the rule counts weekdays before 1970 as well`() {
        #expect(LocalTime.offsetSeconds(at: .at("1969-03-30T00:59:59Z")) == 3600)
        #expect(LocalTime.offsetSeconds(at: .at("1969-03-30T01:00:00Z")) == 7200)
    }
}

@Suite struct DayRangeTests {
    private let range = DayRange(from: .on("2026-01-01"), to: .on("2026-02-01"))

    @Test(arguments: [
        ("2025-12-31", false), ("2026-01-01", true), ("2026-01-31", true), ("2026-02-01", false),
    ])
    func `the first day is inside, the end is not`(day: String, isInside: Bool) {
        #expect(range.contains(.on(day)) == isInside)
    }

    @Test func `an absent end is open`() {
        #expect(DayRange().contains(.on("0001-01-01")))
        #expect(DayRange(from: .on("2026-01-01")).contains(.on("9999-12-31")))
        #expect(!DayRange(from: .on("2026-01-01")).contains(.on("2025-12-31")))
        #expect(DayRange(to: .on("2026-01-01")).contains(.on("2025-12-31")))
        #expect(!DayRange(to: .on("2026-01-01")).contains(.on("2026-01-01")))
    }

    @Test(arguments: [
        ("2025-12-01", "2026-01-01", false), ("2025-12-01", "2026-01-02", true),
        ("2026-01-31", "2026-03-01", true), ("2026-02-01", "2026-03-01", false),
        ("2026-01-10", "2026-01-11", true), ("2025-01-01", "2027-01-01", true),
    ])
    func `spans overlap if they share a day`(from: String, to: String, doOverlap: Bool) {
        let other = DayRange(from: .on(from), to: .on(to))
        #expect(range.overlaps(other) == doOverlap)
        #expect(other.overlaps(range) == doOverlap)
    }

    @Test func `open spans overlap where their ends allow`() {
        #expect(range.overlaps(DayRange()))
        #expect(range.overlaps(DayRange(from: .on("2026-01-31"))))
        #expect(!range.overlaps(DayRange(from: .on("2026-02-01"))))
        #expect(range.overlaps(DayRange(to: .on("2026-01-02"))))
        #expect(!range.overlaps(DayRange(to: .on("2026-01-01"))))
        #expect(DayRange(to: .on("2026-01-01")).overlaps(DayRange(to: .on("1999-01-01"))))
    }
}
