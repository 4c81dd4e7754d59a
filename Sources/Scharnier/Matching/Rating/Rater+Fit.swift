extension Rater {
    /// What an offer open to all counts for every need, in ten-thousandths: it neither wins nor sinks.
    static let openValue = 5_000

    /// What a need counts that does not say.
    static let unknownValue = 3_000

    /// Shared topics.
    func theme(_ need: AskedProfile, _ offer: GivenProfile, _ inferred: CodeMask) -> Factor {
        if offer.topics.count == 0 { return factor(.theme, Self.openValue, .open) }
        if need.topics.count > 0 { return factor(.theme, Self.overlap(need.topics, offer.topics), .declared) }
        guard inferred.count > 0 else { return factor(.theme, Self.unknownValue, .unknown) }
        // Right about half of the time, so it counts half.
        return factor(.theme, Self.overlap(inferred, offer.topics) / 2, .inferred)
    }

    /// Shared target groups, and skills where people work.
    func targetGroup(_ need: AskedProfile, _ offer: GivenProfile) -> Factor {
        let skills = offer.isWork ? (need.skills, offer.skills) : (0, 0)
        let asked = need.targetGroups.count + skills.0.nonzeroBitCount
        let given = offer.targetGroups.count + skills.1.nonzeroBitCount
        if given == 0 { return factor(.targetGroup, Self.openValue, .open) }
        if asked == 0 { return factor(.targetGroup, Self.unknownValue, .unknown) }
        let hits =
            need.targetGroups.halfHits(with: offer.targetGroups) + 2 * (skills.0 & skills.1).nonzeroBitCount
        return factor(.targetGroup, Overlap.value(halfHits: hits, asked, given), .declared)
    }

    private static func overlap(_ one: CodeMask, _ other: CodeMask) -> Int {
        Overlap.value(halfHits: one.halfHits(with: other), one.count, other.count)
    }

    /// How near the areas are.
    func area(_ need: AskedProfile, _ offer: GivenProfile) -> Factor {
        if offer.areas.isEmpty { return factor(.area, Self.openValue, .open) }
        if need.isCityWide { return factor(.area, Self.nearby, .declared) }
        if need.areas.isEmpty { return factor(.area, Self.unknownValue, .unknown) }
        if need.areas.intersects(offer.areas) { return factor(.area, 10_000, .declared) }
        if need.areas.intersects(offer.districtAreas) { return factor(.area, Self.nearby, .declared) }
        return factor(.area, Self.nearness(need.position, offer.position), .declared)
    }

    /// The same district.
    private static let nearby = 6_000

    /// Beyond ten kilometres, in steps of ten metres, nothing is near any more.
    private static let farthest = 1_000

    private static func nearness(_ one: MapPosition?, _ other: MapPosition?) -> Int {
        guard let one, let other else { return 0 }
        return nearby * max(0, farthest - one.distance(to: other)) / farthest
    }

    /// How well the amounts go together.
    func amount(_ need: AskedProfile, _ offer: GivenProfile) -> Factor {
        guard let open = need.open, open > 0 else { return factor(.amount, Self.unknownValue, .unknown) }
        guard offer.isMoney else { return factor(.amount, Self.share(offer.available, of: open), .declared) }
        if offer.minimum == nil, offer.maximum == nil { return factor(.amount, Self.openValue, .open) }
        return factor(.amount, Self.range(open, offer), .declared)
    }

    private static func share(_ available: Int64?, of open: Int64) -> Int {
        guard let available, available < open else { return 10_000 }
        // At most 10^12 · 10^4, which is below 2^63.
        return Int(10_000 * max(0, available) / open)
    }

    private static func range(_ open: Int64, _ offer: GivenProfile) -> Int {
        if let minimum = offer.minimum, open < minimum { return 0 }
        guard let maximum = offer.maximum, open > maximum else { return 10_000 }
        guard offer.fundsPartly, maximum > 0, open < 3 * maximum else { return 0 }
        return Int(10_000 * (3 * maximum - open) / (2 * maximum))
    }
}
