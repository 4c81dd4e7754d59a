extension Pair {
    /// The evaluation in words: every gate that applies and every component.
    func evaluation() -> Evaluation {
        evaluation(of: judged())
    }

    /// A judgement in words.
    func evaluation(of judgement: Judgement) -> Evaluation {
        Evaluation(
            item: item.id, gates: gates(judgement.findings), components: components(judgement.values),
            suggestedQuantity: judgement.quantity, coverBasisPoints: share(judgement.quantity))
    }

    private func share(_ quantity: Int64) -> Int64 {
        // A quantity is at most 10^12: the product fits.
        asked.quantity > 0 ? 10_000 * quantity / asked.quantity : 0
    }

    private func gates(_ findings: Findings) -> [Gate] {
        var gates: [Gate] = []
        gates.reserveCapacity(GateSentences.all.count)
        for (position, sentences) in GateSentences.all.enumerated() {
            let state = findings.state(at: position)
            guard state != .omitted else { continue }
            gates.append(
                Gate(
                    sentences.code, passes: state == .isOpen ? nil : state == .passes,
                    sentences.sentence(for: state),
                    fix: state == .passes ? nil : fix(for: sentences.code, state),
                    isOverridable: sentences.isOverridable))
        }
        return gates
    }

    private func components(_ values: ComponentValues) -> [Component] {
        let fitting = areaFit
        return [
            component(.fit, values.fit, fitText, fitEvidence),
            component(.area, values.area, fitting.text, fitting.areas.map(areaName)),
            component(
                .urgency, values.urgency, urgencyText,
                [need.content.neededByOn?.description].compactMap { $0 }),
            component(.disadvantage, values.disadvantage, disadvantageText, disadvantageEvidence),
            component(.topic, values.topic, topicText, sharedCodes),
            component(.coverage, values.coverage, coverageText, []),
            component(.freshness, values.freshness, freshnessText, []),
        ]
    }

    private func component(
        _ code: Component.Code, _ value: Int64, _ text: Wording, _ evidence: [String]
    ) -> Component {
        Component(code, weight: tables.rules.weight(code), value: value, text, evidence: evidence)
    }

    private func areaName(_ number: Int) -> String { tables.areas.entries[number].area.name }

    /// The measured values that the index rests on, after the name of their area.
    private var disadvantageEvidence: [String] {
        guard let source = asking.disadvantage?.source else { return [] }
        return [areaName(source)]
            + tables.areas.entries[source].measured.map { "\($0.indicator) \($0.period): \($0.value)" }
    }

    private var sharedCodes: [String] {
        need.content.topics.filter(given.topics.contains)
            + need.content.targetGroups.filter(given.targetGroups.contains)
    }

    /// The category they share, the words and the skills.
    private var fitEvidence: [String] {
        let skills = asked.skills.filter(given.skills.contains)
        guard asked.kind != .money || given.kind != .money else { return skills }
        switch categoryKinship {
        case .equal, .related:
            return Array(Set([line.categories[0], giving.categories[0]])).sorted() + skills
        case .none: return line.terms.matches(in: giving.terms, limit: Self.mostShownTerms) + skills
        }
    }

    /// More words do not make an explanation clearer (matching.md §10).
    private static let mostShownTerms = 5
}
