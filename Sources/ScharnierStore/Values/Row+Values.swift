import SQLite
import Scharnier

extension Row {
    /// Two columns: the first day, and the day after the last.
    mutating func days() throws(SQLiteError) -> DayRange {
        DayRange(from: try next(), to: try next())
    }

    /// Codes that the program knows.
    mutating func words<Word: RawRepresentable<String>>(_ type: Word.Type = Word.self) throws -> [Word] {
        let list: CodeList = try next()
        guard let words: [Word] = list.words() else { throw UnknownCode(codes: list.codes) }
        return words
    }

    /// Codes as they stand.
    mutating func codes() throws(SQLiteError) -> [String] {
        try next(CodeList.self).codes
    }

    /// Six columns: kind, start, end, days, hours.
    mutating func schedule() throws(SQLiteError) -> Schedule {
        Schedule(
            kind: try next(), startsAt: try next(), endsAt: try next(), days: try days(),
            hoursPerWeek: try next())
    }
}

extension Schedule {
    static let columns: SQL = "schedule, startsAt, endsAt, daysFrom, daysTo, hoursPerWeek"

    func write(to row: inout RowWriter) {
        row.add(kind)
        row.add(startsAt)
        row.add(endsAt)
        row.add(days.from)
        row.add(days.to)
        row.add(hoursPerWeek)
    }
}

/// A list holds a code that this program does not know: the file was written by another version.
struct UnknownCode: Error, Equatable {
    let codes: [String]
}
