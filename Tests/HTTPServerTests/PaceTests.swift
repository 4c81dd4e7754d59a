import Testing

@testable import HTTPServer

@Suite struct PaceTests {
    private static let second: Int64 = 1_000_000_000
    private let pace = Pace(TimeLimits())

    @Test(arguments: [(0, 5), (2_500, 5), (5_000, 10), (1_000_000, 60)])
    func `content earns time by its octets, up to the whole time`(received: Int, seconds: Int64) {
        let start = 7 * Self.second
        #expect(
            pace.bodyDeadline(start: start, received: received, within: pace.body) == start + seconds
                * Self.second)
    }

    @Test(arguments: [(0, 2), (1_000, 2), (5_000, 10), (40_000_000, 30)])
    func `refused content earns time like other content, but less in all`(received: Int, seconds: Int64) {
        let start = 7 * Self.second
        #expect(pace.lingerEnd(start: start, received: received) == start + seconds * Self.second)
    }

    @Test func `an answer has to go on and to be fast enough`() {
        let (start, progress) = (7 * Self.second, 9 * Self.second)
        #expect(pace.sendDeadline(start: start, lastProgress: start, sent: 0) == 12 * Self.second)
        #expect(pace.sendDeadline(start: start, lastProgress: progress, sent: 1 << 40) == 69 * Self.second)
    }

    @Test func `durations become nanoseconds`() {
        #expect(Duration.milliseconds(1_500).nanoseconds == 1_500_000_000)
        #expect(Duration.seconds(Int64.max).nanoseconds > 0)
    }

    @Test func `time in which the loop did not run does not count`() {
        var clock = LoopClock(monotonic: 100)
        clock.advance(to: 100 + 2 * Self.second, expected: 2 * Self.second)
        #expect(clock.now == 2 * Self.second)
        clock.advance(to: 100 + 3_600 * Self.second, expected: 0)
        #expect(clock.now == 3 * Self.second)
        clock.advance(to: 0, expected: 0)
        #expect(clock.now == 3 * Self.second)
    }

    @Test func `entries that nobody needs are thrown away, and the others stay in order`() {
        var queue = DeadlineQueue()
        for moment in (1...100).reversed() { queue.insert(UInt64(moment), at: Int64(moment)) }
        queue.removeAll { $0.key % 10 != 0 }
        #expect(queue.count == 10)
        var due: [Int64] = []
        while let entry = queue.removeDue(at: 100) { due.append(entry.moment) }
        #expect(due == Array(stride(from: 10, through: 100, by: 10)))
    }

    @Test func `deadlines come out in order`() {
        var queue = DeadlineQueue()
        let moments: [Int64] = [5, 3, 9, 1, 7, 3, 8, 2, 6, 4]
        for moment in moments { queue.insert(UInt64(moment), at: moment) }
        #expect(queue.earliest == 1)
        var due: [Int64] = []
        while let entry = queue.removeDue(at: 6) { due.append(entry.moment) }
        #expect(due == [1, 2, 3, 3, 4, 5, 6])
        #expect(queue.count == 3)
        #expect(queue.earliest == 7)
    }
}
