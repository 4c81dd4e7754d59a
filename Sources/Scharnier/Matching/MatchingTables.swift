/// What a day's data come to for matching, computed once for all pairs.
final class MatchingTables: Sendable {
    let rules: MatchingRules
    let asOf: Day
    let areas: AreaTable
    let encounters: Encounters
    let taxonomy: Taxonomy
    private let standings: [Identifier<Organization>: Standing]
    let confirmedCommitments: [Identifier<Organization>: Int]

    /// The weights in the order of the components.
    let weights: [Int64]

    /// Rates pairs under rules that have a set of weights.
    let rater: Rater?

    /// Needs and offers in numbers, for the rater.
    let profiles: Profiles

    init(
        rules: MatchingRules, asOf: Day, areas: AreaTable, encounters: Encounters, taxonomy: Taxonomy,
        organizations: [Identifier<Organization>: Organization],
        confirmedCommitments: [Identifier<Organization>: Int]
    ) {
        self.rules = rules
        self.asOf = asOf
        self.areas = areas
        self.encounters = encounters
        self.taxonomy = taxonomy
        self.standings = organizations.mapValues { Standing(of: $0, on: asOf) }
        self.confirmedCommitments = confirmedCommitments
        weights = MatchingRules.codes.map(rules.weight)
        rater = rules.weightSet.map { Rater($0, day: asOf.number) }
        profiles = Profiles(areas: areas, taxonomy: taxonomy)
    }

    private init(
        _ other: MatchingTables, _ standings: [Identifier<Organization>: Standing]
    ) {
        (rules, asOf, areas, encounters) = (other.rules, other.asOf, other.areas, other.encounters)
        (taxonomy, confirmedCommitments) = (other.taxonomy, other.confirmedCommitments)
        (weights, rater, profiles) = (other.weights, other.rater, other.profiles)
        self.standings = standings
    }

    /// The same with other organisations.
    func knowing(_ organizations: [Identifier<Organization>: Organization]) -> MatchingTables {
        MatchingTables(self, organizations.mapValues { Standing(of: $0, on: asOf) })
    }

    /// What is known of an organisation.
    func standing(of id: Identifier<Organization>) -> Standing { standings[id] ?? .unknown }

    /// A category and those it belongs to, from the inside out; empty for none.
    func categories(of code: String?) -> [String] {
        var path: [String] = []
        var next = code
        // Bounded, so that a cycle in the data cannot hold anyone up.
        while let code = next, path.count < 16 {
            path.append(code)
            next = taxonomy.term(code, in: .resourceCategory)?.parent
        }
        return path
    }
}
