import Testing

@testable import Scharnier

@Suite struct PhoneNumberLintTests {
    @Test(arguments: [
        "0231 1234567", "0231/1234567", "0231-1234567", "(0231) 1234567", "Tel.: 0231 / 12 34 567",
        "0231 50-12345",
        "01701234567", "0170 123 45 67", "0170/1234567", "+49 231 1234567", "+492311234567",
        "+49 (0) 231 1234567",
        "+49 (0)231 / 1234567", "0049 231 1234567", "+43 1 5321234", "+90 212 1234567", "02 31 / 12 34 56",
        "(02 31) 12 34 56", "030 12345678", "Anruf:0231 1234567.", "0231 – 1234567", "0231\u{A0}1234567",
        "0231 1234567 / 0170 1234567", "0231 1234567 oder 0170 7654321", "Musterstr. 5 0231/1234567",
        "44137 Dortmund 0231 1234567", "44137 0231 1234567", "seit 2019, Tel 0231 1234567", "(0) 231 1234567",
        "von 9-12 0231 1234567", "0800 1110111",
    ])
    func `a phone number is found however it is written`(text: String) {
        #expect(PersonalDataLint.holdsPhone(text))
        #expect(PersonalDataLint.blocking(text) == [.phone])
    }

    @Test(arguments: [(7, false), (8, true), (15, true), (16, false)])
    func `a number has 8 to 15 digits`(count: Int, isPhone: Bool) {
        let digits = "0231" + String(repeating: "5", count: count - 4)
        #expect(PersonalDataLint.holdsPhone(digits) == isPhone)
        #expect(PersonalDataLint.holdsPhone("+" + digits.dropFirst() + "5") == isPhone)
    }

    @Test(arguments: [
        "12345678", "2311234567", "1234 5678 9012", "00000000", "000 000 000", "+0", "+", "0", "0231",
        "0231 50-0",
        "0231, 1234567", "0231 bis 1234567", "021.231.4567",
    ])
    func `digits that no area code opens are none`(text: String) {
        #expect(!PersonalDataLint.holdsPhone(text))
    }
}
