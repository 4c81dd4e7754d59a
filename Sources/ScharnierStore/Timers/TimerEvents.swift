package import Scharnier

/// What the timers tell others; everything is called on their thread.
package struct TimerEvents: Sendable {
    /// What happened in one commit.
    package var fired: @Sendable ([TimerEffect]) -> Void = { _ in }

    /// Something could not be done to a record, which waits for another try.
    package var postponed: @Sendable (DueRecord, any Error) -> Void = { _, _ in }

    /// By how much the wall clock is ahead of the time that has passed, so that nothing is done; zero once it agrees.
    package var distrusted: @Sendable (Duration) -> Void = { _ in }

    /// What was past its period was removed, as every day.
    package var retained: @Sendable (RetentionRun) -> Void = { _ in }

    /// The last run is so long ago that none begins by itself: the clock may be wrong.
    package var retentionRested: @Sendable (Instant) -> Void = { _ in }

    /// The daily run could not be done, and is tried again.
    package var retentionFailed: @Sendable (any Error) -> Void = { _ in }

    /// Makes events that nobody hears of.
    package init() {}
}
