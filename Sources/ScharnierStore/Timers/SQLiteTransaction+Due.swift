import SQLite
import Scharnier

extension SQLiteTransaction {
    func due(at moment: Instant, limit: Int) throws -> [DueRecord] {
        let found = try TimedTable.all.flatMap { table in
            try connection.rows(
                """
                SELECT id, dueAt FROM \(table.name) WHERE dueAt <= \(moment) ORDER BY dueAt LIMIT \(limit)
                """
            ) { row in DueRecord(table.subject, try row.next(), at: try row.next()) }
        }
        return Array(found.sorted { ($0.at, $0.id) < ($1.at, $1.id) }.prefix(limit))
    }

    func nextDue() throws -> Instant? {
        try TimedTable.all.compactMap { table in
            try connection.first(
                "SELECT dueAt FROM \(table.name) WHERE dueAt IS NOT NULL ORDER BY dueAt LIMIT 1"
            ) { try $0.next(Instant.self) }
        }.min()
    }

    func note(_ record: DueRecord, dueAt moment: Instant?) throws {
        guard let table = TimedTable.all.first(where: { $0.subject == record.subject }) else { return }
        try connection.run("UPDATE \(table.name) SET dueAt = \(moment) WHERE id = \(record.id)")
        shared.dueNotice.note(moment)
    }

    /// The moment of a record that is being written, of which the one who waits for it is told.
    func noted(_ due: Due<TimerEffect>?) -> Instant? {
        shared.dueNotice.note(due?.at)
        return due?.at
    }
}

/// A table whose rows have moments, noted beside them in a column and found by an index of those that have one.
private struct TimedTable {
    let subject: Subject
    let name: SQL

    static let all = [
        TimedTable(subject: .need, name: "need"), TimedTable(subject: .offer, name: "offer"),
        TimedTable(subject: .introduction, name: "introduction"),
        TimedTable(subject: .commitment, name: "commitment"),
        TimedTable(subject: .allocationPlan, name: "allocationPlan"),
    ]
}
