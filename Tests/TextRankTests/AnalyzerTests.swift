import Glibc
import Testing

@testable import TextRank

@Suite struct AnalyzerTests {
    private let analyzer: Analyzer

    init() throws {
        let lexicon = try Lexicon([Lexicon.Entry("Hausaufgabenhilfe", same: ["Lernförderung", "Nachhilfe"])])
        analyzer = try #require(Analyzer(statistics: .sample(), lexicon: lexicon))
    }

    private func impacts(_ fields: [Field]) -> [UInt64: UInt16] {
        Dictionary(uniqueKeysWithValues: analyzer.analysis(of: fields).terms.map { ($0.id, $0.impact) })
    }

    private func impact(of word: String, in fields: [Field]) throws -> UInt16? {
        impacts(fields)[try #require(try stemID(word))]
    }

    @Test(arguments: [
        ("Müller", "Mueller"), ("Schule", "Schulen"), ("Aufgabe", "Aufgaben"), ("Frau", "Frauen"),
        ("neue", "neuen"), ("Straße", "Strasse"), ("KINDER", "Kindern"), ("Übung", "Uebungen"),
        ("Schüler*innen", "Schüler"),
    ])
    func `forms of a word share a stem`(_ one: String, _ other: String) {
        let (mine, others) = (impacts([Field(one)]), impacts([Field(other)]))
        #expect(!Set(mine.keys).isDisjoint(with: others.keys))
    }

    @Test(arguments: [
        "", "und oder aber", "🎒🎒🎒", "12 3456", "a b c", "Verein Projekt Unterstützung", "— … !",
    ])
    func `a text that tells nothing has neither stems nor letter groups`(_ text: String) {
        let analysis = analyzer.analysis(of: [Field(text)])
        #expect(analysis.terms.isEmpty && analysis.grams.hashes.isEmpty && analysis.length == 0)
    }

    @Test func `the impact is the published formula`() throws {
        // One word in a title of one word: f = 2, length = 2 words of the average 40.
        let found = try #require(try impact(of: "Ranzen", in: [Field("Ranzen", boost: 2)]))
        let exact = 2.0 * 2.2 / (2.0 + 1.2 * (0.6 + 0.4 * 2.0 / 40.0)) * 4096
        #expect(abs(Double(found) - exact) <= 0.5)
    }

    @Test func `a title counts twice, and a field three times at most`() throws {
        let title = try #require(try impact(of: "Ranzen", in: [Field("Ranzen", boost: 2), Field("Kind")]))
        let text = try #require(try impact(of: "Ranzen", in: [Field("Kind", boost: 2), Field("Ranzen")]))
        #expect(title > text)
        let filler = " Ball Seil Buch"
        let thrice = try impact(of: "Ranzen", in: [Field("Ranzen Ranzen Ranzen Zelt Topf" + filler)])
        let more = try impact(of: "Ranzen", in: [Field("Ranzen Ranzen Ranzen Ranzen Ranzen" + filler)])
        #expect(thrice == more)
    }

    @Test func `parts of compounds weigh less than the whole, other names less than parts`() throws {
        let fields = [Field("Hausaufgabenhilfe")]
        let whole = try #require(try impact(of: "Hausaufgabenhilfe", in: fields))
        let part = try #require(try impact(of: "Aufgaben", in: fields))
        let name = try #require(try impact(of: "Lernförderung", in: fields))
        #expect(whole > part && part > name && name > 0)
        #expect(try impact(of: "Hausaufgabenhilfe", in: [Field("Nachhilfe")]) == name)
    }

    @Test func `only the first sixty telling words count`() throws {
        var numbers = SeededNumbers(4)
        let words = (0..<60).map { _ in
            String((0..<8).map { _ in "bcdfghklmnprstw".randomElement(using: &numbers) ?? "b" })
        }
        let text = words.joined(separator: " und ")
        let more = text + " Fahrrad Garten"
        #expect(analyzer.analysis(of: [Field(text)]) == analyzer.analysis(of: [Field(more)]))
        let fewer = words.dropLast().joined(separator: " ") + " Fahrrad"
        #expect(try impact(of: "Fahrrad", in: [Field(fewer)]) != nil)
        #expect(try impact(of: "Fahrrad", in: [Field(text, boost: 2), Field("Fahrrad")]) == nil)
    }

    @Test func `English texts are read as English`() {
        let english = impacts([Field("We are looking for volunteers who read with the children")])
        let other = impacts([Field("They were reading and would like a volunteer")])
        #expect(Set(english.keys).intersection(other.keys).count >= 2)
    }

    @Test func `an analysis is the same every time, whatever was read before`() throws {
        let fields = [Field("Hausaufgabenhilfe für Schüler*innen", boost: 2), Field("Mittwochs im Garten")]
        let first = analyzer.analysis(of: fields)
        _ = analyzer.analysis(of: [Field(String(repeating: "Fahrradwerkstatt Sprache ", count: 90))])
        #expect(analyzer.analysis(of: fields) == first)
        #expect(first.terms.map(\.id) == first.terms.map(\.id).sorted())
        #expect(first.grams.hashes == first.grams.hashes.sorted())
    }

    @Test func `at most 256 letter groups are kept, the most telling ones`() {
        var numbers = SeededNumbers(9)
        let text = (0..<60).map { _ in
            String((0..<12).map { _ in "abcdefghiklmnoprstuwz".randomElement(using: &numbers) ?? "a" })
        }.joined(separator: " ")
        let grams = analyzer.analysis(of: [Field(text)]).grams
        #expect(grams.hashes.count == 256 && grams.weights.count == 256)
        #expect(grams.weights.contains(255) && !grams.weights.contains(0))
    }

    @Test(arguments: [
        ("a", 65_536), ("a-", 32_768), ("e\u{301}\u{302}\u{323}", 9_000), ("\u{301}", 30_000),
        ("Schüler*innen/-innen:in(", 2_500), ("x*", 32_000), ("I", 65_000), ("und ", 16_000),
        ("hausaufgabenhilfe", 3_800), ("한", 20_000),
    ])
    func `no text makes it run away`(_ unit: String, _ count: Int) {
        let text = String(repeating: unit, count: count)
        let start = processorSeconds()
        let analysis = analyzer.analysis(of: [Field(text)])
        // Processor time: far beyond what it takes, far below what anything quadratic would.
        #expect(processorSeconds() - start < 3)
        #expect(analysis.terms.count <= 60 * (1 + Compounds.mostParts * 21))
    }
}

/// What this thread has worked so far, in seconds.
private func processorSeconds() -> Double {
    var time = timespec()
    // Safe because the call fills in the value it is given and keeps nothing.
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
