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

    /// How many commits it takes to run jobs that land in one batch, and how often each is run.
    private func effort(
        of jobs: [@Sendable (Connection) throws -> Void]
    ) throws -> (commits: Int, runs: [Int]) {
        let commits = Atomic(0)
        var hooks = WriterHooks()
        hooks.committed = { _ in commits.add(1, ordering: .relaxed) }
        let writer = try database.writer(hooks: hooks)
        let gate = Gate()
        gate.block(writer)
        let runs = Mutex(jobs.map { _ in 0 })
        let done = Collector<Bool>()
        for (number, job) in jobs.enumerated() {
            writer.submit { connection in
                runs.withLock { $0[number] += 1 }
                try job(connection)
            } then: { _ in
                done.add(true)
            }
        }
        gate.open()
        _ = done.take(jobs.count)
        // The first commit was that of the gate.
        return (commits.load(ordering: .relaxed) - 1, runs.withLock { $0 })
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

    @Test func `a job that fails after a change leaves no trace, and the others still share one commit`()
        throws
    {
        let half = refused(after: 9)
        let effort = try effort(of: [insert(1), half, insert(2), half, insert(3)])
        #expect(try rows() == [1, 2, 3])
        #expect(effort.commits == 1)
        #expect(effort.runs == [2, 2, 1, 1, 1])
    }

    @Test func `a job that is refused before it changes anything has nobody run again`() throws {
        let effort = try effort(of: [insert(1), { _ in throw Refused() }, insert(2), insert(1)])
        #expect(try rows() == [1, 2])
        #expect(effort.commits == 1)
        #expect(effort.runs == [1, 1, 1, 1])
    }

    @Test func `a job that is refused the first time and not the second is stored once`() throws {
        let wasRefused = Atomic(false)
        let fickle: @Sendable (Connection) throws -> Void = { connection in
            try connection.insert(7)
            if !wasRefused.exchange(true, ordering: .relaxed) { throw Refused() }
        }
        #expect(try failures(of: [insert(1), fickle, insert(2)]).isEmpty)
        #expect(try rows() == [1, 2, 7])
    }

    private struct Refused: Error {}

    private func refused(after number: Int) -> @Sendable (Connection) throws -> Void {
        { connection in
            try connection.insert(number)
            throw Refused()
        }
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
