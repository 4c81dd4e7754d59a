import Testing

@testable import Scharnier

@Suite struct ExplanationTests {
    private var city = SampleCity()

    @Test func `every gate has its sentences in both languages`() {
        #expect(GateSentences.all.map(\.code) == Gate.Code.allCases)
        for sentences in GateSentences.all {
            expectBothLanguages(sentences.passes)
            expectBothLanguages(sentences.fails)
            if let isOpen = sentences.isOpen { expectBothLanguages(isOpen) }
        }
    }

    @Test(arguments: GateTests.cases) func `a gate that fails says so, and what helps, in both languages`(
        _ entry: GateTests.Case
    ) {
        var city = SampleCity()
        entry.change(&city)
        for gate in city.evaluation.gates {
            expectBothLanguages(gate.text)
            if let fix = gate.fix { expectBothLanguages(fix.text) }
            #expect(gate.passes != true || gate.fix == nil)
        }
    }

    @Test func `the gates with a remedy are those of the table`() {
        let without: Set<Gate.Code> = [
            .topicExcluded, .targetGroupExcluded, .skillsMissing, .accessibilityUnmet, .safeguardingUnmet,
            .sameOrganization,
        ]
        for entry in GateTests.cases {
            var city = SampleCity()
            entry.change(&city)
            #expect((city.gate(entry.code)?.fix == nil) == without.contains(entry.code), "\(entry.code)")
        }
    }

    @Test(arguments: GateTests.cases) func `remedies are for somebody who exists`(_ entry: GateTests.Case) {
        var city = SampleCity()
        entry.change(&city)
        for fix in city.evaluation.gates.compactMap(\.fix) {
            #expect(["carrier", "supplier", "officer", "city"].contains(fix.by))
        }
    }

    @Test func `components come in order with their weights, and their points sum to the points`() {
        let evaluation = city.evaluation
        #expect(evaluation.components.map(\.code) == MatchingRules.codes)
        #expect(evaluation.components.map(\.weight) == [30, 20, 15, 15, 10, 5, 5])
        #expect(evaluation.components.map(\.points).reduce(0, +) == evaluation.points)
        #expect(evaluation.components.allSatisfy { $0.points == $0.weight * $0.value })
    }

    @Test(arguments: [
        (10, "Wird in 10 Tagen gebraucht.", "Needed within 10 days."),
        (1, "Wird in einem Tag gebraucht.", "Needed within one day."),
        (0, "Wird heute gebraucht.", "Needed today."), (-1, "Die Frist ist vorbei.", "The date has passed."),
    ])
    mutating func `urgency is told in days`(_ days: Int, _ de: String, _ en: String) {
        city.need.content.neededByOn = city.asOf.adding(days)
        #expect(text(.urgency) == Wording(de, en))
    }

    @Test mutating func `fit tells what is the same`() {
        #expect(text(.fit) == Wording("Gleiche Art, verwandte Kategorie.", "Same kind, related category."))
        #expect(evidence(.fit) == ["school_bags", "school_supplies"])
        city.given.category = nil
        city.asked.skills = ["driving", "first_aid"]
        city.given.skills = ["driving"]
        #expect(text(.fit)?.de == "Gleiche Art, ein gemeinsamer Begriff, 1 von 2 Fähigkeiten.")
        #expect(text(.fit)?.en == "Same kind, one term in common, 1 of 2 skills.")
        #expect(evidence(.fit) == ["Schulranzen ~ Ranzen", "driving"])
    }

    @Test mutating func `no more than five words are shown`() {
        city.given.category = nil
        city.asked.description = "Brotdose Trinkflasche Turnbeutel Federmappe Malkasten Sportschuhe"
        city.given.text = city.asked.description
        #expect(evidence(.fit)?.count == 5)
        #expect(text(.fit)?.de == "Gleiche Art, mehrere gemeinsame Begriffe.")
    }

    @Test mutating func `area names the areas that decide`() {
        city.given.reach = .area
        city.given.areas = [SampleCity.Place.marten, SampleCity.Place.north]
        #expect(evidence(.area) == ["nordmarkt", "nord"])
        #expect(text(.area) == Wording("Im genannten Stadtbezirk.", "In the district that the offer names."))
    }

    @Test mutating func `disadvantage shows the values it rests on, and no judgement`() {
        city.indicators = [DisadvantageCity.burden]
        city.indicatorValues = [(Identifier<Area>.nordmarkt, "31.5"), (.marten, "12.25")].map {
            DisadvantageCity.value("sgb2_share", $0, $1)
        }
        #expect(evidence(.disadvantage) == ["nordmarkt", "sgb2_share 2024: 31.5"])
        #expect(text(.disadvantage)?.en == "The area's data are taken into account.")
    }

    @Test func `topics name what is shared`() {
        #expect(evidence(.topic) == ["education"])
        #expect(text(.topic)?.de == "Themen: 1 von 2 gemeinsam; Zielgruppen: offen.")
    }

    @Test mutating func `a pair in any state has both languages in every component`() {
        for change in Self.changes {
            change(&city)
            for component in city.evaluation.components { expectBothLanguages(component.text) }
        }
    }

    private static let changes: [@Sendable (inout SampleCity) -> Void] = [
        { $0.need.content.isCityWide = true },
        { $0.given.reach = .area },
        { $0.given.areas = [SampleCity.Place.marten] },
        { $0.need.content.isCityWide = false },
        { $0.need.content.neededByOn = nil },
        { $0.need.content.horizon = .permanent },
        { $0.need.content.horizon = nil },
        { $0.need.freshness = nil },
        { $0.confirmedCommitments = [.carrier: 3] },
        { $0.changeToMoney(100_000) },
        { $0.given.kind = .room },
    ]

    @Test mutating func `a refusal names the day from which on it is over`() {
        let decline = Introduction.Decline(side: .supplier, reasonCode: "timing", note: nil)
        city.introductions = [
            SampleCity.introduction(.declined, item: city.need.items[0].id, decline: decline)
        ]
        #expect(city.gate(.declinedRecently)?.fix?.text.en == "Wait until 2026-07-09.")
    }

    @Test(
        arguments: [
            (Need.Status.draft, "carrier"), (.returned, "carrier"), (.submitted, "officer"),
            (.paused, "carrier"),
            (.stale, "carrier"), (.expired, "carrier"), (.met, "carrier"), (.closed, nil), (.rejected, nil),
        ] as [(Need.Status, String?)])
    mutating func `a need that is not live names the event that makes it so`(
        _ status: Need.Status, _ by: String?
    ) {
        city.need.status = status
        #expect(city.gate(.needNotLive)?.fix?.by == by)
    }

    @Test(
        arguments: [
            (Offer.Status.draft, "supplier"), (.submitted, "city"), (.paused, "supplier"),
            (.stale, "supplier"),
            (.exhausted, "supplier"), (.expired, nil), (.withdrawn, nil), (.closed, nil),
        ] as [(Offer.Status, String?)])
    mutating func `an offer that is not live names the event that makes it so`(
        _ status: Offer.Status, _ by: String?
    ) {
        city.offer.status = status
        #expect(city.gate(.offerNotLive)?.fix?.by == by)
    }

    @Test(
        arguments: [(9, 1, 10, "min_quantity"), (9, 10, 1, "min_per_commitment")]
            as [(Int64, Int64, Int64, String)])
    mutating func `a minimum that is not reached is for its owner to lower`(
        _ available: Int64, _ givenMinimum: Int64, _ askedMinimum: Int64, _ field: String
    ) {
        city.given.quantity = available
        city.given.minimum = givenMinimum
        city.asked.minimum = askedMinimum
        #expect(city.gate(.quantityInsufficient)?.fix?.field == field)
    }

    private func text(_ code: Component.Code) -> Wording? {
        city.evaluation.components.first { $0.code == code }?.text
    }

    private func evidence(_ code: Component.Code) -> [String]? {
        city.evaluation.components.first { $0.code == code }?.evidence
    }

    private func expectBothLanguages(_ text: Wording) {
        #expect(!text.de.isEmpty && !text.en.isEmpty && text.de != text.en)
        #expect(text.de.last == "." && text.en.last == ".")
    }
}
