import SQLite
import Scharnier
import Synchronization

/// Tells whoever waits for the next moment of a record when a commit brings a nearer one.
final class DueNotice: Sendable {
    /// The earliest moment of the transaction under way, which only the writer's thread touches.
    private let earliest = Atomic(Int64.max)
    let alarm = Alarm()

    /// Notes on the writer's thread that the transaction under way makes something due at `moment`.
    func note(_ moment: Instant?) {
        guard let moment, moment.milliseconds < earliest.load(ordering: .relaxed) else { return }
        earliest.store(moment.milliseconds, ordering: .relaxed)
    }

    /// Tells it after the commit: whoever wakes finds what was written.
    func publish() {
        let moment = earliest.exchange(.max, ordering: .relaxed)
        if moment < .max { alarm.ring(at: moment) }
    }
}
