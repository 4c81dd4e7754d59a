import Scharnier

/// A plan that nobody waits for: it is made after the answer has left, one at a time.
enum PlanningWork {
    /// Keeps that there is to be a plan, and answers 202; what makes it comes after the answer.
    static func queue(
        _ input: AllocationInput, _ steps: any Steps, for party: Party, _ closing: @escaping Route.Closing
    ) throws -> Answer {
        let nothing = AllocationDocument(excluded: [], plan: nil).encoded
        let (id, answer) = try steps.write(within: nil) { tx in
            let record = try tx.keepPlan([], of: input, document: nothing, status: .queued, as: party)
            var answer = record.created(for: party)
            answer.status = 202
            answer = answer.written()
            try closing(tx, answer)
            return (record.id, answer)
        }
        var accepted = answer
        accepted.afterwards = { steps in try make(id, of: input, steps) }
        return accepted
    }

    /// Makes a plan, if it is still wanted when its turn comes.
    private static func make(
        _ id: Identifier<AllocationRecord>, of input: AllocationInput, _ steps: any Steps
    ) throws {
        guard try steps.write(within: nil, { try $0.beginPlan(id) }) else { return }
        do {
            let (lines, document) = try input.planned()
            try steps.write(within: nil) { try $0.finishPlan(id, lines, document: document) }
        } catch is Refusal {
            // All else that can be wrong with it was told before.
            try steps.write(within: nil) { try $0.failPlan(id, .tooManyPairs) }
        } catch let defect as AllocationDefect {
            try steps.write(within: nil) { try $0.failPlan(id, .defect) }
            throw defect
        }
    }
}

extension AllocationInput {
    /// The lines of the plan, and all that is told of it; nothing where nobody asks, or nobody gives.
    ///
    /// - Throws: ``Refusal/invalid(_:)``, ``AllocationDefect``.
    func planned() throws -> (lines: [AllocationRecord.Line], document: [UInt8]) {
        let (order, excluded) = try order()
        let plan = order.isEmpty ? nil : try AllocationPlan(order)
        let document = AllocationDocument(
            excluded: excluded, plan: plan?.document(inputs: AllocationOrderBody(order: order).encoded))
        return (plan?.lines ?? [], document.encoded)
    }
}

extension AllocationOrder {
    /// Whether there is nothing to plan: nobody who asks, or nothing to give.
    fileprivate var isEmpty: Bool { needs.isEmpty || method == .flow && offers.isEmpty }
}
