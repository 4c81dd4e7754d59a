/// What an officer has to look at in their areas, and how long things take there (F-27).
package struct Workbench: Sendable {
    /// Needs that wait to be checked, with the moment at which that is due.
    package var unverifiedNeeds: [WaitingNeed] = []

    /// Needs that rest because nobody confirmed them.
    package var staleNeeds: [WaitingNeed] = []

    /// Proposals that one side has not answered.
    package var unansweredIntroductions: [WaitingIntroduction] = []

    /// Promises whose next step should have been done before now.
    package var overdueCommitments: [OverdueCommitment] = []

    /// Acute needs with open lines, the one that is needed first at the top.
    package var unmetAcuteNeeds: [UnmetNeed] = []

    /// How long records stood in each state.
    package var turnaround: [Turnaround] = []

    /// How many acute needs get suggestions in one answer: each is ranked anew.
    package static let mostUnmetNeeds = 10

    /// Suggestions for each of them.
    package static let suggestionsPerNeed = 3

    /// Over how many days the turnaround is reckoned.
    package static let turnaroundDays = 90

    /// A need and when its next step is due.
    package struct WaitingNeed: Sendable {
        package let need: Need
        package let dueAt: Instant?
    }

    /// An introduction and the need that it is about.
    package struct WaitingIntroduction: Sendable {
        package let introduction: Introduction
        package let need: Need?

        /// Whether help is needed at once.
        package var isAcute: Bool { need?.content.horizon == .acute }
    }

    /// A promise and the need that it is for.
    package struct OverdueCommitment: Sendable {
        package let commitment: Commitment
        package let need: Need?

        /// Whether help is needed at once.
        package var isAcute: Bool { need?.content.horizon == .acute }
    }

    /// A need and what would help it best.
    package struct UnmetNeed: Sendable {
        package let need: Need
        package let suggestions: [Suggestion]
    }

    /// A workbench with nothing on it.
    package init() {}
}

extension ReadTransaction {
    /// What there is to do in the areas of `party`, or in one of them with all that lies inside.
    ///
    /// An area that is not the party's has nothing on it.
    package func workbench(in area: Identifier<Area>?, for party: Party) throws -> Workbench {
        let areas = try area.map { try areaTree().descendants(of: [$0]).union([$0]) }
        let desk = WorkDesk(party: party, areas: areas)
        var bench = Workbench()
        for need in try needsWaiting(for: party, until: now) where desk.holds(need) {
            try take(need, to: &bench)
        }
        for introduction in try introductionsWaiting(for: party) where desk.holds(introduction) {
            guard introduction.waiting?.kind == .answerIntroduction else { continue }
            bench.unansweredIntroductions.append(
                .init(introduction: introduction, need: try need(introduction.need)))
        }
        bench.overdueCommitments = try overdueCommitments(on: desk)
        bench.unmetAcuteNeeds = try unmetAcuteNeeds(on: desk)
        bench.turnaround = try turnaround(in: desk.turnaroundAreas)
        bench.sort()
        return bench
    }

    private func take(_ need: Need, to bench: inout Workbench) throws {
        if need.status == .stale {
            bench.staleNeeds.append(.init(need: need, dueAt: need.freshness?.staleAt))
        } else if need.status == .submitted || need.needsReview {
            let kind: InboxTask.Kind = need.status == .submitted ? .verifyNeed : .reviewNeed
            let dueAt = need.due(kind, since: try since(need), by: timers)
            bench.unverifiedNeeds.append(.init(need: need, dueAt: dueAt))
        }
    }

    private func overdueCommitments(on desk: WorkDesk) throws -> [Workbench.OverdueCommitment] {
        try commitmentsWaiting(for: desk.party)
            .filter { commitment in
                desk.holds(commitment.areas) && commitment.waitsUntil.map { $0 <= now } ?? false
            }
            .map { Workbench.OverdueCommitment(commitment: $0, need: try need($0.need)) }
    }

    private func unmetAcuteNeeds(on desk: WorkDesk) throws -> [Workbench.UnmetNeed] {
        let unmet = try liveNeeds().filter { need in
            need.content.horizon == .acute && need.audience.includes(desk.party) && desk.holds(need)
                && need.items.contains { $0.open > 0 }
        }
        let wish = SuggestionWish(of: desk.party, on: today, limit: Workbench.suggestionsPerNeed)
        return try unmet.sorted(by: Need.isNeededFirst).prefix(Workbench.mostUnmetNeeds).map { need in
            Workbench.UnmetNeed(need: need, suggestions: try suggestions(forNeed: need, wish))
        }
    }

    private func turnaround(in areas: Set<Identifier<Area>>?) throws -> [Turnaround] {
        let begin = now.adding(days: -Workbench.turnaroundDays)
        return try Turnaround.Kind.allCases.flatMap { kind in
            Turnaround.all(
                in: try transitions(of: kind.subject, movedSince: begin, in: areas), of: kind,
                since: begin)
        }
    }
}

/// Whose workbench it is, and what lies on it.
private struct WorkDesk {
    let party: Party

    /// Only these areas; nil for all that the party may see.
    let areas: Set<Identifier<Area>>?

    /// Needs of the party's audience, in the areas asked for; an officer's own areas only.
    func holds(_ need: Need) -> Bool {
        holds(need.content.beneficiaryAreas + [need.recordedForArea].compactMap { $0 })
    }

    func holds(_ introduction: Introduction) -> Bool { holds(introduction.areas) }

    /// The areas whose records count for the turnaround; nil for the whole city.
    var turnaroundAreas: Set<Identifier<Area>>? {
        guard party.role == .areaOfficer else { return areas }
        return areas.map { $0.intersection(party.areas) } ?? party.areas
    }

    func holds(_ found: [Identifier<Area>]) -> Bool {
        guard let areas = turnaroundAreas else { return true }
        return found.contains(where: areas.contains)
    }
}

extension Workbench {
    /// What is acute comes first, then what is due first.
    fileprivate mutating func sort() {
        unverifiedNeeds.sort {
            Workbench.comes(($0.need.isAcute, $0.dueAt), before: ($1.need.isAcute, $1.dueAt))
        }
        staleNeeds.sort { Workbench.comes(($0.need.isAcute, $0.dueAt), before: ($1.need.isAcute, $1.dueAt)) }
        overdueCommitments.sort {
            Workbench.comes(
                ($0.isAcute, $0.commitment.waitsUntil), before: ($1.isAcute, $1.commitment.waitsUntil))
        }
        unansweredIntroductions.sort {
            Workbench.comes(
                ($0.isAcute, $0.introduction.answerDueAt), before: ($1.isAcute, $1.introduction.answerDueAt))
        }
    }

    private static func comes(
        _ one: (isAcute: Bool, dueAt: Instant?), before other: (isAcute: Bool, dueAt: Instant?)
    ) -> Bool {
        if one.isAcute != other.isAcute { return one.isAcute }
        return one.dueAt?.milliseconds ?? .max < other.dueAt?.milliseconds ?? .max
    }
}

extension Need {
    fileprivate var isAcute: Bool { content.horizon == .acute }

    /// Whether it is needed before another one; of those on one day the older one.
    fileprivate static func isNeededFirst(_ one: Need, _ other: Need) -> Bool {
        let (first, second) = (
            one.content.neededByOn?.number ?? .max, other.content.neededByOn?.number ?? .max
        )
        return first == second ? one.id < other.id : first < second
    }
}
