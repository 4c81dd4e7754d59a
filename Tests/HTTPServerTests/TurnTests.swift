import Testing

@testable import HTTPServer

@Suite struct TurnTests {
    private static let millisecond: Int64 = 1_000_000

    /// The strain after so many answers of so many milliseconds in one turn, which may follow another.
    private func strain(answers: Int, milliseconds: Int64, after previous: Int = 0) -> Strain {
        var turn = Turn()
        var clock: Int64 = 5
        turn.begin(at: clock)
        for _ in 0..<previous {
            clock += milliseconds * Self.millisecond
            turn.noteAnswer { clock }
        }
        turn.begin(at: clock)
        for _ in 0..<answers {
            clock += milliseconds * Self.millisecond
            turn.noteAnswer { clock }
        }
        return turn.strain
    }

    @Test func `few answers are no overload, however long they take`() {
        #expect(strain(answers: 32, milliseconds: 1_000) == .none)
    }

    @Test func `many quick answers are no overload`() {
        #expect(strain(answers: 8_000, milliseconds: 0) == .none)
        #expect(strain(answers: 196, milliseconds: 1) == .none)
    }

    @Test(arguments: [
        (200, Strain.anonymousReads), (296, .anonymousReads), (300, .reads), (396, .reads),
        (400, .everything),
    ])
    func `the longer a turn takes, the more are refused`(answers: Int, strain: Strain) {
        #expect(self.strain(answers: answers, milliseconds: 1) == strain)
    }

    @Test func `after a long turn fewer answers are free`() {
        #expect(strain(answers: 8, milliseconds: 45, after: 8) == .reads)
        #expect(strain(answers: 8, milliseconds: 45, after: 4) == .none, "one slow answer is no line")
        #expect(strain(answers: 4, milliseconds: 1_000, after: 8) == .none)
    }

    @Test func `a new turn is without strain`() {
        var turn = Turn()
        turn.begin(at: 0)
        for number in 1...100 { turn.noteAnswer { Int64(number) * 10 * Self.millisecond } }
        #expect(turn.strain == .everything)
        turn.begin(at: 1_000 * Self.millisecond)
        #expect(turn.strain == .none)
        for _ in 1...100 { turn.noteAnswer { 1_000 * Self.millisecond } }
        #expect(turn.strain == .none)
    }

    @Test func `a process that was stopped is not overloaded`() {
        var turn = Turn()
        turn.begin(at: 0)
        for _ in 1...8_000 { turn.noteAnswer { 3_600_000 * Self.millisecond } }
        #expect(turn.strain == .none)
    }
}
