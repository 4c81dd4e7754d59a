import SQLite
import Testing

@Suite struct RowCommandTests {
    static let insertion = RowCommand.insert(into: "t", "a, b, c")
    static let update = RowCommand.update("t", "b, c", where: "a")
    static let replacement = RowCommand.upsert(into: "t", "a, b, c", key: "a")

    let connection: Connection

    init() throws {
        connection = try .inMemory("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c BLOB) STRICT")
    }

    private func write(_ command: RowCommand, _ values: [any ValueConvertible]) throws {
        try connection.run(command) { row in
            for value in values { row.add(value) }
        }
    }

    private func rows() throws -> [String] {
        try connection.rows(
            "SELECT a || ' ' || coalesce(b, '-') || ' ' || coalesce(hex(c), '-') FROM t ORDER BY a"
        ) {
            try $0.next()
        }
    }

    @Test func `values stand in the order of the columns`() throws {
        try write(Self.insertion, [1, "x", [1, 2] as [UInt8]])
        try write(Self.update, ["y", [3] as [UInt8], 1])
        #expect(try rows() == ["1 y 03"])
    }

    @Test func `what is not there is NULL, also where the run before had a value`() throws {
        try write(Self.insertion, [1, "x", [1] as [UInt8]])
        try connection.run(Self.insertion) { row in
            row.add(2)
            row.add(nil as String?)
            row.add(nil as [UInt8]?)
        }
        #expect(try rows() == ["1 x 01", "2 - "])
    }

    @Test func `texts and blobs of any length arrive as they are, and as many as there are`() throws {
        let lengths = [0, 1, 15, 16, 1000, 32_767, 32_768, 32_769, 100_000]
        for (key, length) in lengths.enumerated() {
            try write(
                Self.insertion,
                [key, String(repeating: "ä\0", count: length / 3), [UInt8](repeating: 7, count: length)])
        }
        let kept: [(String, [UInt8])] = try connection.rows("SELECT b, c FROM t ORDER BY a") {
            (try $0.next(), try $0.next())
        }
        #expect(kept.map(\.0) == lengths.map { String(repeating: "ä\0", count: $0 / 3) })
        #expect(kept.map(\.1) == lengths.map { [UInt8](repeating: 7, count: $0) })
    }

    @Test func `a row that is written while another one is put together does not touch it`() throws {
        try connection.execute(script: "CREATE TABLE u (a TEXT) STRICT")
        let other = RowCommand.insert(into: "u", "a")
        var failure: SQLiteError?
        try connection.run(Self.insertion) { row in
            row.add(1)
            row.add("ein Text, der nicht in sich selbst Platz hat")
            do throws(SQLiteError) {
                try connection.run(other) { $0.add("ein anderer, der ebenso lang ist, wenn nicht länger") }
            } catch {
                failure = error
            }
            row.add([1] as [UInt8])
        }
        #expect(failure == nil)
        #expect(try rows() == ["1 ein Text, der nicht in sich selbst Platz hat 01"])
    }

    @Test func `one value too many or too few changes nothing`() throws {
        for values in [[1, "x"], [1, "x", [1] as [UInt8], 4], []] as [[any ValueConvertible]] {
            #expect(sqliteError { try write(Self.insertion, values) }?.code == 21)
        }
        #expect(try rows() == [])
        try write(Self.insertion, [1, "x", [1] as [UInt8]])
        #expect(try rows() == ["1 x 01"], "and the statement is of use afterwards")
    }

    @Test func `what the schema refuses is told with the text`() throws {
        try write(Self.insertion, [1, "x", [1] as [UInt8]])
        let error = sqliteError { try write(Self.insertion, [1, "y", [1] as [UInt8]]) }
        #expect(error?.isUniqueViolation == true)
        #expect(error?.sql.hasPrefix("INSERT INTO t (a, b, c) VALUES (?,?,?)") == true)
        try write(Self.replacement, [1, "y", [1] as [UInt8]])
        #expect(try rows() == ["1 y 01"])
    }

    @Test func `a connection that only reads refuses it`() throws {
        connection.changes = .nowhere
        #expect(sqliteError { try write(Self.insertion, [1, "x", [1] as [UInt8]]) }?.isReadOnly == true)
    }
}
