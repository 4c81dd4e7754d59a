import Testing

@testable import TextRank

@Suite struct StatisticsTests {
    private func count(_ texts: [String]) -> StatisticsCount {
        var count = StatisticsCount(stopWords: .standard)
        for text in texts { count.add([Field(text, boost: 2), Field("Im Garten und im Garten")]) }
        return count
    }

    @Test func `words of one document alone are not kept`() {
        let count = count(["Schulranzen Ranzen", "Schule Ranzen", "Radio"])
        #expect(count.repeatedWords == [.init("garten", 3), .init("ranzen", 2)])
        #expect(count.repeatedGrams.allSatisfy { $0.frequency >= 2 })
        #expect(count.repeatedGrams.contains { $0.frequency == 3 })
    }

    @Test func `words that tell nothing are known as parts, and do not add to the length`() {
        let count = count(["Projekt Ball", "Projekt Ball"])
        #expect(count.repeatedWords.map(\.word) == ["ball", "garten", "projekt"])
        // Ball counts twice, Garten twice, ten for each.
        #expect(count.frozen().averageLength == 40)
        #expect(count.frozen().documentCount == 2)
    }

    @Test func `counting is the same in every order`() {
        let texts = ["Ranzen Schule", "Garten Schule", "Sport Ranzen"]
        let (one, other) = (count(texts), count(texts.reversed()))
        #expect(one.repeatedWords == other.repeatedWords && one.repeatedGrams == other.repeatedGrams)
    }

    @Test func `further words are known without being counted`() throws {
        let statistics = count(["Ball", "Netz"]).frozen(extra: ["fahrrad", "werkstatt"])
        let analyzer = try #require(Analyzer(statistics: statistics))
        #expect(analyzer.analysis(of: [Field("Fahrradwerkstatt")]).terms.count == 3)
    }
}
