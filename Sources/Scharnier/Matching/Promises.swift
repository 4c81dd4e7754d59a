/// What was promised in some time, for the coverage of domain.md §7.3: commitments that were confirmed and not cancelled.
package struct Promises: Equatable, Sendable {
    /// How many each carrier got.
    package var counts: [Identifier<Organization>: Int] = [:]

    /// What each area got, in cents: money, and what other things are valued at.
    package var cents: [Identifier<Area>: Int64] = [:]

    /// How far coverage looks back.
    static let days = 365

    /// No promises.
    package init() {}
}

extension ReadTransaction {
    /// What was promised in the year before a day, if the rules look at that at all.
    func promises(before day: Day, for rules: MatchingRules) throws -> Promises {
        guard rules.weight(.coverage) > 0 else { return Promises() }
        return try promises(since: LocalTime.start(of: day.adding(-Promises.days)))
    }
}
