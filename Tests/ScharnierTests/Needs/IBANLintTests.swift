import Testing

@testable import Scharnier

@Suite struct IBANLintTests {
    /// The examples of the ISO 13616 registry.
    static let examples: [String] = [
        "DE89370400440532013000", "AT611904300234573201", "CH9300762011623852957", "NL91ABNA0417164300",
        "GB29NWBK60161331926819", "FR1420041010050500013M02606", "NO9386011117947",
        "TR330006100519786457841326",
        "PL61109010140000071219812874", "BE68539007547034", "MT84MALT011000012345MTLCAST001S",
        "ES9121000418450200051332",
    ]

    @Test(arguments: examples)
    func `an IBAN is found`(iban: String) {
        #expect(PersonalDataLint.holdsIBAN(iban))
        #expect(PersonalDataLint.holdsIBAN("Spenden an \(iban), danke!"))
        #expect(PersonalDataLint.holdsIBAN(iban.lowercased()))
    }

    @Test(arguments: examples)
    func `so it is in groups of four`(iban: String) {
        for separator in [" ", "-", "\u{A0}"] {
            let groups = stride(from: 0, to: iban.count, by: 4).map { iban.dropFirst($0).prefix(4) }
            #expect(
                PersonalDataLint.holdsIBAN("IBAN: \(groups.joined(separator: separator)) bei der Sparkasse"))
        }
    }

    @Test func `a country in capitals may stand apart`() {
        #expect(PersonalDataLint.holdsIBAN("DE 89 3704 0044 0532 0130 00"))
        #expect(!PersonalDataLint.holdsIBAN("de 89 3704 0044 0532 0130 00"))
    }

    @Test(arguments: examples)
    func `one wrong digit, and it is none`(iban: String) {
        for position in iban.indices where iban[position].isNumber {
            var digits = iban
            let wrong = iban[position] == "5" ? "6" : "5"
            digits.replaceSubrange(position...position, with: wrong)
            #expect(!PersonalDataLint.holdsIBAN(digits), "\(digits)")
        }
    }

    @Test(arguments: [
        "DE8937040044053201300", "XX89370400440532013000", "DE89", "DE", "D", "", "XDE89370400440532013000",
        "1DE89370400440532013000", "DE89  3704 0044 0532 0130 00", "DE89.3704.0044.0532.0130.00",
        "ÄDE89370400440532013000",
    ])
    func `what is cut, unknown or inside a word is none`(text: String) {
        #expect(!PersonalDataLint.holdsIBAN(text))
    }
}
