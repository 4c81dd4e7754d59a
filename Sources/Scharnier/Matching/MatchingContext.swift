/// Everything that matching looks at besides the pair itself, loaded once for a whole list.
package struct MatchingContext: Sendable {
    package let rules: MatchingRules
    package let asOf: Day
    package let tree: AreaTree
    package let taxonomy: Taxonomy
    package let organizations: [Identifier<Organization>: Organization]
    package let introductions: [Introduction]
    package let indicators: [Indicator]
    package let indicatorValues: [IndicatorValue]

    /// What is known on `asOf`.
    package init(
        rules: MatchingRules = .version2026, asOf: Day, tree: AreaTree, taxonomy: Taxonomy,
        organizations: [Identifier<Organization>: Organization], introductions: [Introduction] = [],
        indicators: [Indicator] = [], indicatorValues: [IndicatorValue] = []
    ) {
        self.rules = rules
        self.asOf = asOf
        self.tree = tree
        self.taxonomy = taxonomy
        self.organizations = organizations
        self.introductions = introductions
        self.indicators = indicators
        self.indicatorValues = indicatorValues
    }

    /// Judges one line of a need against an offer.
    package func evaluate(_ item: NeedItem, of need: Need, against offer: Offer) -> Evaluation {
        Evaluation(item: item.id, gates: [], components: [], suggestedQuantity: 0, coverBasisPoints: 0)
    }
}

extension ReadTransaction {
    /// What matching looks at on `day`.
    package func matchingContext(asOf day: Day) throws -> MatchingContext {
        MatchingContext(asOf: day, tree: try areaTree(), taxonomy: try taxonomy(), organizations: [:])
    }
}
