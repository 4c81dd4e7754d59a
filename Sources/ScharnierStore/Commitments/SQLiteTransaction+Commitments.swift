import SQLite
import Scharnier

extension SQLiteTransaction {
    func commitment(_ id: Identifier<Commitment>) throws -> Commitment? {
        try commitments(among: "\(id)").first
    }

    func commitments(_ query: CommitmentQuery) throws -> Page<Commitment> {
        var filters: [SQL] = []
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        if let introduction = query.introduction { filters.append("introduction = \(introduction)") }
        if let need = query.need { filters.append("need = \(need)") }
        if let offer = query.offer { filters.append("offer = \(offer)") }
        let request = ListRequest(.commitment, query, filters: filters, sortedBy: Commitment.column)
        return try page(request) { ids in
            Dictionary(
                try commitments(among: .values(ids)).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    func commitments(of introduction: Identifier<Introduction>) throws -> [Commitment] {
        try commitments(among: "SELECT id FROM commitment WHERE introduction = \(introduction)")
    }

    func openCommitments(of organization: Identifier<Organization>) throws -> [Commitment] {
        try commitments(
            among: """
                SELECT id FROM commitment WHERE carrier = \(organization) AND \(SQL.isOpenCommitment)
                UNION SELECT id FROM commitment WHERE supplier = \(organization) AND \(SQL.isOpenCommitment)
                """)
    }

    /// The commitments whose identifiers are in `subset`, oldest first, in six statements.
    func commitments(among subset: SQL) throws -> [Commitment] {
        var parts = CommitmentParts()
        parts.lines = try self.parts(.lines, of: subset) { try Commitment.Line(row: &$0) }
        parts.signatures = try self.parts(.signatures, of: subset) { try Commitment.Signature(row: &$0) }
        parts.deliveries = try self.parts(.deliveries, of: subset) { try Commitment.Delivery(row: &$0) }
        parts.outcomes = try self.parts(.outcomes, of: subset) { try Outcome(row: &$0) }
        parts.areas = try areas(
            of: "SELECT introduction FROM commitment WHERE id IN (\(subset))", in: Introduction.areaTable)
        return try connection.rows(
            """
            SELECT id, \(Commitment.fixedColumns), \(Commitment.columns) FROM commitment
            WHERE id IN (\(subset)) ORDER BY createdAt, id
            """
        ) { row in try Commitment(row: &row, parts: parts) }
    }

    private func parts<Part>(
        _ table: PartTable, of subset: SQL, _ read: (inout Row) throws -> Part
    ) throws -> [Identifier<Commitment>: [Part]] {
        var parts: [Identifier<Commitment>: [Part]] = [:]
        try connection.forEach(
            """
            SELECT commitment, \(table.columns) FROM \(table.name) WHERE commitment IN (\(subset))
            ORDER BY commitment, position
            """
        ) { row in
            parts[try row.next(), default: []].append(try read(&row))
            return true
        }
        return parts
    }
}

extension SQL {
    /// As the index of open commitments has it.
    static var isOpenCommitment: SQL {
        "status <> 'closed' AND status <> 'cancelled' AND status <> 'discarded'"
    }
}

extension Commitment {
    /// Where a key of the order stands; all of them are in the index `commitmentListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        case .dueAt: ("waitsUntil", true)
        }
    }
}
