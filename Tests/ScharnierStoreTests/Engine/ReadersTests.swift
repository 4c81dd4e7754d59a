import SQLite
import ScharnierStore
import Synchronization
import Testing

@Suite struct ReadersTests {
    struct Stop: Error {}

    static let endless: SQL =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    let database: TemporaryDatabase

    init() throws { database = try TemporaryDatabase() }

    @Test func `one read sees one state`() throws {
        let writer = try database.writer()
        let readers = database.readers()
        try readers.read { reader in
            #expect(try reader.rowCount() == 0)
            try writer.perform { try $0.insert(1) }
            #expect(try reader.rowCount() == 0)
        }
        #expect(try readers.read { try $0.rowCount() } == 1)
    }

    @Test func `a read cannot change anything`() throws {
        let error = #expect(throws: SQLiteError.self) { try database.readers().read { try $0.insert(1) } }
        #expect(error?.isReadOnly == true)
    }

    @Test func `a read that takes too long is stopped, the next one is not`() throws {
        let clock = LookClock()
        let readers = database.readers(capacity: 1, readTime: .milliseconds(20), now: clock.now)
        #expect(throws: StoreFailure.timeout) { try readers.read { try $0.run(Self.endless) } }
        #expect(try readers.read { try $0.rowCount() } == 0)
    }

    @Test func `a read that throws ends its transaction`() throws {
        let readers = database.readers(capacity: 1)
        let writer = try database.writer()
        #expect(throws: Stop.self) {
            try readers.read { connection in
                _ = try connection.rowCount()
                throw Stop()
            }
        }
        try writer.perform { try $0.insert(1) }
        #expect(try readers.read { try $0.rowCount() } == 1)
    }

    @Test func `more callers than connections take turns`() throws {
        let readers = database.readers(capacity: 2)
        let counter = Counter()
        let threads = try (0..<8).map { try JobThread(name: "reader \($0)") }
        let done = Collector<Bool>()
        for thread in threads {
            thread.submit {
                for _ in 0..<50 {
                    do {
                        let count = try readers.read { connection in
                            counter.enter()
                            defer { counter.leave() }
                            return try connection.rowCount()
                        }
                        done.add(count == 0)
                    } catch {
                        Issue.record(error)
                        done.add(false)
                    }
                }
            }
        }
        #expect(done.take(400).allSatisfy { $0 })
        #expect((1...2).contains(counter.most))
    }

    @Test func `connections that open at the same time wait for one another`() throws {
        // Who comes first to a database that nobody has open looks for a log to recover, alone.
        let threads = try (0..<4).map { try JobThread(name: "opener \($0)") }
        for _ in 0..<50 {
            let database = try TemporaryDatabase()
            let done = Collector<Bool>()
            for thread in threads {
                thread.submit {
                    do {
                        let count = try database.readers(capacity: 1).read { try $0.rowCount() }
                        done.add(count == 0)
                    } catch {
                        Issue.record(error)
                        done.add(false)
                    }
                }
            }
            #expect(done.take(threads.count).allSatisfy { $0 })
        }
    }

    @Test func `a database in memory is shared by writer and readers`() throws {
        let connections = ConnectionPool.writing(to: ":memory:")
        let writer = try Writer(connections: connections, now: { .now })
        let readers = Readers(connections: connections, now: { .now })
        try writer.perform { try $0.run("CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT") }
        let done = Collector<Int>()
        for number in 0..<20 {
            writer.submit({ try $0.insert(number) }) { _ in
                done.add((try? readers.read { try $0.rowCount() }) ?? -1)
            }
        }
        #expect(done.take(20).last == 20)
        #expect(throws: SQLiteError.self) { try readers.read { try $0.insert(99) } }
        try writer.perform { try $0.insert(99) }
    }

    @Test func `closed readers read no more`() throws {
        let readers = database.readers()
        _ = try readers.read { try $0.rowCount() }
        readers.close()
        #expect(throws: SQLiteError.self) { try readers.read { try $0.rowCount() } }
    }
}

/// How many are inside at once.
final class Counter: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter() {
        state.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func leave() {
        state.withLock { $0.now -= 1 }
    }
}
