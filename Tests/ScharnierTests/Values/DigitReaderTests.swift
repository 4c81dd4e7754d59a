import Testing

@testable import Scharnier

@Suite struct DigitReaderTests {
    @Test func `numbers have exactly their width`() {
        var reader = DigitReader("20261".utf8)
        let numbers = [reader.number(4), reader.number(2), reader.number(1), reader.number(1)]
        #expect(numbers == [2026, nil, 1, nil])
        #expect(reader.isAtEnd)
    }

    @Test func `a character is passed only if it is next`() {
        var reader = DigitReader("T1".utf8)
        let passed = [reader.skip("Z"), reader.skip("T"), reader.skip("T")]
        #expect(passed == [false, true, false])
        #expect(!reader.isAtEnd)
    }

    @Test(arguments: ["１2", "+1", "-1", " 1", "1a"])
    func `only ASCII digits are digits`(text: String) {
        var reader = DigitReader(text.utf8)
        let number = reader.number(2)
        #expect(number == nil)
    }

    @Test(arguments: [("Z", 0), ("z", 0), ("+00:00", 0), ("+01:30", 90), ("-23:59", -1439)])
    func `an offset is minutes east of UTC`(text: String, minutes: Int) {
        var reader = DigitReader(text.utf8)
        let offset = reader.offset()
        #expect(offset == minutes)
        #expect(reader.isAtEnd)
    }
}
