extension Rater {
    /// What an offer open to all counts for every need, in ten-thousandths: it neither wins nor sinks.
    static let openValue = 5_000

    /// What a need counts that does not say.
    static let unknownValue = 3_000

    /// Shared topics.
    func theme(_ need: AskedProfile, _ offer: GivenProfile, _ inferred: CodeMask) -> Factor {
        let isInferred = need.topics.count == 0 && offer.topics.count > 0 && inferred.count > 0
        guard isInferred else { return theme(need.topics, offer.topics) }
        let hits = inferred.halfHits(with: offer.topics)
        // Right about half of the time, so it counts half.
        return factor(
            .theme, Overlap.value(halfHits: hits, inferred.count, offer.topics.count) / 2, .inferred)
    }

    /// Shared topics that are declared.
    func theme(_ asked: CodeMask, _ given: CodeMask) -> Factor {
        let isWhole = asked.isWhole && given.isWhole
        return overlap(.theme, asked.count, given.count, isWhole ? asked.halfHits(with: given) : nil)
    }

    /// Shared target groups, and skills where people work.
    func targetGroup(_ need: AskedProfile, _ offer: GivenProfile) -> Factor {
        let (asked, given) = offer.isWork ? (need.skills, offer.skills) : (0, 0)
        let isWhole =
            need.targetGroups.isWhole && offer.targetGroups.isWhole && (asked | given) & CodeMask.others == 0
        let hits = need.targetGroups.halfHits(with: offer.targetGroups) + 2 * (asked & given).nonzeroBitCount
        return overlap(
            .targetGroup, need.targetGroups.count + asked.nonzeroBitCount,
            offer.targetGroups.count + given.nonzeroBitCount, isWhole ? hits : nil)
    }

    /// So many codes asked for and given, with so many half hits; with nil as much as it can be at most.
    func overlap(_ code: Factor.Code, _ asked: Int, _ given: Int, _ hits: Int?) -> Factor {
        if given == 0 { return factor(code, Self.openValue, .open) }
        if asked == 0 { return factor(code, Self.unknownValue, .unknown) }
        return factor(code, hits.map { Overlap.value(halfHits: $0, asked, given) } ?? 10_000, .declared)
    }

    /// How near the areas are; as near as they can be, if there was no room for all of the need's.
    func area(_ need: AskedProfile, _ offer: GivenProfile) -> Factor {
        area(
            need, offer, isWithin: need.areas.intersects(offer.areas),
            isNearby: need.areas.intersects(offer.districtAreas))
    }

    /// How near the areas are, with what is known of them: that they touch, or that their districts do.
    func area(
        _ need: AskedProfile, _ offer: GivenProfile, isWithin: @autoclosure () -> Bool,
        isNearby: @autoclosure () -> Bool
    ) -> Factor {
        if offer.areas.isEmpty { return factor(.area, Self.openValue, .open) }
        if need.isCityWide { return factor(.area, Self.nearby, .declared) }
        if need.areas.isEmpty { return factor(.area, Self.unknownValue, .unknown) }
        if isWithin() { return factor(.area, 10_000, .declared) }
        if isNearby() { return factor(.area, Self.nearby, .declared) }
        return factor(.area, Self.nearness(need.position, offer.position), .declared)
    }

    /// The same district.
    private static let nearby = 6_000

    /// Beyond ten kilometres, in steps of ten metres, nothing is near any more.
    private static let farthest = 1_000

    private static func nearness(_ one: MapPosition?, _ other: MapPosition?) -> Int {
        guard let one, let other else { return 0 }
        return nearby * (farthest - one.distance(to: other, limit: farthest)) / farthest
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
