import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct StoredValueTests {
    let connection: Connection

    init() throws {
        connection = try Connection(path: ":memory:", mode: .readWriteCreate, settings: .writer)
    }

    @Test func `lists of codes come back as they were, whatever stands in them`() throws {
        let lists: [[String]] = [
            [], [""], ["", ""], [" "], ["a"], ["a", "b"], ["a b", "c"], ["%"], ["%0"], ["%1", "%2", "%%"],
            ["\0"],
            ["\u{301}", "x"], ["x", "\u{301}"], hostileCodes, [hostileText],
        ]
        for list in lists {
            let back = try #require(
                try connection.first("SELECT \(CodeList(list))") { try $0.next(CodeList.self) })
            #expect(back.codes.map { Array($0.utf8) } == list.map { Array($0.utf8) })
        }
    }

    @Test func `ordinary codes stand in the text as they are`() throws {
        #expect(CodeList(["de", "pt-BR"]).sqlValue == .text("de pt-BR"))
        #expect(CodeList([Horizon.acute, .permanent]).sqlValue == .text("acute permanent"))
    }

    @Test func `a word that the program does not know is an error, not a gap`() throws {
        #expect(throws: UnknownCode(codes: ["acute", "soon"])) {
            try connection.first("SELECT 'acute soon'") { try $0.words(Horizon.self) }
        }
    }

    @Test func `identifiers keep their order and their bits`() throws {
        let ids: [Identifier<Need>] = [
            .init(high: 0, low: 0), .init(high: 0, low: .max), .init(high: 1, low: 0),
            .init(high: .max, low: .max),
        ]
        for id in ids {
            #expect(try connection.first("SELECT \(id)") { try $0.next() } == id)
            #expect(try connection.first("SELECT length(\(id))") { try $0.next() } == 16)
        }
        for (less, more) in zip(ids, ids.dropFirst()) {
            #expect(try connection.first("SELECT \(less) < \(more)") { try $0.next(Bool.self) } == true)
        }
        #expect(throws: SQLiteError.self) {
            try connection.first("SELECT x'00'") { try $0.next(Identifier<Need>.self) }
        }
    }

    @Test func `days and instants keep their extremes`() throws {
        for number in [Int32.min, -1, 0, .max] {
            #expect(
                try connection.first("SELECT \(Day(number: number))") { try $0.next() } == Day(number: number)
            )
        }
        for number in [Int64.min, -1, 0, .max] {
            let moment = Instant(milliseconds: number)
            #expect(try connection.first("SELECT \(moment)") { try $0.next() } == moment)
        }
        #expect(throws: SQLiteError.self) {
            try connection.first("SELECT 3000000000") { try $0.next(Day.self) }
        }
    }

    @Test func `members stand in order, so that equal audiences are equal bytes`() throws {
        let members: Set<Audience.Member> = [sampleID(), sampleID(), sampleID()]
        #expect(MemberList(members).sqlValue == MemberList(Set(members.sorted().reversed())).sqlValue)
        let back = try connection.first("SELECT \(MemberList(members))") { try $0.next(MemberList.self) }
        #expect(back?.members == members)
        #expect(throws: SQLiteError.self) {
            try connection.first("SELECT zeroblob(17)") { try $0.next(MemberList.self) }
        }
    }

    @Test func `a list is padded to a power of two, and an empty one finds nothing`() throws {
        #expect(SQL.values([1, 2, 3] as [Int64]).text == "?,?,?,?")
        #expect(SQL.values([1, 2] as [Int64]).text == "?,?")
        #expect(SQL.values(Array(repeating: Int64(1), count: 300)).text.utf8.count == 599)
        #expect(
            try connection.first("SELECT 1 WHERE 1 IN (\(.values([] as [Int64])))") {
                try $0.next(Int64.self)
            } == nil)
        #expect(
            try connection.first("SELECT 3 IN (\(.values([1, 2, 3] as [Int64])))") { try $0.next(Bool.self) }
                == true)
    }
}
