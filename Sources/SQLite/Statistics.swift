import CSQLite

/// What the kept statements of a connection have cost (sqlite.org/c3ref/c_stmtstatus_counter.html).
package struct Statistics: Equatable, Sendable {
    /// Statements kept.
    package var statements = 0

    /// Runs, begun anew each time.
    package var runs = 0

    /// Times a statement was prepared again behind the caller's back.
    package var reprepares = 0

    /// Steps through a table without an index.
    package var scanSteps = 0

    /// Sorts that no index spared.
    package var sorts = 0

    /// Rows put into indexes made for one run.
    package var automaticIndexRows = 0
}

extension Connection {
    /// What the kept statements have cost so far; for tests and measurements.
    package var statistics: Statistics {
        var result = Statistics()
        for statement in cache.statements.values {
            result.statements += 1
            result.runs += statement.count(SQLITE_STMTSTATUS_RUN)
            result.reprepares += statement.count(SQLITE_STMTSTATUS_REPREPARE)
            result.scanSteps += statement.count(SQLITE_STMTSTATUS_FULLSCAN_STEP)
            result.sorts += statement.count(SQLITE_STMTSTATUS_SORT)
            result.automaticIndexRows += statement.count(SQLITE_STMTSTATUS_AUTOINDEX)
        }
        return result
    }

    /// How SQLite means to run a statement, one line for each loop (sqlite.org/eqp.html).
    ///
    /// - Throws: ``SQLiteError`` if the statement cannot be prepared.
    package func queryPlan(of sql: SQL) throws -> [String] {
        try rows(sql.prefixed(by: "EXPLAIN QUERY PLAN ")) { row in
            for _ in 0..<3 { row.skip() }  // id, parent, an unused number; then the words
            return try row.next()
        }
    }
}

extension Statement {
    fileprivate func count(_ counter: Int32) -> Int {
        unsafe Int(sqlite3_stmt_status(handle, counter, 0))
    }
}
