import SQLite
import Testing

@Suite struct SQLTests {
    @Test func `a value becomes a question mark`() {
        let sql: SQL = "SELECT * FROM t WHERE a = \(1) AND b = \("x")"
        #expect(sql.text == "SELECT * FROM t WHERE a = ? AND b = ?")
    }

    @Test func `a fragment is spliced with its values`() throws {
        let condition: SQL = "a = \(7)"
        var sql: SQL = "SELECT \(1), x FROM (SELECT 5 AS x, 7 AS a) WHERE \(condition)"
        sql += " AND x = \(5)"
        #expect(sql.text == "SELECT ?, x FROM (SELECT 5 AS x, 7 AS a) WHERE a = ? AND x = ?")
        #expect(try Connection.inMemory().count(sql) == 1)
    }

    @Test(arguments: [0, 1, 3, 1000])
    func `a list becomes as many question marks`(length: Int) throws {
        let numbers = Array(0..<length)
        let sql: SQL = "SELECT count(*) FROM (SELECT 0 AS x UNION SELECT 2) WHERE x IN (\(list: numbers))"
        #expect(sql.text.count { $0 == "?" } == length)
        #expect(try Connection.inMemory().count(sql) == min(length, length < 3 ? 1 : 2))
    }

    @Test func `one value more than the limit is an error`() throws {
        let error = sqliteError {
            try Connection.inMemory().run("SELECT 1 WHERE 1 IN (\(list: Array(0..<1001)))")
        }
        #expect(error?.message == "too many SQL variables")
    }
}
