/// How long one turn of a loop has been going on: what was ready when it began has waited that long.
///
/// All that is ready is reported at once, so a turn ends when everybody has been heard, and nobody waits longer than
/// two turns. Answers given on the loop's own thread show as long turns, never as owed answers. Refusing is cheap:
/// with turns of at most 400 ms of work, refusing all of 4,096 connections at 10 µs each costs a tenth of the time.
struct Turn {
    /// As many answers in one turn are no overload, however long they take: an idle machine refuses nobody.
    static let freeAnswers = 32
    /// The same in a turn that follows a long one: what stands in line is then no burst any more.
    static let freeAnswersInLine = 4
    /// Work in one turn; two turns and the refusals in them stay below one second.
    static let limit: Int64 = 400_000_000
    /// The clock is read once for so many answers.
    private static let stride = 4
    /// No step counts for more: a stop of the process is not work, and is not to be taken for a long turn.
    private static let longestStep: Int64 = 180_000_000

    private static let thresholds = Strain.Thresholds(limit: limit)

    private var answers = 0
    private var lastReading: Int64 = 0
    private var elapsed: Int64 = 0
    private var freeAnswers = Self.freeAnswers

    private(set) var strain = Strain.none

    /// A turn begins at a moment of monotonic time.
    mutating func begin(at moment: Int64) {
        let wasLong = elapsed >= Self.thresholds.anonymousReads && answers > Self.freeAnswersInLine
        freeAnswers = wasLong ? Self.freeAnswersInLine : Self.freeAnswers
        answers = 0
        lastReading = moment
        elapsed = 0
        strain = .none
    }

    /// One more request is to be answered; `readClock` gives monotonic nanoseconds.
    @inline(__always)
    mutating func noteAnswer(_ readClock: () -> Int64) {
        answers += 1
        if answers % Self.stride == 0 { measure(readClock()) }
    }

    private mutating func measure(_ moment: Int64) {
        elapsed += min(max(0, moment - lastReading), Self.longestStep)
        lastReading = moment
        strain = answers > freeAnswers ? Self.thresholds.strain(at: elapsed) : .none
    }
}
