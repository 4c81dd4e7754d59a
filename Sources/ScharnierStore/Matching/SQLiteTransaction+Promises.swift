import SQLite
import Scharnier

extension SQLiteTransaction {
    func promises(since moment: Instant) throws -> Promises {
        var promises = Promises()
        // Added up here: grouping by carrier or area would have SQLite sort.
        try connection.forEach("SELECT carrier FROM commitment WHERE \(SQL.isPromised(since: moment))") {
            row in
            promises.counts[try row.next(), default: 0] += 1
            return true
        }
        try connection.forEach(
            """
            SELECT attributionArea, CASE kind WHEN 'money' THEN quantity ELSE valuationCents END
            FROM commitment JOIN commitmentLine ON commitmentLine.commitment = commitment.id
            WHERE \(SQL.isPromised(since: moment)) AND attributionArea IS NOT NULL
            """
        ) { row in
            let area: Identifier<Area> = try row.next()
            let cents: Int64? = try row.next()
            promises.cents[area, default: 0].add(cents ?? 0)
            return true
        }
        return promises
    }
}

extension SQL {
    /// Binding for all sides since `moment`, as the index `commitmentTaken` has it.
    fileprivate static func isPromised(since moment: Instant) -> SQL {
        "takenAt >= \(moment) AND status <> 'cancelled'"
    }
}

extension Int64 {
    /// Adds as much as there is room for: what is compared is who has more.
    fileprivate mutating func add(_ more: Int64) {
        let (sum, overflow) = addingReportingOverflow(more)
        self = overflow ? .max : sum
    }
}
