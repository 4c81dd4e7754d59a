import SQLite
import Testing

@Suite struct RunningTests {
    struct Stop: Error {}

    let connection: Connection

    init() throws {
        connection = try .inMemory(
            """
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE, c INTEGER CHECK (c > 0)) STRICT;
            INSERT INTO t VALUES (1, 'x', 1), (2, 'y', 2), (3, 'z', 3);
            """)
    }

    @Test func `a loop ends when its body says so`() throws {
        var seen: [Int] = []
        try connection.forEach("SELECT a FROM t ORDER BY a") { row in
            seen.append(try row.next())
            return seen.count < 2
        }
        #expect(seen == [1, 2])
    }

    @Test func `the same text can be run within its own loop`() throws {
        var pairs = 0
        func inner() throws {
            try connection.forEach(list()) { _ in
                pairs += 1
                return true
            }
        }
        func list() -> SQL { "SELECT a FROM t" }
        try connection.forEach(list()) { _ in
            try inner()
            return true
        }
        #expect(pairs == 9)
    }

    @Test func `no statement is left running, whatever happened`() throws {
        #expect(throws: Stop.self) { try connection.forEach("SELECT a FROM t") { _ in throw Stop() } }
        _ = try connection.first("SELECT a FROM t") { try $0.next(Int.self) }
        #expect(sqliteError { try connection.run("INSERT INTO t VALUES (1, 'n', 1)") } != nil)
        // A reader left running would make this fail with "database table is locked".
        try connection.execute(script: "DROP TABLE t")
    }

    @Test func `bindings of one run are gone in the next`() throws {
        func insert(_ text: String?) -> SQL { "INSERT INTO t (b) VALUES (\(text))" }
        try connection.run(insert("w"))
        try connection.run(insert(nil))
        #expect(try connection.count("SELECT count(*) FROM t WHERE b IS NULL") == 1)
    }

    @Test func `first with RETURNING changes every row`() throws {
        let first: Int? = try connection.first("UPDATE t SET c = c + 1 RETURNING c") { try $0.next() }
        #expect(first == 2)
        #expect(try connection.count("SELECT sum(c) FROM t") == 9)
        #expect(connection.changedRows == 3)
    }

    @Test func `violations are told apart`() throws {
        let unique = sqliteError { try connection.run("INSERT INTO t (b) VALUES ('x')") }
        #expect(unique?.isUniqueViolation == true && unique?.isConstraint == true)
        let key = sqliteError { try connection.run("INSERT INTO t (a) VALUES (1)") }
        #expect(key?.isUniqueViolation == true)
        let check = sqliteError { try connection.run("INSERT INTO t (c) VALUES (0)") }
        #expect(check?.isUniqueViolation == false && check?.isConstraint == true)
    }

    @Test func `two statements in one are refused`() {
        let error = sqliteError { try connection.run("DELETE FROM t; DELETE FROM t") }
        #expect(error?.message == "not exactly one statement")
        #expect(sqliteError { try connection.run("") } != nil)
        #expect(throws: Never.self) { try connection.run("DELETE FROM t ; \n ") }
    }

    @Test func `a script with NUL is refused, not cut`() throws {
        #expect(sqliteError { try connection.execute(script: "DELETE FROM t;\u{0} SELECT 1") } != nil)
        #expect(try connection.count("SELECT count(*) FROM t") == 3)
    }

    @Test func `a statement is prepared once and never again`() throws {
        for number in 0..<50 {
            #expect(try connection.count("SELECT count(*) FROM t WHERE a = \(number)") <= 1)
        }
        #expect(connection.statistics.statements == 1)
        #expect(connection.statistics.runs == 50)
        #expect(connection.statistics.reprepares == 0)
    }

    @Test func `lists of every length do not fill the cache without end`() throws {
        for length in 0..<600 {
            try connection.run("SELECT 1 WHERE 1 IN (\(list: Array(0..<length)))")
        }
        #expect(connection.statistics.statements <= 512)
    }

    @Test func `a partial index serves a constant, not a bound value`() throws {
        try connection.execute(script: "CREATE INDEX p ON t (c) WHERE b = 'x'")
        func bound(_ text: String) -> SQL { "SELECT c FROM t INDEXED BY p WHERE b = \(text)" }
        #expect(sqliteError { try connection.run(bound("x")) }?.message == "no query solution")
        for number in 0..<10 {
            try connection.run("SELECT c FROM t INDEXED BY p WHERE b = 'x' AND c > \(number)")
        }
        #expect(connection.statistics.reprepares == 0)
    }

    @Test func `the plan of a statement can be read`() throws {
        #expect(
            try connection.queryPlan(of: "SELECT a FROM t WHERE b = \("x")").first?.contains("USING") == true)
        #expect(try connection.queryPlan(of: "SELECT a FROM t WHERE c = \(1)") == ["SCAN t"])
        try connection.run("SELECT a FROM t WHERE c = \(1)")
        #expect(connection.statistics.scanSteps > 0)
    }
}
