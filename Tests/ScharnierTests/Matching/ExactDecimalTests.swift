import Testing

@testable import Scharnier

@Suite struct ExactDecimalTests {
    @Test(arguments: [
        ("1", "2"), ("9", "10"), ("-1", "1"), ("-2", "-1"), ("-10", "-9"), ("0.1", "0.2"), ("0.09", "0.1"),
        ("1.25", "1.3"), ("-1.3", "-1.25"), ("-0.1", "0"), ("0", "0.000000000000000001"),
        ("9007199254740992", "9007199254740993"), ("0.30000000000000004", "0.30000000000000005"),
        ("99999999999999999", "100000000000000000"), ("-0.5", "0.4"),
    ])
    func `the smaller number comes first, exactly`(_ smaller: String, _ larger: String) throws {
        let (one, two) = (try #require(ExactDecimal(smaller)), try #require(ExactDecimal(larger)))
        #expect(one < two)
        #expect(!(two < one))
        #expect(one != two)
    }

    @Test(arguments: [("1", "1.0"), ("01", "1"), ("-0", "0"), ("0.50", "0.5"), ("-0.0", "0")])
    func `another way to write a number is the same number`(_ one: String, _ other: String) throws {
        let (one, two) = (try #require(ExactDecimal(one)), try #require(ExactDecimal(other)))
        #expect(one == two)
        #expect(!(one < two) && !(two < one))
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "1.2.3", "1,5", "+1", "1e3", "NaN", " 1", "--1", "1234567890123456789",
        "0.1234567890123456789",
    ])
    func `what is no decimal number is not read`(_ text: String) {
        #expect(ExactDecimal(text) == nil)
    }
}
