extension Pair {
    /// How near two kinds or two categories are.
    enum Kinship {
        case none, related, equal
    }

    /// The value of every component (domain.md §7.3).
    func values() -> ComponentValues {
        ComponentValues(
            fit: fitOfKind + fitOfCategory + fitOfSkills, area: areaFit.value, urgency: urgency,
            disadvantage: asking.disadvantage?.index ?? 50,
            topic: Self.shared(asking.content.topics, giving.content.topics)
                + Self.shared(asking.content.targetGroups, giving.content.targetGroups),
            coverage: (asking.areaDeficit + carrierDeficit) / 2, freshness: freshness)
    }

    /// How near the kinds are.
    var kinship: Kinship {
        let (one, other) = (line.kind, giving.kind)
        return one == other ? .equal : one.isCompatible(with: other) ? .related : .none
    }

    /// Whether both sides are about money, which has no categories.
    var isMoney: Bool { line.kind == .money && giving.kind == .money }

    /// How near the categories are; none if one of them is missing.
    var categoryKinship: Kinship {
        guard let mine = line.categories.first, let theirs = giving.categories.first else { return .none }
        if mine == theirs { return .equal }
        return line.categories.contains(theirs) || giving.categories.contains(mine) ? .related : .none
    }

    /// More matched terms than these do not count.
    static let mostTerms = 3

    /// How many of the skills asked for are offered.
    var matchedSkills: Int64 { Int64(line.content.skills.count { giving.content.skills.contains($0) }) }

    private var fitOfKind: Int64 {
        switch kinship {
        case .equal: 50
        case .related: 30
        case .none: 0
        }
    }

    private var fitOfCategory: Int64 {
        if isMoney { return 30 }
        switch categoryKinship {
        case .equal: return 30
        case .related: return 20
        case .none: return 10 * Int64(line.terms.matchCount(in: giving.terms, limit: Self.mostTerms))
        }
    }

    private var fitOfSkills: Int64 {
        line.content.skills.isEmpty ? 20 : 20 * matchedSkills / Int64(line.content.skills.count)
    }

    /// Days until it is needed; `nil` if no date is giving.content.
    var daysLeft: Int? { asking.content.neededByOn?.days(since: tables.asOf) }

    private var urgency: Int64 {
        switch (daysLeft, asking.content.horizon) {
        case (let days?, _): Self.step(days, [(3, 100), (7, 90), (14, 75), (30, 50), (60, 25)], beyond: 10)
        case (nil, .acute): 75
        case (nil, .temporary): 30
        case (nil, .permanent), (nil, nil): 20
        }
    }

    /// Half of what topics, or target groups, can give.
    private static func shared(_ mine: [String], _ theirs: [String]) -> Int64 {
        guard !mine.isEmpty, !theirs.isEmpty else { return 25 }
        return 50 * Int64(mine.count { theirs.contains($0) }) / Int64(mine.count)
    }

    private var carrierDeficit: Int64 {
        asking.commitments == 0 ? 100 : asking.commitments == 1 ? 50 : 0
    }

    /// Days since the one side confirmed that has not for longer; `nil` if one never did.
    var daysSinceConfirmed: Int? {
        guard let asked = asking.need.freshness?.confirmedAt, let given = giving.offer.freshness?.confirmedAt
        else {
            return nil
        }
        return tables.asOf.days(since: LocalTime.day(at: min(asked, given)))
    }

    private var freshness: Int64 {
        daysSinceConfirmed.map { Self.step($0, [(14, 100), (30, 80), (60, 50), (90, 20)], beyond: 0) } ?? 0
    }

    private static func step(_ days: Int, _ steps: [(days: Int, value: Int64)], beyond: Int64) -> Int64 {
        steps.first { days <= $0.days }?.value ?? beyond
    }
}

extension ResourceKind {
    /// Whether one can stand in for the other (domain.md §7.2).
    func isCompatible(with other: ResourceKind) -> Bool {
        switch (self, other) {
        case (.expertise, .volunteering), (.volunteering, .expertise), (.expertise, .service),
            (.service, .expertise),
            (.service, .logistics), (.logistics, .service):
            true
        default: false
        }
    }
}
