/// A bucket that is refilled without pause, known by the moment at which it will be full.
///
/// That one number says all (the "virtual scheduling" of GCRA, ITU-T I.371): each request moves it by the time in which
/// room for one grows back; a request that would move it further ahead than the bucket is deep is refused.
package struct TokenBucket: Sendable {
    /// The moment, in nanoseconds of a clock that never goes back.
    package private(set) var fullAt: Int64 = .min

    /// Makes a full bucket.
    package init() {}

    /// Whether there is room for one more.
    package func hasRoom(_ quota: Quota, at now: Int64) -> Bool {
        max(fullAt, now) + quota.interval <= now + quota.window
    }

    /// Counts a request.
    package mutating func take(_ quota: Quota, at now: Int64) {
        fullAt = max(fullAt, now) + quota.interval
    }

    /// Undoes a take: what was answered cost nothing.
    package mutating func giveBack(_ quota: Quota) {
        fullAt -= quota.interval
    }

    /// Requests there is room for.
    package func remaining(_ quota: Quota, at now: Int64) -> Int {
        Int(max(0, now + quota.window - max(fullAt, now)) / quota.interval)
    }

    /// Whole seconds, rounded up and at least one, until there is room for one more than now.
    package func secondsToNext(_ quota: Quota, at now: Int64) -> Int64 {
        let room = Int64(remaining(quota, at: now) + 1) * quota.interval
        let wait = max(fullAt, now) + room - quota.window - now
        return max(1, (wait + 999_999_999) / 1_000_000_000)
    }

    /// Whether it says no more than none at all.
    package func isFull(at now: Int64) -> Bool { fullAt <= now }
}
