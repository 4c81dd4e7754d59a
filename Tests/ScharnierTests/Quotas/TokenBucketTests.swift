import Scharnier
import Testing

@Suite struct TokenBucketTests {
    private let quota = Quota("test", 120, per: 60)

    /// Sends at these moments, in nanoseconds, and says how many were let through.
    private func passed(_ moments: some Sequence<Int64>, _ quota: Quota) -> Int {
        var (bucket, count) = (TokenBucket(), 0)
        for now in moments where bucket.hasRoom(quota, at: now) {
            bucket.take(quota, at: now)
            count += 1
        }
        return count
    }

    @Test func `a full bucket takes the whole quota at once, and no more`() {
        #expect(passed(repeatElement(5, count: 500), quota) == 120)
    }

    @Test(arguments: [1, 7, 60, 600, 999])
    func `over a long time the measured rate is the quota within five percent`(_ requests: Int) {
        let quota = Quota("test", requests)
        // Ten windows, three times as many requests as are allowed, after the burst of the first.
        let count = 30 * requests
        let step = 600_000_000_000 / Int64(count)
        let passed = passed((0..<Int64(count)).map { $0 * step }, quota)
        let allowed = 11 * Double(requests)
        #expect(abs(Double(passed) - allowed) <= max(1, 0.05 * allowed), "\(passed) of \(allowed)")
    }

    @Test func `what is left and when there is more is told`() {
        var bucket = TokenBucket()
        #expect(bucket.remaining(quota, at: 0) == 120)
        for _ in 0..<119 { bucket.take(quota, at: 0) }
        #expect(bucket.remaining(quota, at: 0) == 1)
        bucket.take(quota, at: 0)
        #expect(bucket.remaining(quota, at: 0) == 0 && !bucket.hasRoom(quota, at: 0))
        #expect(bucket.secondsToNext(quota, at: 0) == 1)
        #expect(!bucket.hasRoom(quota, at: 499_999_999))
        #expect(bucket.hasRoom(quota, at: 500_000_000))
        let slow = Quota("test", 1, per: 60)
        var single = TokenBucket()
        single.take(slow, at: 0)
        #expect(single.secondsToNext(slow, at: 0) == 60)
        #expect(single.secondsToNext(slow, at: 59_000_000_001) == 1)
        #expect(single.hasRoom(slow, at: 60_000_000_000))
    }

    @Test func `what is given back is there again`() {
        var bucket = TokenBucket()
        for _ in 0..<120 { bucket.take(quota, at: 0) }
        bucket.giveBack(quota)
        #expect(bucket.remaining(quota, at: 0) == 1)
    }
}
