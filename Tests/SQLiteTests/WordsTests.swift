import SQLite
import Testing

/// `holdsWords`, compared with what it means.
@Suite struct WordsTests {
    let connection: Connection

    init() throws {
        connection = try Connection(path: ":memory:", mode: .readWriteCreate, settings: .writer)
    }

    private func holds(_ words: [UInt8], _ wanted: [UInt8]) throws -> Bool? {
        try connection.first("SELECT holdsWords(\(words), \(wanted))") { try $0.next(Bool.self) }
    }

    private static func list(_ words: [String]) -> [UInt8] {
        let sorted = Set(words).map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        return sorted.flatMap { [UInt8($0.count)] + $0 }
    }

    private static func wanted(_ words: [(text: String, begins: Bool)]) -> [UInt8] {
        words.sorted { Array($0.text.utf8).lexicographicallyPrecedes(Array($1.text.utf8)) }
            .flatMap { [UInt8($0.text.utf8.count) | ($0.begins ? 0x80 : 0)] + Array($0.text.utf8) }
    }

    @Test func `a list holds what is wanted if each word is there, or begins one that is`() throws {
        var hits = 0
        for _ in 0..<3_000 {
            let words = (0..<Int.random(in: 0...8)).map { _ in Self.randomWord() }
            let wanted = (0..<Int.random(in: 1...3)).map { _ in
                (text: Self.randomWord(), begins: Bool.random())
            }
            let expected = wanted.allSatisfy { want in
                words.contains { want.begins ? $0.hasPrefix(want.text) : $0 == want.text }
            }
            hits += expected ? 1 : 0
            #expect(try holds(Self.list(words), Self.wanted(wanted)) == expected, "\(words) \(wanted)")
        }
        #expect((100...2_900).contains(hits))
    }

    @Test func `whatever is no such list holds nothing, and is read no further than it goes`() throws {
        let word = Self.list(["abc"])
        let want = Self.wanted([("abc", false)])
        #expect(try holds(word, want) == true)
        for length in 0..<word.count {
            #expect(try holds(Array(word.prefix(length)), want) == false)
            #expect(try holds(word, Array(want.prefix(length))) == false)
        }
        for _ in 0..<2_000 {
            let noise = { (0..<Int.random(in: 0...12)).map { _ in UInt8.random(in: 0...255) } }
            _ = try holds(noise(), noise())
        }
        for other in ["SELECT holdsWords(NULL, x'0161')", "SELECT holdsWords('a', x'0161')"] as [SQL] {
            #expect(try connection.first(other) { try $0.next(Bool.self) } == false)
        }
    }

    private static func randomWord() -> String {
        String((0..<Int.random(in: 1...3)).map { _ in "ab\u{FC}".randomElement() ?? "a" })
    }
}
