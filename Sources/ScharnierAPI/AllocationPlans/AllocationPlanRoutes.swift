import HTTPWire
import JSON
import Scharnier

/// `/v1/allocation-plans`: who could give how much to whom (F-54, matching.md §12, §13).
enum AllocationPlanRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/allocation-plans", .planAllocations, list: listed, .read(list)),
        Route(.post, "/v1/allocation-plans", .planAllocations, .steps(create)),
        Route(.get, "/v1/allocation-plans/{id}", .planAllocations, .read(show)),
        Route(.post, "/v1/allocation-plans/{id}/adoptions", .adoptAllocations, .write(adopt)),
    ]

    private static let listed = ListForm(
        sortedBy: AllocationRecord.SortKey.self, [.words("method", AllocationOrder.Method.self)])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = AllocationQuery(party: call.party)
        query.methods = try call.query.choices("method")
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

    /// Reads in one snapshot, plans without a transaction, and keeps the plan in another: nobody waits for it but the
    /// caller, and imports, which run on the same thread.
    private static func create(
        _ call: Call, _ steps: any Steps, _ closing: @escaping Route.Closing
    ) throws -> Answer {
        var form = try call.form()
        let wish = AllocationWish(&form)
        try form.refuse(adding: wish.violations())
        let party = call.party
        let input = try steps.read { try $0.allocationInput(for: wish, as: party) }
        let (order, excluded) = try input.order()
        let plan = order.isEmpty ? nil : try AllocationPlan(order)
        let document = AllocationDocument(
            excluded: excluded, plan: plan?.document(inputs: AllocationOrderBody(order: order).encoded)
        ).encoded
        let lines = plan?.lines ?? []
        guard try !call.isTrial() else {
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

extension AllocationOrder {
    /// Whether there is nothing to plan: nobody who asks, or nothing to give.
    fileprivate var isEmpty: Bool { needs.isEmpty || method == .flow && offers.isEmpty }
}

extension AllocationRecord {
    /// The plan as `party` sees it, as bytes.
    func encoded(for party: Party) -> [UInt8] { body(for: party).encoded }

    fileprivate func body(for party: Party) -> AllocationRecordBody {
        AllocationRecordBody(record: self, closeness: closeness(of: party))
    }

    fileprivate func tag(for party: Party) -> EntityTag {
        .item(version: version, closeness: closeness(of: party))
    }

    fileprivate func created(for party: Party) -> Answer {
        .created(body(for: party), at: "/v1/allocation-plans/\(id)", tag: tag(for: party))
    }
}
