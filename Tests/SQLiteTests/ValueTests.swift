import SQLite
import Testing

@Suite struct ValueTests {
    enum Color: String, ValueConvertible { case red, blue }

    let connection: Connection

    init() throws {
        connection = try .inMemory("CREATE TABLE t (i INTEGER, s TEXT, b BLOB, r REAL) STRICT")
    }

    private func readBack<T: ValueConvertible>(_ value: T, as type: T.Type = T.self) throws -> T? {
        try connection.first("SELECT \(value)") { try $0.next() }
    }

    @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
    func `a 64-bit number comes back`(number: Int64) throws {
        #expect(try readBack(number) == number)
        #expect(try readBack(Int(number)) == Int(number))
    }

    @Test(arguments: [
        "", "a", "ü€😀", "e\u{301}", "a\u{0}b\u{0}", "\r\n", "'); DROP TABLE t; --", "?1", "%_\\",
    ])
    func `text comes back byte for byte`(text: String) throws {
        let read = try #require(try readBack(text))
        #expect(Array(read.utf8) == Array(text.utf8))
        #expect(try connection.count("SELECT length(CAST(\(text) AS BLOB))") == text.utf8.count)
    }

    @Test func `composed and decomposed letters stay different`() throws {
        #expect(try connection.count("SELECT \("é") = \("e\u{301}")") == 0)
    }

    @Test(arguments: [[], [0], [0, 255, 0], Array(repeating: 7, count: 100_000)] as [[UInt8]])
    func `bytes come back, and none are not NULL`(bytes: [UInt8]) throws {
        #expect(try readBack(bytes) == bytes)
        #expect(try connection.first("SELECT typeof(\(bytes))") { try $0.next(String.self) } == "blob")
    }

    @Test func `truth is 0 or 1 and nothing else`() throws {
        #expect(try readBack(true) == true)
        #expect(try readBack(false) == false)
        #expect(sqliteError { _ = try connection.first("SELECT 2") { try $0.next(Bool.self) } }?.code == 20)
    }

    @Test func `a raw value is stored, an unknown one refused`() throws {
        #expect(try readBack(Color.blue) == .blue)
        #expect(
            sqliteError { _ = try connection.first("SELECT 'grün'") { try $0.next(Color.self) } }?.code == 20)
    }

    @Test func `a fraction comes back`() throws {
        #expect(try readBack(0.1) == 0.1)
    }

    @Test func `a number too big for its type is refused`() throws {
        #expect(
            sqliteError { _ = try connection.first("SELECT 2147483648") { try $0.next(Int32.self) } } != nil)
        #expect(try connection.first("SELECT 2147483647") { try $0.next(Int32.self) } == .max)
    }

    @Test func `NULL is nil, and nil is NULL`() throws {
        let none: String? = nil
        #expect(try connection.first("SELECT \(none)") { try $0.next(String?.self) } == .some(nil))
        #expect(try connection.first("SELECT \(Optional("x"))") { try $0.next(String?.self) } == "x")
        #expect(
            sqliteError { _ = try connection.first("SELECT NULL") { try $0.next(String.self) } }?.code == 20)
    }

    @Test func `nothing is converted on the way`() throws {
        #expect(sqliteError { _ = try connection.first("SELECT '12'") { try $0.next(Int.self) } } != nil)
        #expect(sqliteError { _ = try connection.first("SELECT 12") { try $0.next(String.self) } } != nil)
        #expect(sqliteError { _ = try connection.first("SELECT 12") { try $0.next(Double.self) } } != nil)
        #expect(sqliteError { _ = try connection.first("SELECT 'x'") { try $0.next([UInt8].self) } } != nil)
        #expect(sqliteError { _ = try connection.first("SELECT '12'") { try $0.next(Int?.self) } } != nil)
    }

    @Test func `text that is not UTF-8 is refused, not repaired`() throws {
        let error = sqliteError {
            _ = try connection.first("SELECT CAST(x'C328' AS TEXT)") { try $0.next(String.self) }
        }
        #expect(error?.message == "column 0 holds no String")
    }

    @Test func `text longer than the limit is an error`() throws {
        let long = String(repeating: "x", count: 32 << 20)
        #expect(try readBack(long)?.utf8.count == 32 << 20)
        #expect(sqliteError { _ = try readBack(long + "x") }?.code == 18)
    }
}
