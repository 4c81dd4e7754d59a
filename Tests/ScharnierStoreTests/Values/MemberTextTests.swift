import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct MemberTextTests {
    let members = (1...5).map {
        Audience.Member(high: 0x0192_0000_0000_7000 + $0, low: 0x8000_0000_0000_0000)
    }

    @Test func `members come back as they were kept`() {
        #expect(MemberText([]).members == [])
        #expect(MemberText(Set(members)).members == Set(members))
        #expect(MemberText(Set(members)).bytes.count == 5 * MemberText.memberBytes)
    }

    @Test(arguments: [
        "x", "0192-0000-0000-7000-0001-8000-0000-00001", "g0000000-0000-7000-8000-000000000000",
    ])
    func `what is no list of members is none`(_ text: String) throws {
        let connection = try Connection(path: ":memory:", mode: .readWrite, settings: .writer)
        let kept: MemberText? = try connection.first("SELECT CAST(\(text) AS BLOB)") { try $0.next() }
        let found = try #require(kept)
        #expect(found.members == nil)
    }

    @Test func `SQLite finds those who are kept, and nobody else`() throws {
        let kept = MemberText(Set(members.dropLast()))
        for member in members {
            #expect(try Self.finds(MemberText(member).bytes, in: kept) == (member != members[4]))
        }
    }

    @Test func `nobody is found across the border of two members, whatever the digits`() throws {
        // All digits the same: only the hyphens tell where a member begins.
        let same = Audience.Member(high: .max, low: .max)
        let text = MemberText(same).bytes
        let kept = text + text + text
        let starts = kept.indices.filter { kept[$0...].starts(with: text) }
        #expect(starts == [0, 36, 72])
    }

    private static func finds(_ text: [UInt8], in kept: MemberText) throws -> Bool {
        let connection = try Connection(path: ":memory:", mode: .readWrite, settings: .writer)
        let place: Int? = try connection.first("SELECT instr(\(kept), \(text))") { try $0.next() }
        return place != 0
    }
}
