/// Counts values by size, in buckets fixed at the beginning; any thread may record.
package final class Histogram: Sendable {
    /// Upper bounds of the buckets, each in it, rising; what is larger goes into one more.
    let bounds: [Int64]

    private let buckets: [Counter]
    private let total = Counter()

    /// An empty histogram with buckets up to each of `bounds`, which rise.
    package init(bounds: [Int64]) {
        self.bounds = bounds
        buckets = (0...bounds.count).map { _ in Counter() }
    }

    /// Counts a value.
    package func record(_ value: Int64) {
        buckets[bounds.firstIndex { value <= $0 } ?? bounds.count].add()
        total.add(value)
    }

    /// The sum of all values.
    package var sum: Int64 { total.value }

    /// How many values were at most each bound, and last how many there were.
    package var cumulative: [Int64] {
        var running: Int64 = 0
        return buckets.map { bucket in
            running += bucket.value
            return running
        }
    }

    /// Whether nothing was recorded yet.
    package var isEmpty: Bool { buckets.allSatisfy { $0.value == 0 } }
}

extension Histogram {
    /// Bounds for times in nanoseconds, from half a millisecond to ten seconds.
    ///
    /// Close together where the promises lie (5 ms, 100 ms, 1 s), so that a percentile tells whether one is kept.
    package static let times: [Int64] = [
        500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000,
        250_000_000,
        500_000_000, 1_000_000_000, 2_500_000_000, 10_000_000_000,
    ]

    /// Bounds for numbers of things that are done together.
    package static let sizes: [Int64] = [1, 2, 4, 8, 16, 32, 64, 128, 256]
}
