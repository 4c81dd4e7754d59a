import JSON
import Testing

/// One MiB, the largest body that reaches the reader, made to cost as much as possible.
@Suite struct HostileDocumentsTests {
    private let size = 1 << 20

    @Test func `deep nesting ends at the limit`() {
        #expect(refusal(of: String(repeating: "[", count: size)) == error(64, .tooDeep))
        #expect(refusal(of: String(repeating: #"{"":"#, count: size / 4)) == error(256, .tooDeep))
    }

    @Test func `equal names end at the second`() {
        let document = "{" + String(repeating: #""a":0,"#, count: 100_000)
        #expect(refusal(of: document) == error(7, .duplicateMember))
    }

    @Test func `different names end at the limit, each looked up once`() {
        let document = "{" + (0..<100_000).map { "\"\($0)\":0" }.joined(separator: ",")
        #expect(refusal(of: document)?.reason == .tooManyMembers)
    }

    @Test func `a repeated name is found among thousands`() {
        let names = (0..<9_999).map(String.init) + ["7777"]
        let document = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        #expect(refusal(of: document) == error(document.utf8.count - 9, .duplicateMember))
    }

    /// All are equal in normal form, so that hashing them as text would put them into one bucket.
    @Test func `names that look alike do not collide`() throws {
        let marks = ["\u{0301}", "\u{0323}", "\u{0327}", "\u{031B}", "\u{0345}", "\u{0334}"]
        let names = permutations(of: marks).map { "a" + $0.joined() }
        let document = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        guard case .object(let object) = try JSONValue(parsing: Array(document.utf8)) else { throw Missing() }
        #expect(object.members.count == 720)
        #expect(Set(object.members.map(\.name)).count == 1)
    }

    @Test(arguments: ["1", "9", "0.1", "-", "1e"])
    func `a million digits are passed over once`(_ start: String) {
        let refusal = refusal(of: start + String(repeating: "1", count: 1_000_000))
        #expect(refusal == error(0, .numberTooLong))
    }

    @Test(arguments: ["x", #"\n"#, #"\u0000"#, #"\ud800\udc00"#, "ü", "\u{10FFFF}"])
    func `a long string ends at the limit`(_ unit: String) {
        let document = "\"" + String(repeating: unit, count: size / unit.utf8.count) + "\""
        #expect(refusal(of: document) == error(0, .stringTooLong))
    }

    @Test func `a million blanks are passed over once`() {
        #expect(refusal(of: String(repeating: " ", count: size)) == error(size, .unexpectedEnd))
    }

    private func refusal(of text: String) -> JSONSyntaxError? {
        do throws(JSONSyntaxError) {
            _ = try JSONValue(parsing: Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    private func error(_ offset: Int, _ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
        JSONSyntaxError(offset: offset, reason: reason)
    }

    private func permutations(of list: [String]) -> [[String]] {
        guard list.count > 1 else { return [list] }
        return list.indices.flatMap { index in
            var rest = list
            let first = rest.remove(at: index)
            return permutations(of: rest).map { [first] + $0 }
        }
    }
}
