import CSQLite

extension Connection {
    /// Runs a statement to its end; rows, if any, are passed over.
    ///
    /// - Throws: ``SQLiteError``; ask ``isInTransaction`` then.
    package func run(_ sql: SQL) throws(SQLiteError) {
        let statement = try start(sql)
        defer { finish(statement) }
        while try statement.step() {}
    }

    /// Runs a statement and reads every row.
    ///
    /// - Throws: ``SQLiteError``, or what `read` throws.
    package func rows<T>(_ sql: SQL, _ read: (inout Row) throws -> T) throws -> [T] {
        var result: [T] = []
        try forEach(sql) { row in
            result.append(try read(&row))
            return true
        }
        return result
    }

    /// Runs a statement and reads its first row; nil if there is none.
    ///
    /// - Throws: ``SQLiteError``, or what `read` throws.
    package func first<T>(_ sql: SQL, _ read: (inout Row) throws -> T) throws -> T? {
        let statement = try start(sql)
        defer { finish(statement) }
        guard try statement.step() else { return nil }
        var row = Row(of: statement)
        let result = try read(&row)
        // What `RETURNING` belongs to must reach its end, or its errors are lost.
        while !statement.isReadOnly, try statement.step() {}
        return result
    }

    /// Runs a statement and hands over one row after the other, until `body` returns false.
    ///
    /// - Throws: ``SQLiteError``, or what `body` throws.
    package func forEach(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws {
        let statement = try start(sql)
        defer { finish(statement) }
        var row = Row(of: statement)
        while try statement.step() {
            row.rewind()
            guard try body(&row) else { return }
        }
    }

    /// Runs several statements one after the other, for migrations and settings only: nothing is bound or kept.
    ///
    /// - Throws: ``SQLiteError`` at the first statement that fails.
    package func execute(script: String) throws(SQLiteError) {
        guard !script.utf8.contains(0) else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "NUL in a script", sql: "")
        }
        // Safe because the text outlives the call.
        let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code: code, on: handle, sql: script) }
    }

    /// Writes a row.
    ///
    /// - Throws: ``SQLiteError``, also when `write` gives more or fewer values than there are columns.
    package func run(_ command: RowCommand, _ write: (inout RowWriter) -> Void) throws(SQLiteError) {
        let statement = try statement(for: command)
        try checkChange(by: statement)
        let used = bindings.used
        defer {
            finish(statement)
            bindings.release(to: used)
        }
        var row = RowWriter(of: statement, in: bindings)
        write(&row)
        try row.check()
        while try statement.step() {}
    }

    private func statement(for command: RowCommand) throws(SQLiteError) -> Statement {
        if let statement = cache.statement(for: command) { return statement }
        let statement = try unsafe Statement(command.text, on: handle)
        cache.keep(statement, for: command)
        return statement
    }

    private func start(_ sql: SQL) throws(SQLiteError) -> Statement {
        let statement = try statement(for: sql)
        if !statement.isReadOnly { try checkChange(by: statement) }
        statement.isBusy = true
        do throws(SQLiteError) {
            try statement.bind(sql.values)
        } catch {
            finish(statement)
            throw error
        }
        return statement
    }

    private func finish(_ statement: Statement) {
        statement.reset()
        statement.isBusy = false
    }

    private func statement(for sql: SQL) throws(SQLiteError) -> Statement {
        if let statement = cache.idle(for: sql) { return statement }
        let statement = try unsafe Statement(sql.text, on: handle)
        cache.keep(statement, for: sql)
        return statement
    }
}
