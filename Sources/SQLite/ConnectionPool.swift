import CSQLite

/// Connections of one kind, each lent to one thread at a time.
///
/// Opened when first needed; the one given back last is lent first, for its page cache is warm.
package final class ConnectionPool: @unchecked Sendable {
    // Safe because a connection is either in the list, where only the lock's holder reaches it, or with the one
    // caller it is lent to: the lock is what hands the memory over.
    private let monitor = Monitor(Stock())
    private let capacity: Int
    private let open: @Sendable () throws -> Connection

    private struct Stock {
        var idle: [Connection] = []
        var opened = 0
        var isClosed = false
    }

    /// Makes a pool of at most `capacity` connections.
    package init(capacity: Int, open: @escaping @Sendable () throws -> Connection) {
        self.capacity = capacity
        self.open = open
    }

    /// Runs `body` with a connection that no one else has, waiting for one if all are lent.
    ///
    /// A connection is not lent again once the disk failed under it, or when it is still in a transaction.
    /// Not to be called from within `body`: with one connection it would wait for itself.
    ///
    /// - Throws: what opening or `body` throws; ``SQLiteError`` with `SQLITE_MISUSE` after ``close()``.
    package func lend<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        let connection = try take()
        do {
            let result = try body(connection)
            giveBack(connection)
            return result
        } catch {
            if (error as? SQLiteError)?.isIOError ?? false { connection.isBroken = true }
            giveBack(connection)
            throw error
        }
    }

    /// Closes the connections that are not lent, and each other one when it comes back.
    package func close() {
        // Taken out under the lock, closed after it: closing may copy the log, which takes time.
        var idle: [Connection] = []
        monitor.changeForAll { stock in
            swap(&idle, &stock.idle)
            stock.opened -= idle.count
            stock.isClosed = true
        }
    }

    private func take() throws -> Connection {
        let capacity = capacity
        let lent: Lent = monitor.wait { stock in
            if stock.isClosed { return .closed }
            if let connection = stock.idle.popLast() { return .opened(connection) }
            guard stock.opened < capacity else { return nil }
            stock.opened += 1
            return .toOpen
        }
        switch lent {
        case .opened(let connection): return connection
        case .toOpen: return try openOne()
        case .closed: throw SQLiteError.closed
        }
    }

    private func openOne() throws -> Connection {
        do {
            return try open()
        } catch {
            monitor.change { $0.opened -= 1 }
            throw error
        }
    }

    private func giveBack(_ connection: Connection) {
        let isSound = !connection.isBroken && !connection.isInTransaction
        monitor.change { stock in
            if isSound && !stock.isClosed {
                stock.idle.append(connection)
            } else {
                stock.opened -= 1
            }
        }
    }

    private enum Lent {
        case opened(Connection)
        case toOpen
        case closed
    }
}

extension SQLiteError {
    /// The pool is closed.
    fileprivate static let closed = SQLiteError(
        code: SQLITE_MISUSE, message: "the connections are closed", sql: "")
}
