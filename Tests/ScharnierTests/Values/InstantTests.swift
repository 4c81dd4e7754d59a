import Testing

@testable import Scharnier

@Suite struct InstantTests {
    @Test(
        arguments: [
            ("2026-11-21T09:30:00Z", 1_795_253_400_000), ("2026-11-21T09:30:00.000Z", 1_795_253_400_000),
            ("2026-11-21t09:30:00z", 1_795_253_400_000), ("2026-11-21T10:30:00+01:00", 1_795_253_400_000),
            ("2026-11-21T04:00:00-05:30", 1_795_253_400_000),
            ("2026-11-22T09:29:00+23:59", 1_795_253_400_000),
            ("2026-11-21T09:30:00-00:00", 1_795_253_400_000), ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59.999Z", -1), ("1969-07-20T20:17:40Z", -14_182_940_000),
            ("2038-01-19T03:14:08Z", 2_147_483_648_000), ("2106-02-07T06:28:16Z", 4_294_967_296_000),
        ] as [(String, Int64)])
    func `RFC 3339 is read with any offset`(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test(
        arguments: [
            (".1", 100), (".12", 120), (".123", 123), (".1239", 123), (".123999999", 123), (".000000000", 0),
            (".999999999", 999), ("", 0), (".05", 50), (".009", 9),
        ] as [(String, Int64)])
    func `a fraction of 0 to 9 digits is cut to milliseconds`(fraction: String, milliseconds: Int64) {
        #expect(Instant("1970-01-01T00:00:00\(fraction)Z")?.milliseconds == milliseconds)
    }

    @Test func `a fraction before 1970 counts forwards too`() {
        #expect(Instant("1969-12-31T23:59:59.250Z")?.milliseconds == -750)
    }

    @Test(arguments: [
        "2026-11-21T09:30:60Z", "2016-12-31T23:59:60Z", "2026-11-21T24:00:00Z", "2026-11-21T09:60:00Z",
        "2026-11-21T09:30:00", "2026-11-21 09:30:00Z", "2026-11-21T09:30Z", "2026-11-21T09:30:00.Z",
        "2026-11-21T09:30:00.1234567890Z", "2026-11-21T09:30:00,5Z", "2026-11-21T09:30:00+24:00",
        "2026-11-21T09:30:00+01:60", "2026-11-21T09:30:00+0100", "2026-11-21T09:30:00+01",
        "2026-02-29T00:00:00Z",
        "2026-11-21T09:30:00Z ", "2026-11-21T9:30:00Z", "2026-11-21", "", "2026-11-21T-9:30:00Z",
        "2026-11-21T09:30:00ZZ", "+2026-11-21T09:30:00Z",
    ])
    func `any other form is refused, a leap second too`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `the years are 1 to 9999 in UTC`() {
        #expect(Instant("0001-01-01T00:00:00Z")?.description == "0001-01-01T00:00:00.000Z")
        #expect(Instant("9999-12-31T23:59:59.999Z")?.description == "9999-12-31T23:59:59.999Z")
        #expect(Instant("0000-12-31T23:59:59Z") == nil)
        #expect(Instant("0001-01-01T00:00:00+00:01") == nil)
        #expect(Instant("9999-12-31T23:59:59-00:01") == nil)
        #expect(Instant("10000-01-01T00:00:00Z") == nil)
    }

    @Test func `what is written is read back`() {
        var generator = SeededGenerator(seed: 5)
        let first = Instant.at("0001-01-01T00:00:00Z").milliseconds
        let last = Instant.at("9999-12-31T23:59:59.999Z").milliseconds
        for _ in 0..<2_000 {
            let instant = Instant(milliseconds: .random(in: first...last, using: &generator))
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test func `every part of a moment is written with all its digits`() {
        for (milliseconds, text) in [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_795_253_409_007, "2026-11-21T09:30:09.007Z"),
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
            (253_402_300_800_000, "10000-01-01T00:00:00.000Z"),
        ] as [(Int64, String)] {
            #expect(Instant(milliseconds: milliseconds).description == text)
        }
    }

    @Test func `an offset moves the moment, not the text it is written as`() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<500 {
            let hours = Int.random(in: 0...23, using: &generator)
            let minutes = Int.random(in: 0...59, using: &generator)
            let offset = [hours, minutes].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
            let span = Int64(hours * 3600 + minutes * 60)
            let utc = Instant.at("2026-11-21T09:30:00Z")
            #expect(Instant("2026-11-21T09:30:00+\(offset)") == utc.adding(seconds: -span))
            #expect(Instant("2026-11-21T09:30:00-\(offset)") == utc.adding(seconds: span))
        }
    }

    @Test func `spans are added and saturate at the ends of time`() {
        let instant = Instant(milliseconds: 5)
        #expect(instant.adding(days: 1).milliseconds == 86_400_005)
        #expect(instant.adding(seconds: -1).milliseconds == -995)
        #expect(instant.adding(days: .max).milliseconds == .max)
        #expect(instant.adding(days: .min).milliseconds == .min)
        #expect(instant.adding(seconds: .max).milliseconds == .max)
        #expect(instant.adding(seconds: .min).milliseconds == .min)
        #expect(Instant(milliseconds: .max).adding(seconds: 1).milliseconds == .max)
        #expect(Instant(milliseconds: .min).adding(seconds: -1).milliseconds == .min)
    }

    @Test func `the ends of time can be written`() {
        #expect(Instant(milliseconds: .max).description.hasSuffix("Z"))
        #expect(Instant(milliseconds: .min).description.hasSuffix("Z"))
    }

    @Test(
        arguments: [(7, 2, 3), (-7, 2, -4), (-8, 2, -4), (0, 5, 0), (-1, 86_400_000, -1)]
            as [(Int64, Int64, Int64)])
    func `a quotient is rounded towards negative infinity`(number: Int64, divisor: Int64, quotient: Int64) {
        #expect(number.flooredQuotient(divisor) == quotient)
    }
}
