import ScharnierConfiguration
import Testing

/// The file is read strictly: what is not wholly clear is refused with its line.
@Suite struct TOMLReaderTests {
    private func values(_ text: String) throws -> [String: TOMLValue] {
        let entries = try TOMLReader.entries(of: Array(text.utf8))
        return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private func line(of text: [UInt8]) -> Int? {
        do throws(TOMLError) {
            _ = try TOMLReader.entries(of: text)
            return nil
        } catch {
            return error.line
        }
    }

    @Test(arguments: [
        (#"a = "x""#, TOMLValue.text("x")), ("a = 'C:\\x'", .text("C:\\x")), (#"a = """#, .text("")),
        (#"a = "\t\"\\\u00e4\U0001F600""#, .text("\t\"\\ä😀")), ("a=0", .integer(0)),
        ("a = 1_000", .integer(1_000)), ("a = -5", .integer(-5)), ("a = +7", .integer(7)),
        ("a = true # yes", .boolean(true)), ("a = false", .boolean(false)), ("a = []", .list([])),
        (#"a = ["x", 'y',]"#, .list(["x", "y"])), ("\ta\t=\t1\t\r\n", .integer(1)),
        ("a = [ # first\n 'x' , # second\r\n\n 'y'\n]", .list(["x", "y"])),
        ("a = 9223372036854775807", .integer(.max)), ("a = -9223372036854775808", .integer(.min)),
    ])
    func `a value is read`(text: String, value: TOMLValue) throws {
        #expect(try values(text) == ["a": value])
    }

    @Test func `comments and empty lines are skipped, and lines are counted`() throws {
        let entries = try TOMLReader.entries(
            of: Array("# first\n\n  a = 1\r\n\nb = [\n'x',\n'y']\nc = 2".utf8))
        #expect(entries.map(\.key) == ["a", "b", "c"])
        #expect(entries.map(\.line) == [3, 5, 8])
    }

    @Test(arguments: ["", "\n", "# only a comment", " \t\r\n"])
    func `a file may set nothing`(text: String) throws {
        #expect(try values(text).isEmpty)
    }

    @Test(arguments: [
        "[table]", "[[table]]", "a.b = 1", "\"a\" = 1", "= 1", "a", "a =", "a = x", "a = 1 2", "a = 1 b = 2",
        "a = 01", "a = 1__0", "a = _1", "a = 1_", "a = 0x10", "a = 1.5", "a = 1e3", "a = inf", "a = -",
        "a = 9223372036854775808", "a = --1", "a = tru", "a = True", "a = true1", "a = \"x", "a = 'x",
        "a = \"x\ny\"", "a = \"\"\"x\"\"\"", "a = '''x'''", #"a = "\q""#, #"a = "\u12""#, #"a = "\ud800""#,
        #"a = "\U00110000""#, #"a = "\u0000""#, "a = \"\u{1}\"", "a = [1]", "a = ['x' 'y']", "a = ['x'",
        "a = [",
        "a = [,]", "a = [['x']]", "a = 1\rb = 2", "a = 1 # \u{7}", "a = 1979-05-27", "a = {b = 1}",
    ])
    func `what is not wholly clear is refused in its line`(text: String) {
        #expect(line(of: Array(text.utf8)) != nil, "\(text)")
        #expect(line(of: Array("first = 1\n\n\(text)".utf8)).map { $0 >= 3 } == true)
    }

    @Test func `a key may stand there only once`() {
        #expect(line(of: Array("a = 1\nb = 2\na = 1".utf8)) == 3)
    }

    @Test func `octets that are no UTF-8, and huge files, are refused`() {
        #expect(line(of: [0x61, 0x3d, 0x27, 0xff, 0x27]) == 1)
        #expect(line(of: Array(repeating: 0x0a, count: TOMLReader.largestFile)) == nil)
        #expect(line(of: Array(repeating: 0x0a, count: TOMLReader.largestFile + 1)) == 1)
    }

    @Test func `no change of one octet makes the reader trap`() {
        let text = Array(
            Key.example.split(separator: "\n").map { $0.drop { $0 == "#" } }.joined(separator: "\n").utf8)
        var random = SeededGenerator(state: 20_261_121)
        for _ in 0..<3_000 {
            var changed = text
            changed[Int(random.next() % UInt64(text.count))] = UInt8(truncatingIfNeeded: random.next())
            changed.removeLast(Int(random.next() % UInt64(text.count)))
            _ = line(of: changed)
        }
    }
}

/// The same numbers every time (Steele and others, SplitMix64, 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        return bits ^ bits >> 31
    }
}
