// A rating in words (matching.md §10).

extension Pair {
    /// The factors of a rating, then all rules of the city, those that move nothing included.
    func components(_ rating: Rating) -> [Component] {
        rating.factors.map(component)
            + PolicyFactor.Code.allCases.map { code in
                let found = rating.policyFactors.first { $0.code == code } ?? PolicyFactor(code, points: 0)
                return component(found)
            }
    }

    private func component(_ factor: Factor) -> Component {
        let evidence = evidence(of: factor)
        return Component(
            factor.code.component, factor, factor.text(evidence: named(evidence, factor.code)),
            evidence: evidence)
    }

    private func evidence(of factor: Factor) -> [String] {
        let (mine, theirs) = (asking.content, giving.content)
        switch factor.code {
        case .theme: return mine.topics.filter(theirs.topics.contains)
        case .targetGroup:
            let groups = mine.targetGroups.filter(theirs.targetGroups.contains)
            return giving.profile.isWork
                ? groups + line.content.skills.filter(theirs.skills.contains) : groups
        case .text: return Array(texts.words.prefix(Self.mostShownWords))
        case .area: return factor.source == .declared ? areaFit.areas.map(areaName) : []
        case .amount, .trackRecord: return []
        }
    }

    /// More words do not make an explanation clearer (matching.md §10).
    private static let mostShownWords = 5

    /// Codes by their labels; other evidence as it is.
    private func named(_ evidence: [String], _ code: Factor.Code) -> [Wording] {
        switch code {
        case .theme: evidence.map { label($0, [.topic]) }
        case .targetGroup: evidence.map { label($0, [.targetGroup, .skill]) }
        case .text, .area, .amount, .trackRecord: evidence.map { Wording($0, $0) }
        }
    }

    private func label(_ code: String, _ schemes: [TaxonomyTerm.Scheme]) -> Wording {
        schemes.lazy.compactMap { tables.taxonomy.term(code, in: $0)?.label }.first ?? Wording(code, code)
    }

    private func component(_ factor: PolicyFactor) -> Component {
        let most = tables.rater?.weights.policy[factor.code] ?? 0
        return Component(
            factor.code.component, factor, weight: Int64(most), factor.text(days: daysLeft),
            evidence: evidence(of: factor))
    }

    private func evidence(of factor: PolicyFactor) -> [String] {
        let content = asking.content
        return switch factor.code {
        case .urgency: content.neededByOn.map { [$0.description] } ?? []
        case .deprivation: disadvantageEvidence
        case .waiting, .newcomer:
            asking.need.publishedAt.map { [LocalTime.day(at: $0).description] } ?? []
        case .stale: asking.need.confirmationDue.map { [$0.description] } ?? []
        }
    }
}
