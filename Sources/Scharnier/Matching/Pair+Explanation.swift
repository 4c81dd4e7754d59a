extension Pair {
    /// The evaluation in words: every gate that applies and every component.
    func evaluation() -> Evaluation {
        evaluation(of: judged())
    }

    /// A judgement in words.
    func evaluation(of judgement: Judgement) -> Evaluation {
        Evaluation(
            item: line.id, gates: gates(judgement.findings), components: components(judgement),
            suggestedQuantity: judgement.quantity, coverBasisPoints: share(judgement.quantity))
    }

    private func share(_ quantity: Int64) -> Int64 {
        // A quantity is at most 10^12: the product fits.
        line.content.quantity > 0 ? 10_000 * quantity / line.content.quantity : 0
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

    private func components(_ judgement: Judgement) -> [Component] {
        switch judgement.parts {
        case .components(let values): components(values)
        case .rating(let rating): components(rating)
        }
    }

    private func components(_ values: ComponentValues) -> [Component] {
        let (fitting, words) = (areaFit, sharedWords)
        return [
            component(.fit, values.fit, fitText(words.count), fitEvidence(words)),
            component(.area, values.area, fitting.text, fitting.areas.map(areaName)),
            component(.urgency, values.urgency, urgencyText, urgencyEvidence),
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

    func areaName(_ number: Int) -> String { tables.areas.entries[number].area.name }

    /// The measured values that the index rests on, after the name of their area.
    var disadvantageEvidence: [String] {
        guard let source = asking.disadvantage?.source else { return [] }
        return [areaName(source)]
            + tables.areas.entries[source].measured.map { "\($0.indicator) \($0.period): \($0.value)" }
    }

    private var sharedCodes: [String] {
        asking.content.topics.filter(giving.content.topics.contains)
            + asking.content.targetGroups.filter(giving.content.targetGroups.contains)
    }

    private var urgencyEvidence: [String] {
        asking.content.neededByOn.map { [$0.description] } ?? []
    }

    /// The words in common, where no category decides.
    private var sharedWords: [String] {
        guard !isMoney, categoryKinship == .none else { return [] }
        return line.terms.matches(in: giving.terms, limit: Self.mostShownTerms)
    }

    /// The categories that go together or the words in common, and the skills.
    private func fitEvidence(_ words: [String]) -> [String] {
        let skills = line.content.skills.filter(giving.content.skills.contains)
        switch categoryKinship {
        case .equal where !isMoney: return [line.categories[0]] + skills
        case .related where !isMoney: return [line.categories[0], giving.categories[0]] + skills
        default: return words + skills
        }
    }

    /// More words do not make an explanation clearer (matching.md §10).
    private static let mostShownTerms = 5
}
