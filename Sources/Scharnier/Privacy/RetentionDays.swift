// When the daily run is due, and when it does not dare to begin.

extension RetentionRun {
    /// Hours after midnight in the city: when hardly anybody works.
    static let hour = 3

    /// Days without a run after which none begins by itself.
    ///
    /// Either the service was off for long, or its clock is wrong since the machine was started: a wrong clock must not
    /// delete a city's data (operations.md §5). A run that somebody asks for ends the pause.
    package static let longestPause = 30

    /// When the next daily run is due after one at `last`.
    package static func due(after last: Instant) -> Instant {
        let today = LocalTime.day(at: last)
        return [today, today.adding(1)].map { LocalTime.start(of: $0).adding(seconds: Int64(hour) * 3600) }
            .first { $0 > last } ?? last.adding(days: 1)
    }

    /// Whether a run may begin by itself at `now` after the last one.
    package static func mayBegin(at now: Instant, after last: Instant) -> Bool {
        now < last.adding(days: longestPause)
    }
}
