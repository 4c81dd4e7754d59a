/// Everything that matching looks at besides the pair itself, loaded and computed once for a whole list.
package struct MatchingContext: Sendable {
    package let rules: MatchingRules
    package let asOf: Day
    let tables: MatchingTables

    /// What is known on `asOf`.
    ///
    /// `organizations` are the carriers, hosts and suppliers of what is to be paired: an absent one counts as
    /// unverified. `introductions` are those open, and those declined in the last
    /// ``Introduction/declineBlockDays`` days. `committedValueCents` and `confirmedCommitments` count the last
    /// 365 days: by attribution area, and by carrier.
    package init(
        rules: MatchingRules? = nil, asOf: Day, tree: AreaTree, taxonomy: Taxonomy,
        organizations: [Identifier<Organization>: Organization], introductions: [Introduction] = [],
        indicators: [Indicator] = [], indicatorValues: [IndicatorValue] = [],
        committedValueCents: [Identifier<Area>: Int64] = [:],
        confirmedCommitments: [Identifier<Organization>: Int] = [:]
    ) {
        self.rules = rules ?? .inForce(on: asOf)
        self.asOf = asOf
        var areas = AreaTable(tree, on: asOf)
        areas.measure(indicatorValues, by: indicators, self.rules, on: asOf)
        areas.compare(committed: committedValueCents)
        tables = MatchingTables(
            rules: self.rules, asOf: asOf, areas: areas, encounters: Encounters(introductions),
            taxonomy: taxonomy,
            organizations: organizations, confirmedCommitments: confirmedCommitments)
    }

    private init(_ tables: MatchingTables) {
        (rules, asOf, self.tables) = (tables.rules, tables.asOf, tables)
    }

    /// The same with other organisations.
    func knowing(_ organizations: [Identifier<Organization>: Organization]) -> MatchingContext {
        MatchingContext(tables.knowing(organizations))
    }

    /// Judges one line of a need against an offer: all gates, all components, in words.
    ///
    /// `texts`: what the texts of the two say, for rules that rate by factors.
    package func evaluate(
        _ item: NeedItem, of need: Need, against offer: Offer, texts: TextFinding = .none
    ) -> Evaluation {
        let line = AskedLine(item, of: AskingSide(need, in: tables), in: tables)
        let pair = Pair(tables: tables, line: line, giving: GivingSide(offer, in: tables), texts: texts)
        return pair.evaluation()
    }

    /// The disadvantage index of an area, 0…100: its own, or that of the nearest area around it; `nil` if unknown.
    package func disadvantageIndex(of area: Identifier<Area>) -> Int64? {
        tables.areas.number(area).flatMap { tables.areas.entries[$0].disadvantage?.index }
    }
}
