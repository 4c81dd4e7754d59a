import SQLite
import Scharnier

extension SQLiteTransaction {
    func allocationRecord(_ id: Identifier<AllocationRecord>) throws -> AllocationRecord? {
        try allocationRecords(among: "\(id)").first
    }

    func allocationRecords(_ query: AllocationQuery) throws -> Page<AllocationRecord> {
        var filters: [SQL] = query.methods.isEmpty ? [] : ["method IN (\(.values(query.methods)))"]
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        let request = ListRequest(
            .allocationPlan, query, filters: filters, sortedBy: AllocationRecord.column)
        return try page(request) { ids in
            Dictionary(
                try allocationRecords(among: .values(ids)).map { ($0.id, $0) },
                uniquingKeysWith: { one, _ in one })
        }
    }

    func insert(_ record: AllocationRecord) throws {
        try connection.run(AllocationRecord.insertion) { row in
            record.write(to: &row)
            row.add(noted(record.due))
            row.add(record.audience)
        }
        try keepLines(of: record)
    }

    func update(_ record: AllocationRecord) throws {
        try connection.run(
            """
            UPDATE allocationPlan SET version = \(record.version), updatedAt = \(record.updatedAt),
                status = \(record.status), failure = \(record.failure), document = \(record.document),
                dueAt = \(noted(record.due))
            WHERE id = \(record.id)
            """)
        try keepLines(of: record)
    }

    /// What a plan proposes does not change any more; what becomes of it does.
    private func keepLines(of record: AllocationRecord) throws {
        for (position, line) in record.lines.enumerated() {
            try connection.run(
                """
                INSERT INTO allocationLine (record, position, offer, need, cents, introduction)
                VALUES (\(record.id), \(position), \(line.offer), \(line.need), \(line.cents),
                    \(line.introduction))
                ON CONFLICT (record, position) DO UPDATE SET introduction = excluded.introduction
                """)
        }
    }

    /// The plans whose identifiers are in `subset`, ordered by them, in two statements.
    func allocationRecords(among subset: SQL) throws -> [AllocationRecord] {
        let lines = try allocationLines(of: subset)
        return try connection.rows(
            """
            SELECT \(AllocationRecord.columns) FROM allocationPlan WHERE id IN (\(subset)) ORDER BY id
            """
        ) { row in try AllocationRecord(row: &row, lines: lines) }
    }

    private func allocationLines(
        of subset: SQL
    ) throws -> [Identifier<AllocationRecord>: [AllocationRecord.Line]] {
        var lines: [Identifier<AllocationRecord>: [AllocationRecord.Line]] = [:]
        try connection.forEach(
            """
            SELECT record, offer, need, cents, introduction FROM allocationLine WHERE record IN (\(subset))
            ORDER BY record, position
            """
        ) { row in
            lines[try row.next(), default: []].append(
                .init(
                    offer: try row.next(), need: try row.next(), cents: try row.next(),
                    introduction: try row.next()))
            return true
        }
        return lines
    }
}

extension AllocationRecord {
    /// The columns in the order in which they are read and written.
    fileprivate static let columns: SQL = """
        id, createdAt, version, organization, method, programme, position, ruleVersion, status, failure, document,
        updatedAt, createdBy
        """

    fileprivate static let insertion = RowCommand.insert(
        into: "allocationPlan", "\(columns), dueAt, openness, members")

    /// Where a key of the order stands; both are in the index `allocationPlanListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        }
    }

    fileprivate func write(to row: inout RowWriter) {
        row.add(id)
        row.add(createdAt)
        row.add(version)
        row.add(organization)
        row.add(method)
        row.add(programme)
        row.add(position)
        row.add(ruleVersion)
        row.add(status)
        row.add(failure)
        row.add(document)
        row.add(updatedAt)
        row.add(createdBy)
    }

    fileprivate init(row: inout Row, lines: [Identifier<AllocationRecord>: [Line]]) throws {
        let id: Identifier<AllocationRecord> = try row.next()
        let createdAt: Instant = try row.next()
        self.init(
            id: id, version: try row.next(), organization: try row.next(), method: try row.next(),
            programme: try row.next(), position: try row.next(), ruleVersion: try row.next(),
            status: try row.next(), failure: try row.next(), lines: lines[id] ?? [],
            document: try row.next(), createdAt: createdAt,
            updatedAt: try row.next(), createdBy: try row.next())
    }
}

extension AllocationOrder.Method: ValueConvertible {}
extension AllocationRecord.Status: ValueConvertible {}
extension AllocationRecord.Failure: ValueConvertible {}
