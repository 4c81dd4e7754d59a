import SQLite
import Synchronization
import Testing

@Suite struct ConnectionPoolTests {
    struct Stop: Error {}

    private func pool(_ opened: Counter, capacity: Int = 3) -> ConnectionPool {
        ConnectionPool(capacity: capacity) {
            opened.add()
            return try Connection.inMemory()
        }
    }

    @Test func `the connection given back last is lent first`() throws {
        let opened = Counter()
        let pool = pool(opened)
        for _ in 0..<5 { try pool.lend { try $0.run("SELECT 1") } }
        #expect(opened.value == 1)
        try pool.lend { _ in try pool.lend { _ in } }
        #expect(opened.value == 2)
    }

    @Test func `a connection left in a transaction or broken is not lent again`() throws {
        let opened = Counter()
        let pool = pool(opened, capacity: 1)
        try pool.lend { try $0.begin(.immediate) }
        try pool.lend { $0.isBroken = true }
        #expect(throws: SQLiteError.self) {
            try pool.lend { connection in
                try connection.begin(.deferred)
                throw try #require(sqliteError { try connection.run("nonsense") })
            }
        }
        try pool.lend { #expect(!$0.isInTransaction) }
        #expect(opened.value == 4)
    }

    @Test func `an error of the caller leaves the connection in use`() throws {
        let opened = Counter()
        let pool = pool(opened, capacity: 1)
        #expect(throws: Stop.self) { try pool.lend { _ in throw Stop() } }
        try pool.lend { _ in }
        #expect(opened.value == 1)
    }

    @Test func `a connection that could not be opened does not count`() throws {
        let attempts = Counter()
        let pool = ConnectionPool(capacity: 1) {
            attempts.add()
            if attempts.value == 1 { throw Stop() }
            return try Connection.inMemory()
        }
        #expect(throws: Stop.self) { try pool.lend { _ in } }
        try pool.lend { _ in }
    }

    @Test func `a closed pool lends nothing`() throws {
        let pool = pool(Counter())
        try pool.lend { _ in pool.close() }
        #expect(sqliteError { try pool.lend { _ in } }?.code == 21)
    }
}

/// Counts, from any thread.
final class Counter: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .relaxed) }
    func add() { count.add(1, ordering: .relaxed) }
}
