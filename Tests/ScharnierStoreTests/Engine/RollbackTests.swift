import SQLite
import ScharnierStore
import Synchronization
import Testing

/// Jobs that take the whole transaction of their batch with them.
@Suite struct RollbackTests {
    let database: TemporaryDatabase

    init() throws {
        database = try TemporaryDatabase(
            """
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT;
            CREATE TRIGGER g BEFORE INSERT ON t WHEN NEW.a = 666 BEGIN SELECT RAISE(ROLLBACK, 'no'); END;
            CREATE TABLE u (a INTEGER REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED) STRICT;
            """)
    }

    /// Submits jobs that land in one batch, and gives the numbers of those that failed.
    private func failures(
        of jobs: [@Sendable (Connection) throws -> Void],
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws -> [Int] {
        let writer = try database.writer(now: now)
        let gate = Gate()
        gate.block(writer)
        let outcomes = Collector<(Int, Bool)>()
        for (number, job) in jobs.enumerated() {
            writer.submit(job) { outcomes.add((number, $0.failure != nil)) }
        }
        gate.open()
        return outcomes.take(jobs.count).filter(\.1).map(\.0).sorted()
    }

    private func rows() throws -> [Int] {
        try database.readers().read { try $0.rows("SELECT a FROM t ORDER BY a") { try $0.next() } }
    }

    private func insert(_ number: Int) -> @Sendable (Connection) throws -> Void {
        { try $0.insert(number) }
    }

    @Test func `the others are run again, once each`() throws {
        #expect(try failures(of: [insert(1), insert(2), insert(666), insert(3), insert(4)]) == [2])
        #expect(try rows() == [1, 2, 3, 4])
    }

    @Test func `a conflict clause that rolls back counts for its job alone`() throws {
        let again: @Sendable (Connection) throws -> Void = {
            try $0.run("INSERT OR ROLLBACK INTO t (a) VALUES (1)")
        }
        #expect(try failures(of: [insert(1), again, insert(2), again]) == [1, 3])
        #expect(try rows() == [1, 2])
    }

    @Test func `a refusal is decided anew when its reason is gone`() throws {
        // The second is refused because of the first, which is lost with the third and then stored again.
        #expect(try failures(of: [insert(1), insert(1), insert(666)]) == [1, 2])
        #expect(try rows() == [1])
    }

    @Test func `a job that hides the rollback stores nothing on its own`() throws {
        let hiding: @Sendable (Connection) throws -> Void = { connection in
            try? connection.insert(666)
            try? connection.insert(7)
        }
        #expect(try failures(of: [insert(1), hiding, insert(2)]) == [1])
        #expect(try rows() == [1, 2])
    }

    @Test func `a reference that fails only at the commit fails its job alone`() throws {
        let dangling: @Sendable (Connection) throws -> Void = { try $0.run("INSERT INTO u VALUES (99)") }
        #expect(try failures(of: [insert(1), dangling, insert(2)]) == [1])
        #expect(try rows() == [1, 2])
    }

    @Test func `a job that takes too long is stopped, the others are stored`() throws {
        let clock = LookClock()
        let endless: @Sendable (Connection) throws -> Void = {
            try $0.run(
                "INSERT INTO t (a) WITH RECURSIVE n(i) AS (SELECT 9 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
            )
        }
        #expect(try failures(of: [insert(1), endless, insert(2)], now: clock.now) == [1])
        #expect(try rows() == [1, 2])
    }

    @Test func `a job that fills the database is told so, the others are stored`() throws {
        let filling: @Sendable (Connection) throws -> Void = { connection in
            try connection.execute(script: "PRAGMA max_page_count = 10")
            defer { try? connection.execute(script: "PRAGMA max_page_count = 1000000") }
            try connection.run("INSERT INTO t VALUES (7, \(String(repeating: "x", count: 100_000)))")
        }
        let writer = try database.writer()
        #expect(throws: StoreFailure.storageFull) { try writer.perform(filling) }
        try writer.perform(insert(1))
        writer.stop()
        #expect(try failures(of: [insert(2), filling, insert(3)]) == [1])
        #expect(try rows() == [1, 2, 3])
    }
}
