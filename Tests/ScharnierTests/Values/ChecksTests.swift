import Testing

@testable import Scharnier

@Suite struct ChecksTests {
    @Test func `a text is as long as its Unicode scalars`() {
        expectLength(3...120, at: "title") { Violation.length(of: $0, 3...120, at: "title") }
        #expect(Violation.length(of: "e\u{301}e\u{301}", 4...4, at: "title").isEmpty)
        #expect(Violation.length(of: "👩‍👧", 1...2, at: "title").short == ["title too_long"])
    }

    @Test(arguments: ["a", "ä", "€", "👍"])
    func `a length is counted in scalars, however many bytes they take`(_ scalar: String) {
        for count in 0...40 {
            let text = String(repeating: scalar, count: count)
            let isRight = Violation.length(of: text, 3...20, at: "title").isEmpty
            #expect(isRight == (3...20).contains(count), "\(count) times \(scalar)")
        }
    }

    @Test func `an absent text has no length`() {
        #expect(Violation.length(of: nil, 3...120, at: "title").isEmpty)
    }

    @Test func `a length names its limits`() {
        let found = Violation.length(of: "", 3...120, at: "title")
        #expect(found.first?.minimum == 3)
        #expect(found.first?.maximum == 120)
    }

    @Test func `a number lies between its limits`() {
        expectRange(1...100_000, at: "quantity") { Violation.range(of: $0, 1...100_000, at: "quantity") }
        #expect(Violation.range(of: nil, 1...2, at: "quantity").isEmpty)
    }

    @Test func `a list has so many entries, and none twice`() {
        expectCount(upTo: 8, at: "topics") { Violation.list($0, 0...8, at: "topics") }
        #expect(Violation.list([String](), 1...3, at: "horizons").short == ["horizons too_few"])
        #expect(
            Violation.list(["a", "a", "b"], 0...2, at: "topics").short
                == ["topics too_many", "topics not_unique"])
    }

    @Test func `a count does not mind repetition`() {
        #expect(Violation.count(of: ["a", "a"], 1...2, at: "lines").isEmpty)
        #expect(Violation.count(of: ["a", "a", "a"], 1...2, at: "lines").short == ["lines too_many"])
        #expect(Violation.count(of: [String](), 1...2, at: "lines").short == ["lines too_few"])
    }

    @Test func `what is missing or has no place is said so`() {
        #expect([Violation.missing("title")].short == ["title required"])
        #expect([Violation.excluded("unit", "Nein.", "No.")].short == ["unit not_allowed_together"])
    }
}
