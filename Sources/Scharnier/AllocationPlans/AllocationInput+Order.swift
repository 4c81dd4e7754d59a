import Allocation

extension AllocationInput {
    /// A need that no money of the plan fits, and how often which gate stood in the way.
    package struct Excluded: Equatable, Sendable {
        package let need: Identifier<Need>
        package let gates: [Facet]
    }

    /// What is to be planned; the sums are those of this moment.
    ///
    /// A plan by flow keeps needs that nothing fits, to count what their areas lack; one budget leaves them out.
    /// - Throws: ``Refusal/invalid(_:)`` for more than can be planned, and for a floor where nothing is asked for.
    package func order() throws(Refusal) -> (order: AllocationOrder, excluded: [Excluded]) {
        try requireSound()
        let (pairs, excluded) = try judged()
        var order = AllocationOrder(
            wish.method, needs: needs.filter { $0.openCents > 0 }.map(asked), offers: offers.map(given),
            pairs: pairs)
        if wish.method != .flow {
            let fitting = Set(pairs.map(\.need))
            order.needs.removeAll { !fitting.contains($0.id) }
            (order.offers, order.pairs) = ([], [])
        }
        order.areas = areas(of: order)
        order.fairness = wish.fairness
        order.maxFunders = wish.maxFunders
        order.carrierCap = wish.carrierCap
        order.budgetCents = wish.budgetCents ?? 0
        order.stepCents = wish.stepCents
        order.needCap = wish.needCap
        return (order, excluded)
    }

    /// What can be said without judging every pair.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` for too many needs or offers, and for a floor where nothing is asked for.
    package func requireSound() throws(Refusal) {
        let asking = Set(needs.filter { $0.openCents > 0 }.map(area))
        let found =
            Violation.count(of: needs, 0...Instance.mostClaims, at: "need_ids")
            + Violation.count(of: offers, 0...Instance.mostFundsPlanned, at: "offer_ids")
            + wish.floors.enumerated().filter { !asking.contains($1.area) }.map { index, _ in
                .noNeed(at: "floors/\(index)/area_id")
            }
        guard found.isEmpty else { throw .invalid(found) }
    }

    /// All pairs that pass the gates, and the needs that are in none.
    private func judged() throws(Refusal) -> (pairs: [AllocationOrder.Pair], excluded: [Excluded]) {
        var pairs: [AllocationOrder.Pair] = []
        var excluded: [Excluded] = []
        for need in needs {
            let candidates = context.moneyCandidates(of: need, with: offers)
            let fitting = candidates.filter { $0.1.blockers == 0 }
            pairs += fitting.map { offer, candidate in
                .init(offer: offer.id.description, need: need.id.description, fit: candidate.points * 100)
            }
            if fitting.isEmpty { excluded.append(Excluded(need: need.id, gates: candidates.gates)) }
            guard pairs.count <= Instance.mostEdges else { throw .invalid([.tooManyPairs]) }
        }
        return (pairs, excluded)
    }

    /// A need counts for the first of the areas that it names, else for the city.
    private func area(of need: Need) -> Identifier<Area> {
        need.content.beneficiaryAreas.first ?? context.city ?? .nil
    }

    private func asked(_ need: Need) -> AllocationOrder.Need {
        let lines = need.moneyLines
        // Several lines may ask for more together than one plan gives to one need.
        let open = min(need.openCents, Instance.mostAmount)
        let least = lines.map(\.content.minimum).min() ?? 1
        let area = area(of: need)
        return AllocationOrder.Need(
            id: need.id.description, area: area.description, carrier: need.carrier.description,
            capCents: open, minUsefulCents: min(least, open), urgency: need.urgency(on: context.asOf),
            weight: 100 + disadvantage(of: area),
            hasCents: min(lines.reduce(0) { $0 + $1.content.quantity - $1.open }, Instance.mostAmount))
    }

    private func given(_ offer: Offer) -> AllocationOrder.Offer {
        AllocationOrder.Offer(
            id: offer.id.description, budgetCents: offer.available(on: context.asOf),
            minGrantCents: offer.content.minimum, maxGrantCents: offer.content.maximum)
    }

    /// Of an area of which nothing is known the middle is assumed, as in suggestions (domain.md §7.3).
    private func disadvantage(of area: Identifier<Area>) -> Int64 {
        context.disadvantageIndex(of: area) ?? 50
    }

    private func areas(of order: AllocationOrder) -> [AllocationOrder.Area] {
        let floors = Dictionary(wish.floors.map { ($0.area.description, $0.share) }) { first, _ in first }
        return Set(order.needs.map(\.area)).sorted().map { area in
            let known = Identifier<Area>(area) ?? .nil
            return .init(
                id: area, deprivation: disadvantage(of: known) * 100, floor: floors[area] ?? 0,
                name: context.name(of: known))
        }
    }
}

extension MatchingContext {
    /// The area that is the whole city.
    fileprivate var city: Identifier<Area>? {
        tables.areas.entries.first { $0.isValid && $0.area.kind == .city }?.area.id
    }

    /// What an area is called; an area that was is still called so.
    fileprivate func name(of area: Identifier<Area>) -> String? {
        tables.areas.entries.first { $0.area.id == area }?.area.name
    }

    /// How the money that a need asks for goes with each of these offers; offers for which there is no line are left out.
    fileprivate func moneyCandidates(of need: Need, with offers: [Offer]) -> [(Offer, Candidate)] {
        let asking = AskingSide(need, in: tables)
        let money = asking.lines.filter { $0.content.kind == .money }
        let lines = (money.isEmpty ? asking.lines : money).map { AskedLine($0, of: asking, in: tables) }
        return offers.compactMap { offer in
            Candidate(lines, with: GivingSide(offer, in: tables), in: tables).map { (offer, $0) }
        }
    }
}

extension [(Offer, Candidate)] {
    /// The gates that fail, the most frequent first.
    fileprivate var gates: [Facet] {
        var counts: [String: Int64] = [:]
        for (_, candidate) in self {
            let best = candidate.suggestion(rank: 0).evaluations.first
            for gate in best?.blockers ?? [] { counts[gate.code.rawValue, default: 0] += 1 }
        }
        return counts.map { Facet($0.key, $0.value) }
            .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }
}

extension Need {
    /// 1 can wait, 4 is acute within two weeks (matching.md §12).
    fileprivate func urgency(on day: Day) -> Int64 {
        let days = content.neededByOn.map { Int($0.number) - Int(day.number) }
        switch content.horizon {
        case .acute: return days.map { $0 <= 14 } ?? false ? 4 : 3
        case .temporary: return days.map { $0 <= 30 } ?? false ? 3 : 2
        case .permanent, nil: return 1
        }
    }
}

extension Violation {
    fileprivate static let tooManyPairs = Violation(
        "need_ids", .tooMany,
        Wording(
            "Für einen Plan sind es zu viele mögliche Paare; Bedarfe oder Angebote eingrenzen.",
            "There are too many possible pairs for one plan; narrow needs or offers."),
        maximum: Int64(Instance.mostEdges))

    fileprivate static func noNeed(at path: String) -> Violation {
        .excluded(
            path, "Für dieses Gebiet wird in diesem Plan nichts gebraucht.",
            "In this plan nothing is asked for in this area.")
    }
}
