/// The time of one event loop in nanoseconds: monotonic time without the spells in which the loop did not run.
///
/// After SIGSTOP, a paused machine or a long stall, clients must not be judged by time they could not use.
struct LoopClock {
    /// Waiting this much longer than asked for is taken for a stop, not for load.
    private static let tolerance: Int64 = 1_000_000_000

    private(set) var now: Int64 = 0
    private var last: Int64

    /// A clock that shows 0 at this moment of monotonic time.
    init(monotonic: Int64) {
        last = monotonic
    }

    /// Moves on to a moment of monotonic time after having waited for at most `expected`.
    mutating func advance(to monotonic: Int64, expected: Int64) {
        let elapsed = max(0, monotonic - last)
        last = monotonic
        now += min(elapsed, expected + Self.tolerance)
    }
}
