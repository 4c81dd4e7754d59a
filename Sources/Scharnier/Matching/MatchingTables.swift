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
        self.weights = Component.Code.allCases.map(rules.weight)
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
