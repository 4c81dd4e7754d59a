import SQLite
import Testing

@Suite struct RowTests {
    let connection: Connection

    init() throws {
        connection = try .inMemory(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b BLOB) STRICT;
            INSERT INTO t VALUES (1, 'eins', x'0102'), (2, NULL, NULL), (3, '', x'');
            """)
    }

    @Test func `columns are read in the order of the list`() throws {
        let rows = try connection.rows("SELECT id, a, b FROM t ORDER BY id") { row in
            (try row.next(Int.self), try row.next(String?.self), try row.next([UInt8]?.self))
        }
        #expect(rows.map(\.0) == [1, 2, 3])
        #expect(rows.map(\.1) == ["eins", nil, ""])
        #expect(rows.map(\.2) == [[1, 2], nil, []])
    }

    @Test func `a column can be passed over`() throws {
        let text = try connection.first("SELECT id, a FROM t") { row in
            row.skip()
            return try row.next(String.self)
        }
        #expect(text == "eins")
    }

    @Test func `one column too many is an error, also for an optional`() throws {
        let error = sqliteError {
            _ = try connection.first("SELECT id FROM t") { row in
                row.skip()
                return try row.next(Int?.self)
            }
        }
        #expect(error?.code == 25)
    }

    @Test func `bytes are appended without a string`() throws {
        var buffer: [UInt8] = [0]
        let found = try connection.rows("SELECT a FROM t ORDER BY id") { try $0.appendBytes(to: &buffer) }
        #expect(found == [true, false, true])
        #expect(buffer == [0] + Array("eins".utf8))
    }

    @Test func `a number has no bytes to append`() throws {
        var buffer: [UInt8] = []
        #expect(
            sqliteError {
                _ = try connection.first("SELECT id FROM t") { try $0.appendBytes(to: &buffer) }
            }?.code == 20)
    }

    @Test func `the error names the statement, never its values`() throws {
        let error = sqliteError {
            _ = try connection.first("SELECT a FROM t WHERE a = \("eins")") { try $0.next(Int.self) }
        }
        #expect(error?.sql == "SELECT a FROM t WHERE a = ?")
        #expect(error?.message == "column 0 holds no Int")
    }
}
