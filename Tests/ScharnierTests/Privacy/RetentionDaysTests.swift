import Testing

@testable import Scharnier

/// The daily run: at night in the city, once, and never by a clock that nobody can believe (operations.md §5, §9).
@Suite struct RetentionDaysTests {
    private func due(after text: String) throws -> Instant {
        RetentionRun.due(after: try #require(Instant(text)))
    }

    @Test(arguments: [
        ("2026-11-22T10:00:00+01:00", "2026-11-23T03:00:00+01:00"),
        ("2026-11-22T02:59:59+01:00", "2026-11-22T03:00:00+01:00"),
        ("2026-11-22T03:00:00+01:00", "2026-11-23T03:00:00+01:00"),
        ("2026-12-31T23:59:59+01:00", "2027-01-01T03:00:00+01:00"),
        // Three hours after midnight, on the days on which the clocks are set, too.
        ("2026-03-28T12:00:00+01:00", "2026-03-29T04:00:00+02:00"),
        ("2026-10-24T12:00:00+02:00", "2026-10-25T02:00:00+01:00"),
    ])
    func `it is due three hours after the next midnight`(last: String, due: String) throws {
        #expect(try self.due(after: last) == #require(Instant(due)))
    }

    @Test func `each run is followed by another one a day later at most, and never by itself`() throws {
        let start = try #require(Instant("2026-01-01T00:00:00+01:00"))
        for minutes: Int64 in stride(from: 0, to: 400 * 1440, by: 97) {
            let last = start.adding(seconds: minutes * 60)
            let due = RetentionRun.due(after: last)
            #expect(due > last && due <= last.adding(seconds: 25 * 3600))
        }
    }

    @Test func `after thirty days without a run none begins by itself`() throws {
        let last = try #require(Instant("2026-11-22T03:00:00+01:00"))
        let end = last.adding(days: 30)
        #expect(RetentionRun.mayBegin(at: last.adding(days: 1), after: last))
        #expect(RetentionRun.mayBegin(at: Instant(milliseconds: end.milliseconds - 1), after: last))
        #expect(!RetentionRun.mayBegin(at: end, after: last))
    }
}
