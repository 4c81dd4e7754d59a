/// What became of a line that somebody wanted to adopt.
package struct AdoptedLine: Sendable {
    package let line: AllocationRecord.Line
    package let outcome: Outcome

    package enum Outcome: Sendable {
        /// The introduction that was proposed, or had been before.
        case created(Identifier<Introduction>)
        case existing(Identifier<Introduction>)
        /// Why not; nothing of the line was done.
        case refused(Refusal)
    }
}

extension WriteTransaction {
    /// Proposes introductions for lines of a plan, each judged anew; givers and carriers decide afterwards as on any.
    ///
    /// With `all` one refused line refuses all of them.
    /// - Throws: ``Refusal/invalid(_:)`` for a line that is not in the plan, ``Refusal/stateConflict(state:allowed:)``
    ///   for a plan that is not made yet.
    package func adopt(
        _ wanted: [(offer: Identifier<Offer>?, need: Identifier<Need>)],
        of id: Identifier<AllocationRecord>, message: String?, all: Bool, as party: Party
    ) throws -> (record: AllocationRecord, lines: [AdoptedLine]) {
        let old = try allocationRecord(id, for: party)
        guard old.status == .done else {
            let events = AllocationRecord.machine.allowed(in: old.status, as: old.actors(of: party))
            throw Refusal.stateConflict(state: old.status.rawValue, allowed: events.map(\.rawValue))
        }
        var new = old
        var adopted: [AdoptedLine] = []
        for (index, line) in wanted.enumerated() {
            let place = old.lines.firstIndex { $0.offer == line.offer && $0.need == line.need }
            guard let place else {
                throw Refusal.invalid([.init("lines/\(index)", .referenceNotFound, .noSuchReference)])
            }
            let outcome = try outcome(of: new.lines[place], in: old, message, as: party)
            if case .refused(let refusal) = outcome, all { throw refusal }
            if case .created(let introduction) = outcome { new.lines[place].introduction = introduction }
            adopted.append(AdoptedLine(line: new.lines[place], outcome: outcome))
        }
        if new != old { try keep(&new, after: old, "allocation_plan.adopt", by: party) }
        return (new, adopted)
    }

    private func outcome(
        of line: AllocationRecord.Line, in record: AllocationRecord, _ message: String?, as party: Party
    ) throws -> AdoptedLine.Outcome {
        if let introduction = line.introduction { return .existing(introduction) }
        do {
            let proposal = IntroductionProposal(
                need: line.need, lines: try shares(of: line), offer: line.offer,
                supplier: line.offer == nil ? record.organization : nil, message: message)
            return .created(try attempt { try propose(proposal, as: party) }.id)
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
    }

    /// The amount on the lines of the need that ask for money, in their order.
    private func shares(of line: AllocationRecord.Line) throws -> [Introduction.Line] {
        var rest = line.cents
        var shares: [Introduction.Line] = []
        for item in try need(line.need)?.moneyLines ?? [] where rest > 0 {
            let part = min(rest, item.open)
            shares.append(.init(item: item.id, quantity: part))
            rest -= part
        }
        guard rest == 0 else {
            let text = Wording(
                "Der Bedarf braucht so viel nicht mehr.", "The need does not take that much any more.")
            throw Refusal.guardFailed([.init("capacity_exhausted", text)])
        }
        return shares
    }
}
