/// When a transaction takes the lock for writing.
package enum TransactionKind: Sendable {
    /// At the start, so that it cannot fail half way because another connection writes.
    case immediate
    /// With its first change, which for a reader is never.
    case deferred
}

extension Connection {
    /// Runs `body` in a transaction: kept whole when it returns, not at all when it throws.
    ///
    /// - Throws: what `body` throws, or ``SQLiteError`` if the transaction cannot begin or be kept.
    package func transaction<Result>(
        _ kind: TransactionKind = .immediate, _ body: () throws -> Result
    ) throws -> Result {
        try begin(kind)
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Runs `body` within a transaction and takes back what it has changed, whatever its outcome.
    ///
    /// - Throws: what `body` throws, or ``SQLiteError``.
    package func takingBack<Result>(_ body: () throws -> Result) throws -> Result {
        try setSavepoint()
        let result = Swift.Result { try body() }
        takeBack()
        return try result.get()
    }

    /// Runs a part of a transaction that leaves no trace if it throws.
    ///
    /// - Throws: what `body` throws, or ``SQLiteError``.
    package func attempting<Result>(_ body: () throws -> Result) throws -> Result {
        try setSavepoint()
        do {
            let result = try body()
            try run("RELEASE part")
            return result
        } catch {
            takeBack()
            throw error
        }
    }

    /// Begins a part; they may lie in each other, the last one is meant (sqlite.org/lang_savepoint.html).
    private func setSavepoint() throws(SQLiteError) {
        try run("SAVEPOINT part")
    }

    /// Ends a part as if it had not been.
    ///
    /// What cannot be taken back alone goes with the whole transaction, as after errors for which SQLite itself does
    /// so: whoever began it has to notice.
    private func takeBack() {
        beginEpoch()
        guard isInTransaction else { return }
        do throws(SQLiteError) {
            try run("ROLLBACK TO part")
            try run("RELEASE part")
        } catch {
            rollback()
        }
    }

    /// Begins a transaction.
    package func begin(_ kind: TransactionKind) throws(SQLiteError) {
        beginEpoch()
        switch kind {
        case .immediate: try run("BEGIN IMMEDIATE")
        case .deferred: try run("BEGIN")
        }
    }

    /// Makes the transaction durable.
    package func commit() throws(SQLiteError) {
        try run("COMMIT")
    }

    /// Takes the transaction back, if SQLite has not done so already.
    ///
    /// Should even that fail, ``isInTransaction`` stays true and the connection must be closed.
    package func rollback() {
        beginEpoch()
        guard isInTransaction else { return }
        try? run("ROLLBACK")
    }
}
