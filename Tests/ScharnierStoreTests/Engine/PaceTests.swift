import Testing

@testable import ScharnierStore

@Suite struct PaceTests {
    let limits = WriterLimits()
    let pace = Pace()

    @Test func `on a disk that costs nothing a batch is short`() {
        #expect(pace.batchTime(limits) == .milliseconds(2))
        for _ in 0..<100 { pace.record(commit: .microseconds(80)) }
        #expect(pace.batchTime(limits) == .milliseconds(2))
    }

    @Test func `the slower the commits, the more jobs share one, up to a limit`() {
        for _ in 0..<100 { pace.record(commit: .milliseconds(4)) }
        #expect((Duration.milliseconds(7)...Duration.milliseconds(8)).contains(pace.batchTime(limits)))
        for _ in 0..<100 { pace.record(commit: .milliseconds(50)) }
        #expect(pace.batchTime(limits) == .milliseconds(20))
    }

    @Test func `one slow commit among many does not change much`() {
        for _ in 0..<100 { pace.record(commit: .microseconds(300)) }
        pace.record(commit: .milliseconds(2))
        #expect(pace.batchTime(limits) < .milliseconds(5))
    }

    @Test func `the wait that is expected is that of the average job`() {
        for _ in 0..<100 { pace.record(10, in: .milliseconds(1)) }
        #expect(
            (Duration.milliseconds(9)...Duration.milliseconds(10)).contains(pace.expectedWait(behind: 100)))
    }

    @Test func `whoever is alone waits for nobody`() {
        for _ in 0..<100 {
            pace.record(1, in: .milliseconds(1))
            pace.record(commit: .milliseconds(1))
        }
        let start = ContinuousClock.now
        #expect(pace.patience(from: start).time(with: 1, at: start) == .zero)
    }

    @Test func `a batch that is small for the time of day waits for one commit, a half-full one no longer`() {
        for _ in 0..<100 {
            pace.record(40, in: .milliseconds(1))
            pace.record(commit: .milliseconds(1))
        }
        let start = ContinuousClock.now
        let patience = pace.patience(from: start)
        let wait = patience.time(with: 1, at: start)
        #expect((Duration.microseconds(900)...Duration.milliseconds(1)).contains(wait))
        #expect(
            patience.time(with: 1, at: start.advanced(by: .microseconds(600))) == wait - .microseconds(600))
        #expect(patience.time(with: 1, at: start.advanced(by: .milliseconds(1))) == .zero)
        #expect(patience.time(with: 20, at: start) == .zero)
    }

    @Test func `however slow the disk is, nobody waits long for others`() {
        for _ in 0..<100 {
            pace.record(64, in: .seconds(1))
            pace.record(commit: .seconds(1))
        }
        let start = ContinuousClock.now
        #expect(pace.patience(from: start).time(with: 1, at: start) == .milliseconds(5))
    }
}
