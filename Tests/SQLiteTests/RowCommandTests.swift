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
