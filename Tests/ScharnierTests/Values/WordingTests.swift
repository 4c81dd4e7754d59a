import Scharnier
import Testing

@Suite struct WordingTests {
    @Test func `a statement is told in the language asked for`() {
        let wording = Wording("Bedarf", "Need")
        #expect(wording.text(in: .german) == "Bedarf")
        #expect(wording.text(in: .english) == "Need")
        #expect(Language.allCases.map(\.rawValue) == ["de", "en"])
    }
}
