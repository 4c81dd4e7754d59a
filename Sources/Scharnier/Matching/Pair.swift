/// A line and an offer side by side: what evaluation asks of both.
struct Pair {
    let tables: MatchingTables
    let line: AskedLine
    let giving: GivingSide
    let texts: TextFinding

    /// The amounts of both in one measure, if they have one.
    let measure: Measure?

    /// `texts`: what the texts of the two sides say, which 2026.1 reads itself.
    init(tables: MatchingTables, line: AskedLine, giving: GivingSide, texts: TextFinding = .none) {
        self.tables = tables
        self.line = line
        self.giving = giving
        self.texts = texts
        measure = Measure(
            asked: (line.kind, line.content.unit), given: (giving.kind, giving.content.unit))
    }

    var asking: AskingSide { line.side }

    /// Whether the carrier knows whose the offer is.
    ///
    /// Whose an unnamed one is must not show in a gate: a carrier could try one organisation after the other.
    var isGiverKnown: Bool { giving.offer.isNamed || giving.offer.namedTo.contains(asking.need.carrier) }

    /// What was between the line and the supplier before; what was over this very offer, the carrier knows anyway.
    var encounter: Encounters.Encounter? {
        isGiverKnown
            ? tables.encounters.encounter(line.id, giving.supplierID)
            : tables.encounters.encounter(line.id, over: giving.offer.id)
    }

    /// The whole evaluation, in numbers.
    func judged() -> Judgement {
        guard let rating else {
            return Judgement(
                findings: findings(), values: values(), weights: tables.weights, quantity: quantity)
        }
        return Judgement(findings: findings(), rating: rating, quantity: quantity)
    }

    /// What the pair is worth under rules that rate by factors.
    private var rating: Rating? {
        guard let rater = tables.rater else { return nil }
        let rating = rater.rating(of: line.profile, with: giving.profile, texts.evidence)
        let exact = exactFactors(rater)
        return exact.isEmpty ? rating : rating.replacing(exact)
    }

    /// How much the offer could give.
    private var quantity: Int64 {
        guard let measure, let available = giving.available else { return 0 }
        return measure.quantity(open: line.open, available: available, maximum: giving.content.maximum)
    }
}

/// An evaluation in numbers alone: what a long list is ordered by, before the few entries shown get their words.
struct Judgement {
    /// What the points consist of.
    enum Parts {
        case components(ComponentValues)
        case rating(Rating)
    }

    let findings: Findings
    let parts: Parts

    /// Centipoints.
    let points: Int64
    let quantity: Int64

    /// How many gates fail.
    var blockers: Int { findings.blockers }

    /// By the components of 2026.1.
    init(findings: Findings, values: ComponentValues, weights: [Int64], quantity: Int64) {
        self.findings = findings
        self.quantity = quantity
        parts = .components(values)
        points = values.weighted(by: weights)
    }

    /// By the factors of 2026.2.
    init(findings: Findings, rating: Rating, quantity: Int64) {
        self.findings = findings
        self.quantity = quantity
        parts = .rating(rating)
        points = Int64(rating.score)
    }
}

/// The value of each component, 0…100, in the order of ``MatchingRules/codes``.
struct ComponentValues: Equatable {
    var fit: Int64
    var area: Int64
    var urgency: Int64
    var disadvantage: Int64
    var topic: Int64
    var coverage: Int64
    var freshness: Int64

    /// The values in order.
    var all: [Int64] { [fit, area, urgency, disadvantage, topic, coverage, freshness] }

    /// The sum of weight times value.
    func weighted(by weights: [Int64]) -> Int64 {
        fit * weights[0] + area * weights[1] + urgency * weights[2] + disadvantage * weights[3] + topic
            * weights[4]
            + coverage * weights[5] + freshness * weights[6]
    }
}
