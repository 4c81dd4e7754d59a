import Scharnier

/// Whether the wall clock went as fast as time did: one that was set must not end what people rely on.
///
/// Once wall clock and monotonic clock differ by more than an hour since the last time they agreed, nothing is done
/// until they agree again, or the service is started anew, which takes the clock as it is (operations.md §5).
struct ClockTrust: Sendable {
    /// By how much a clock may be set at once.
    static let tolerance = Duration.seconds(3600)

    private var agreed: (wall: Instant, steady: ContinuousClock.Instant)?

    /// Compares the clocks as they are now.
    ///
    /// - Returns: by how much the wall clock is ahead, if that is too much.
    mutating func difference(wall: Instant, steady: ContinuousClock.Instant) -> Duration? {
        guard let agreed else {
            self.agreed = (wall, steady)
            return nil
        }
        let shown = Duration.milliseconds(wall.milliseconds - agreed.wall.milliseconds)
        let difference = shown - (steady - agreed.steady)
        guard abs(difference) <= Self.tolerance else { return difference }
        self.agreed = (wall, steady)
        return nil
    }

    private func abs(_ duration: Duration) -> Duration { duration < .zero ? .zero - duration : duration }
}
