import Glibc
package import Scharnier

/// The system's clock of the day.
package enum WallClock {
    /// The moment, to the millisecond.
    package static func now() -> Instant {
        var time = timespec()
        // Safe because the call fills the structure it is given; it cannot fail for this clock.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
