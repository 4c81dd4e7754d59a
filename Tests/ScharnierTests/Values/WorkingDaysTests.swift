import Testing

@testable import Scharnier

@Suite struct WorkingDaysTests {
    /// The vectors of domain.md §8.7: the 20th working day after a grant.
    @Test(
        arguments: [
            ("2026-01-02", "2026-01-30"), ("2026-03-16", "2026-04-15"), ("2026-05-04", "2026-06-03"),
            ("2026-12-14", "2027-01-13"),
        ])
    func `the twentieth working day is that of the specification`(from: String, to: String) {
        #expect(Day.on(from).adding(workingDays: 20) == .on(to))
    }

    @Test(
        arguments: [
            "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-06-04",
            "2025-10-03", "2027-11-01", "2025-12-25", "2025-12-26", "2024-03-29", "2024-04-01", "2000-04-21",
            "2038-04-26", "2025-04-18", "2285-03-23",
        ])
    func `nobody works on a holiday of the state`(day: String) { #expect(!Day.on(day).isWorkingDay) }

    @Test func `Saturday and Sunday are free, Monday to Friday are not`() {
        let monday = Day.on("2026-11-23")
        #expect(
            (0..<7).map { monday.adding($0).isWorkingDay } == [true, true, true, true, true, false, false])
        let long = Day.on("1969-12-29")
        #expect(
            (0..<7).map { long.adding($0).isWorkingDay } == [true, true, true, false, true, false, false])
    }

    @Test func `days next to holidays are worked`() {
        for day in ["2026-04-02", "2026-04-07", "2026-05-15", "2026-06-05", "2026-12-24", "2026-11-02"] {
            #expect(Day.on(day).isWorkingDay, "\(day)")
        }
    }

    @Test func `no working day later is the same day, also if nobody works on it`() {
        #expect(Day.on("2026-11-22").adding(workingDays: 0) == .on("2026-11-22"))
        #expect(Day.on("2026-11-22").adding(workingDays: 1) == .on("2026-11-23"))
    }

    @Test func `a deadline ends with its day in the city`() {
        // Friday 23:30 in Dortmund; five working days later is the next Friday.
        let moment = Instant.at("2026-11-20T22:30:00Z")
        #expect(moment.adding(workingDays: 5) == .at("2026-11-27T23:00:00Z"))
        // Half an hour later it is Saturday, and the same Friday.
        #expect(Instant.at("2026-11-20T23:30:00Z").adding(workingDays: 5) == .at("2026-11-27T23:00:00Z"))
    }
}
