import Scharnier
import Testing

@Suite struct DayTests {
    @Test(
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-21", 20_778),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2038-01-19", 24_855),
        ] as [(String, Int32)])
    func `a date is so many days after 1970`(text: String, number: Int32) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31",
        "2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32", "0000-01-01", "10000-01-01", "2026-1-01",
        "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T", "20260101", "2026-01", "",
        "-001-01-01", "+026-01-01", "２０２６-01-01", "2026-01-0a",
    ])
    func `what is no date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: ["2000-02-29", "2024-02-29", "2400-02-29", "1600-02-29", "2026-12-31", "2026-01-31"])
    func `leap days and ends of months are dates`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test func `the years 1 to 2400 follow one another, day by day`() {
        var first: Int32 = -719_162
        for year in 1...2400 {
            let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            // Whole years where leap days fall or fail, the first and last days of all others.
            let isWhole = year % 100 < 2 || year % 97 == 0 || (1970...2040).contains(year)
            #expect(isWhole ? everyDayIsRight(of: year, isLeap, from: first) : true, "\(year)")
            #expect(Day(number: first).parts == (year, 1, 1))
            first += isLeap ? 366 : 365
            #expect(Day(year: year, month: 12, day: 31)?.number == first - 1)
        }
    }

    private func everyDayIsRight(of year: Int, _ isLeap: Bool, from first: Int32) -> Bool {
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var number = first
        var isRight = true
        for (index, length) in lengths.enumerated() {
            for day in 1...length {
                isRight =
                    isRight && Day(number: number).parts == (year, index + 1, day)
                    && Day(year: year, month: index + 1, day: day)?.number == number
                number += 1
            }
            isRight = isRight && Day(year: year, month: index + 1, day: length + 1) == nil
        }
        return isRight
    }

    @Test func `texts are read back`() {
        for number in stride(from: Int32(-719_162), through: 2_932_896, by: 997) {
            #expect(Day(Day(number: number).description)?.number == number)
        }
    }

    @Test func `days are counted forwards and backwards`() {
        let day = Day.on("2024-02-28")
        #expect(day.adding(1) == .on("2024-02-29"))
        #expect(day.adding(2) == .on("2024-03-01"))
        #expect(day.adding(-59) == .on("2023-12-31"))
        #expect(Day.on("2024-03-01").days(since: day) == 2)
        #expect(day.days(since: .on("2024-03-01")) == -2)
        #expect(day < .on("2024-02-29"))
    }

    @Test func `counting stops at the ends of the calendar`() {
        #expect(Day(number: .max).adding(1).number == .max)
        #expect(Day(number: .min).adding(-1).number == .min)
    }
}
