import Scharnier
import Synchronization

/// How long a request waited for its turn in the store, and how long it then had the store, in nanoseconds.
package struct StoreTimes: Hashable, Sendable {
    /// Until its transaction began; all the time if it never did.
    package let queued: Int64

    /// From then on until its result was there: for a write that is the commit.
    package let working: Int64

    /// From three moments of one clock; `begun` is 0 when its turn never came.
    init(asked: Int64, begun: Int64, ended: Int64) {
        queued = (begun == 0 ? ended : begun) - asked
        working = begun == 0 ? 0 : ended - begun
    }
}

/// Takes the times of a request that another thread serves.
final class StoreTurn: Sendable {
    private let asked: Int64
    private let begun = Atomic<Int64>(0)
    private let readClock: @Sendable () -> Int64

    init(_ readClock: @escaping @Sendable () -> Int64) {
        self.readClock = readClock
        asked = readClock()
    }

    /// Its transaction begins; a second try is no new turn.
    func begin() {
        _ = begun.compareExchange(expected: 0, desired: readClock(), ordering: .relaxed)
    }

    /// What is done in a transaction, with its beginning noted.
    func timing(_ work: @escaping API.Transaction) -> API.Transaction {
        { [self] tx in
            begin()
            return try work(tx)
        }
    }

    /// The times, now that the result is there.
    func ended() -> StoreTimes {
        StoreTimes(asked: asked, begun: begun.load(ordering: .relaxed), ended: readClock())
    }
}
