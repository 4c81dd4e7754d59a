/// Lets one thread sleep until a moment of the wall clock, which others may bring forward.
///
/// Moments are milliseconds since 1970. A clock that is set past the moment wakes the sleeper too.
package final class Alarm: Sendable {
    private let state = Monitor(State())

    private struct State {
        /// What the sleeper waits for, or will when it lies down.
        var moment = Int64.max
        var isAsleep = false
        var isStopped = false
    }

    /// An alarm at which nobody sleeps yet.
    package init() {}

    /// Whether somebody sleeps at it.
    package var isAsleep: Bool { state.look { $0.isAsleep } }

    /// Has the sleeper wake at `moment`, if it would sleep longer.
    package func ring(at moment: Int64) {
        let isEarlier = state.look { moment < $0.moment }
        guard isEarlier else { return }
        state.change { $0.moment = min($0.moment, moment) }
    }

    /// Has the sleeper wake now, and never sleep again.
    package func stop() {
        state.changeForAll { $0.isStopped = true }
    }

    /// Sleeps until `moment` or an earlier one that somebody named since the last sleep.
    ///
    /// - Returns: false if it was stopped.
    package func sleep(until moment: Int64) -> Bool {
        state.look { state in
            state.moment = min(state.moment, moment)
            state.isAsleep = true
        }
        let isStopped: Bool? = state.wait(until: \.moment) { $0.isStopped ? true : nil }
        state.look { state in
            state.moment = .max
            state.isAsleep = false
        }
        return isStopped == nil
    }
}
