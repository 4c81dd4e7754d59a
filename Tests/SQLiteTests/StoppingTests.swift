import Foundation
import SQLite
import Synchronization
import Testing

@Suite struct StoppingTests {
    static let endless: SQL =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    let connection: Connection

    init() throws { connection = try .inMemory() }

    @Test func `a statement is stopped at its deadline`() throws {
        let start = ContinuousClock.now
        var looks = 0
        let clock: () -> ContinuousClock.Instant = {
            looks += 1
            return start.advanced(by: .milliseconds(looks))
        }
        let error = sqliteError {
            try connection.withDeadline(start.advanced(by: .milliseconds(10)), now: clock) {
                try connection.run(Self.endless)
            }
        }
        #expect(error?.isInterrupt == true)
        #expect(connection.hasMissedDeadline)
        #expect(looks == 10)
    }

    @Test func `what ends in time is left alone, and so is what comes after`() throws {
        let past = ContinuousClock.now.advanced(by: .seconds(-1))
        try connection.withDeadline(.now.advanced(by: .seconds(60)), now: { .now }) {
            try connection.run("SELECT 1")
        }
        #expect(!connection.hasMissedDeadline)
        connection.withDeadline(past, now: { .now }) {}
        let sum: SQL =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 99999) SELECT sum(i) FROM n"
        #expect(try connection.count(sum) == 99_999 * 50_000)
    }

    @Test func `a statement is stopped from another thread`() throws {
        let interrupter = connection.interrupter
        let isDone = Atomic(false)
        let thread = try JobThread(name: "interrupter")
        thread.submit { while !isDone.load(ordering: .relaxed) { interrupter.interrupt() } }
        let error = sqliteError { try connection.run(Self.endless) }
        isDone.store(true, ordering: .relaxed)
        thread.stop()
        #expect(error?.isInterrupt == true)
        #expect(!connection.hasMissedDeadline)
    }

    @Test func `a connection that is gone can be interrupted`() throws {
        let interrupter = try Connection.inMemory().interrupter
        interrupter.interrupt()
    }

    @Test func `an interrupted change takes its transaction back`() throws {
        try connection.execute(script: "CREATE TABLE t (a INTEGER) STRICT")
        try connection.begin(.immediate)
        _ = sqliteError {
            try connection.withDeadline(.now, now: { .now }) {
                try connection.run(
                    "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
                )
            }
        }
        #expect(!connection.isInTransaction)
    }
}
