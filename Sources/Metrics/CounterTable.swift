import Synchronization

/// Counters by a number that stands for their labels; their count is bounded.
package final class CounterTable: Sendable {
    private let counts = Mutex<[Int: Int64]>([:])
    private let limit: Int

    /// The key of everything that came after the table was full.
    package static let overflow = -1

    /// An empty table of at most `limit` counters, and one for the rest.
    package init(limit: Int) {
        self.limit = limit
    }

    /// Counts `more` for `key`.
    package func add(_ key: Int, _ more: Int64 = 1) {
        counts.withLock { counts in
            if let count = counts[key] {
                counts[key] = count + more
            } else {
                counts[counts.count < limit ? key : Self.overflow, default: 0] += more
            }
        }
    }

    /// All counters, in the order of their keys.
    package var all: [(key: Int, count: Int64)] {
        counts.withLock { $0.map { (key: $0.key, count: $0.value) } }.sorted { $0.key < $1.key }
    }
}
