// Who may ask for suggestions (domain.md §3.2, rows 29 to 31).

extension ReadTransaction {
    /// The need, if `party` may ask what would help it: its owner, an officer in charge, the city.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func needToMatch(_ id: Identifier<Need>, as party: Party) throws -> Need {
        let need = try need(id, for: party)
        guard try mayMatch(need, as: party) else { throw Refusal.roleForbidden }
        return need
    }

    /// The offer, if `party` may ask whom it would help: its owner, the officer who acts for the owner, the city.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func offerToMatch(_ id: Identifier<Offer>, as party: Party) throws -> Offer {
        let offer = try offer(id, for: party)
        guard try mayMatch(offer, as: party) else { throw Refusal.roleForbidden }
        return offer
    }

    /// The pair, if `party` may ask for one side and see the other (row 31).
    ///
    /// - Throws: ``Refusal/notFound`` if either is hidden, ``Refusal/roleForbidden``.
    package func pairToMatch(
        _ needID: Identifier<Need>, _ offerID: Identifier<Offer>, as party: Party
    ) throws -> (Need, Offer) {
        let pair = (try need(needID, for: party), try offer(offerID, for: party))
        guard try mayMatch(pair.0, as: party) || mayMatch(pair.1, as: party) else {
            throw Refusal.roleForbidden
        }
        return pair
    }

    private func mayMatch(_ need: Need, as party: Party) throws -> Bool {
        !need.actors(of: party, carrier: try organization(need.carrier)).isEmpty
    }

    private func mayMatch(_ offer: Offer, as party: Party) throws -> Bool {
        !offer.actors(of: party, supplier: try organization(offer.organization)).isEmpty
    }
}

/// A fact that would raise the score if somebody stated it (matching.md §10, `improve`).
package struct Improvement: Equatable, Sendable {
    package let code: Component.Code

    /// `carrier` or `supplier`.
    package let by: String
    package let field: String

    /// Centipoints at most.
    package let points: Int64
    package let text: Wording
}

extension Suggestion {
    /// What either side could state.
    package func improvements(under rules: MatchingRules) -> [Improvement] {
        rules.weightSet == nil ? topicImprovements(under: rules) : unknownFactors
    }

    /// What the need's side has not said, by the best line: seven tenths of the factor at most (matching.md §3).
    private var unknownFactors: [Improvement] {
        let silent = evaluations.first?.components.filter { $0.source == .unknown } ?? []
        return silent.compactMap { component in
            guard let (field, text) = Self.questions[component.code] else { return nil }
            return Improvement(
                code: component.code, by: "carrier", field: field, points: component.weight * 70, text: text)
        }
    }

    private static let questions: [Component.Code: (field: String, text: Wording)] = [
        .theme: ("topics", Wording("Themen angeben.", "State the topics.")),
        .targetGroup: ("target_groups", Wording("Zielgruppen angeben.", "State the target groups.")),
        .area: ("beneficiary_area_ids", Wording("Gebiete angeben.", "State the areas.")),
    ]

    /// Topics and target groups count a quarter each while one side is silent.
    private func topicImprovements(under rules: MatchingRules) -> [Improvement] {
        let gain = (rules.weights[.topic] ?? 0) * 25
        let silent = [
            (need.content.topics.isEmpty, "carrier", "topics"),
            (offer.content.topics.isEmpty, "supplier", "topics"),
            (need.content.targetGroups.isEmpty, "carrier", "target_groups"),
            (offer.content.targetGroups.isEmpty, "supplier", "target_groups"),
        ]
        return silent.filter(\.0).map { _, side, field in
            let (de, en) = field == "topics" ? ("Themen", "topics") : ("Zielgruppen", "target groups")
            return Improvement(
                code: .topic, by: side, field: field, points: gain,
                text: Wording("\(de) angeben.", "State the \(en)."))
        }
    }
}
