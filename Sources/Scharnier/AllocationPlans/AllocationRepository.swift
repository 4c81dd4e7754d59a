/// Looks up plans.
package protocol AllocationReading {
    /// The plan with this identifier.
    func allocationRecord(_ id: Identifier<AllocationRecord>) throws -> AllocationRecord?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func allocationRecords(_ query: AllocationQuery) throws -> Page<AllocationRecord>
}

/// Keeps plans.
package protocol AllocationRepository: AllocationReading {
    /// Adds a plan.
    func insert(_ record: AllocationRecord) throws

    /// Notes how far a plan is, what it proposes once it is made, and what became of its lines.
    func update(_ record: AllocationRecord) throws
}

/// Which plans to list; an empty list of values does not restrict.
package struct AllocationQuery: ListQuery, Equatable, Sendable {
    package var party: Party
    package var methods: [AllocationOrder.Method] = []
    package var statuses: [AllocationRecord.Status] = []
    package var order = SortOrder<AllocationRecord.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

extension AllocationReading {
    /// The plan as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one.
    package func allocationRecord(
        _ id: Identifier<AllocationRecord>, for party: Party
    ) throws -> AllocationRecord {
        guard let record = try allocationRecord(id), record.audience.includes(party) else {
            throw Refusal.notFound
        }
        return record
    }
}

extension WriteTransaction {
    /// Keeps a plan that was made of `input`, or is to be.
    package func keepPlan(
        _ lines: [AllocationRecord.Line], of input: AllocationInput, document: [UInt8],
        status: AllocationRecord.Status = .done, as party: Party
    ) throws -> AllocationRecord {
        var record = AllocationRecord(
            id: newID(), organization: input.organization, method: input.wish.method,
            programme: input.wish.programme, position: input.position,
            ruleVersion: input.context.rules.version, status: status, lines: lines, document: document,
            createdAt: now, updatedAt: now, createdBy: party.token)
        try keep(&record, after: nil, "allocation_plan.create", by: party)
        return record
    }

    /// Announces, stores and notes a changed plan.
    func keep(
        _ record: inout AllocationRecord, after old: AllocationRecord?, _ action: String, by party: Party
    ) throws {
        record.version = try announce(
            .allocationPlan, .init(record.id), before: old?.audience ?? .none, after: record.audience,
            isDeletion: false, by: party.organization)
        record.updatedAt = now
        try old == nil ? insert(record) : update(record)
        try audit(action, .init("allocation_plan", record.id), fields: [], as: party)
    }
}
