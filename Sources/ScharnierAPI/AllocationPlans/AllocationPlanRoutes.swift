import HTTPWire
import JSON
import Scharnier

/// `/v1/allocation-plans`: who could give how much to whom (F-54, matching.md §12, §13).
enum AllocationPlanRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/allocation-plans", .planAllocations, list: listed, .read(list)),
        Route(.post, "/v1/allocation-plans", .planAllocations, parameters: ["wait"], .steps(create)),
        Route(.get, "/v1/allocation-plans/{id}", .planAllocations, .read(show)),
        Route(.get, "/v1/allocation-plans/{id}/transitions", .planAllocations, .read(listTransitions)),
        Route(.post, "/v1/allocation-plans/{id}/transitions", .planAllocations, .write(transition)),
        Route(.post, "/v1/allocation-plans/{id}/adoptions", .adoptAllocations, .write(adopt)),
    ]

    private static let listed = ListForm(
        sortedBy: AllocationRecord.SortKey.self,
        [.words("method", AllocationOrder.Method.self), .words("status", AllocationRecord.Status.self)])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = AllocationQuery(party: call.party)
        query.methods = try call.query.choices("method")
        query.statuses = try call.query.choices("status")
        try call.readPage(of: &query)
        let party = call.party
        return call.list(try tx.allocationRecords(query), limit: query.limit) { record, writer in
            writer.value(
                AllocationRecordBody(record: record, closeness: record.closeness(of: party), isWhole: false))
        }
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let record = try tx.allocationRecord(try call.identifier(), for: call.party)
        return .ok(record.body(for: call.party), tag: record.tag(for: call.party))
    }

    /// Reads in one snapshot, plans without a transaction, and keeps the plan in another.
    ///
    /// Nobody waits for it but the caller, and imports, which run on the same thread; with `wait=false` not even the
    /// caller.
    private static func create(
        _ call: Call, _ steps: any Steps, _ closing: @escaping Route.Closing
    ) throws -> Answer {
        var form = try call.form()
        let wish = AllocationWish(&form)
        try form.refuse(adding: wish.violations())
        let party = call.party
        let input = try steps.read { try $0.allocationInput(for: wish, as: party) }
        try input.requireSound()
        let isTrial = try call.isTrial()
        guard try isTrial || call.query.boolean("wait") ?? true else {
            return try PlanningWork.queue(input, steps, for: party, closing)
        }
        let (lines, document) = try input.planned()
        guard !isTrial else {
            return try steps.tryOut(within: nil) { tx in
                let position = try tx.lastPosition()
                let record = try tx.keepPlan(lines, of: input, document: document, as: party)
                return record.created(for: party).tried(after: position)
            }
        }
        return try steps.write(within: nil) { tx in
            let record = try tx.keepPlan(lines, of: input, document: document, as: party)
            let answer = record.created(for: party).written()
            try closing(tx, answer)
            return answer
        }
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let record = try tx.allocationRecord(try call.identifier(), for: call.party)
        return try call.list(tx.transitions(of: .allocationPlan, .init(record.id)))
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let record = try tx.allocationRecord(try call.identifier(), for: call.party)
        try call.requireMatch(record.version, isOptional: true)
        let draft = try TransitionDraft<AllocationRecord.Event>(json, facts: ["note"], reasons: [])
        let fired = try tx.fire(draft.event, on: record.id, facts: draft.facts, as: call.party)
        return call.fired(fired, fired.item.body(for: call.party), tag: fired.item.tag(for: call.party))
    }

    private static func adopt(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let draft = AdoptionDraft(&form)
        let record = try tx.allocationRecord(try call.identifier(), for: call.party)
        // How many lines there are is known only if every one could be read.
        try form.refuse(adding: form.violations.isEmpty ? draft.violations() : [])
        let adopted = try tx.adopt(
            draft.lines, of: record.id, message: draft.message, all: draft.mode == .all, as: call.party)
        return .ok(
            AdoptionReportBody(record: adopted.record, lines: adopted.lines, language: call.language))
    }
}

extension AllocationRecord {
    /// The plan as `party` sees it, as bytes.
    func encoded(for party: Party) -> [UInt8] { body(for: party).encoded }

    /// The plan as `party` sees it.
    func body(for party: Party) -> AllocationRecordBody {
        AllocationRecordBody(record: self, closeness: closeness(of: party))
    }

    fileprivate func tag(for party: Party) -> EntityTag {
        .item(version: version, closeness: closeness(of: party))
    }

    /// 201 with where the plan is.
    func created(for party: Party) -> Answer {
        .created(body(for: party), at: "/v1/allocation-plans/\(id)", tag: tag(for: party))
    }
}
