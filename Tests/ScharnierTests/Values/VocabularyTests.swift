import Testing

@testable import Scharnier

@Suite struct VocabularyTests {
    private let early = Instant.at("2026-11-21T09:00:00Z")
    private let late = Instant.at("2026-11-21T12:00:00Z")

    @Test func `the words are those of the specification`() {
        #expect(
            ResourceKind.allCases.map(\.rawValue)
                == [
                    "money", "goods", "service", "logistics", "room", "volunteering", "expertise", "contacts",
                ])
        #expect(
            Unit.allCases.map(\.rawValue)
                == ["piece", "set", "person", "hour", "day", "seat", "m2", "km", "lesson"])
        #expect(Horizon.allCases.map(\.rawValue) == ["acute", "temporary", "permanent"])
        #expect(Visibility.allCases.map(\.rawValue) == ["public", "registered", "brokered"])
        #expect(
            ActionField.allCases.map(\.rawValue)
                == ["work_in_quarter", "strong_parents_children", "social_cohesion"])
    }

    @Test func `a shift says when it starts and ends`() {
        #expect(
            Schedule(kind: .shift).violations(at: "schedule").short
                == ["schedule/starts_at required", "schedule/ends_at required"])
        #expect(
            Schedule(kind: .shift, startsAt: early).violations(at: "schedule").short
                == ["schedule/ends_at required"])
        #expect(Schedule(kind: .shift, startsAt: early, endsAt: late).violations(at: "schedule").isEmpty)
    }

    @Test func `an end comes after the start`() {
        for end in [early, Instant(milliseconds: early.milliseconds - 1)] {
            #expect(
                Schedule(kind: .frame, startsAt: early, endsAt: end).violations(at: "s").short
                    == ["s/ends_at not_allowed_together"])
        }
        let soon = Instant(milliseconds: early.milliseconds + 1)
        #expect(Schedule(kind: .frame, startsAt: early, endsAt: soon).violations(at: "s").isEmpty)
    }

    @Test(arguments: [Schedule.Kind.frame, .open])
    func `other schedules may leave all open`(kind: Schedule.Kind) {
        #expect(Schedule(kind: kind).violations(at: "schedule").isEmpty)
    }

    @Test func `a week has 1 to 168 hours`() {
        expectRange(1...168, at: "s/hours_per_week") { Schedule(hoursPerWeek: $0).violations(at: "s") }
    }

    @Test func `a span of days does not end before it begins`() {
        let range = DayRange(from: .on("2026-02-01"), to: .on("2026-01-31"))
        #expect(range.violations(at: "period").short == ["period/to_on not_allowed_together"])
        #expect(Schedule(days: range).violations(at: "s").short == ["s/to_on not_allowed_together"])
        #expect(DayRange(from: .on("2026-02-01"), to: .on("2026-02-01")).violations(at: "period").isEmpty)
        #expect(DayRange(to: .on("2026-01-31")).violations(at: "period").isEmpty)
    }
}
