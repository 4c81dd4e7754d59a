// Words that needs and offers share (domain.md §4.1, §4.3).

/// What can be asked for and given.
package enum ResourceKind: String, CaseIterable, Sendable {
    case money, goods, service, logistics, room, volunteering, expertise, contacts
}

/// How long a need lasts; every need has exactly one.
package enum Horizon: String, CaseIterable, Sendable {
    case acute, temporary, permanent
}

/// In what things other than money are counted.
package enum Unit: String, CaseIterable, Sendable {
    case piece, set, person, hour, day, seat
    case squareMetre = "m2"
    case kilometre = "km"
    case lesson
}

/// Who may see a record once it is live (rule V).
package enum Visibility: String, CaseIterable, Sendable {
    case `public`, registered, brokered
}

/// The fields of the city's action plan.
package enum ActionField: String, CaseIterable, Sendable {
    case workInQuarter = "work_in_quarter"
    case strongParentsChildren = "strong_parents_children"
    case socialCohesion = "social_cohesion"
}

/// What protection of minors a task asks for.
package enum Safeguarding: String, CaseIterable, Sendable {
    case none
    case supervisedOnly = "supervised_only"
    case extendedCertificate = "extended_certificate"
}

/// What protection of minors a giver brings.
package enum SafeguardingReadiness: String, CaseIterable, Sendable {
    case none
    case supervisedOnly = "supervised_only"
    case certificateAvailable = "certificate_available"
}

/// When something is wanted or given.
package struct Schedule: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case shift, frame, open
    }

    package var kind: Kind
    package var startsAt: Instant?
    package var endsAt: Instant?
    package var days: DayRange
    package var hoursPerWeek: Int64?

    /// A schedule; open unless told otherwise.
    package init(
        kind: Kind = .open, startsAt: Instant? = nil, endsAt: Instant? = nil, days: DayRange = DayRange(),
        hoursPerWeek: Int64? = nil
    ) {
        self.kind = kind
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.days = days
        self.hoursPerWeek = hoursPerWeek
    }
}

extension Schedule {
    /// A shift says when it starts and ends; a span does not end before it begins.
    func violations(at path: @autoclosure () -> String) -> [Violation] {
        var found = Violation.range(of: hoursPerWeek, 1...168, at: "\(path())/hours_per_week")
        if kind == .shift, startsAt == nil { found.append(.missing("\(path())/starts_at")) }
        if kind == .shift, endsAt == nil { found.append(.missing("\(path())/ends_at")) }
        if let startsAt, let endsAt, endsAt <= startsAt {
            found.append(
                .excluded(
                    "\(path())/ends_at", "Das Ende liegt vor dem Anfang.", "The end is before the start.")
            )
        }
        return found + days.violations(at: path())
    }
}

extension DayRange {
    /// A span does not end before it begins.
    func violations(at path: @autoclosure () -> String) -> [Violation] {
        guard let from, let to, to < from else { return [] }
        return [
            .excluded("\(path())/to_on", "Das Ende liegt vor dem Anfang.", "The end is before the start.")
        ]
    }
}
