import Synchronization

/// A number that only grows; any thread may add to it.
package final class Counter: Sendable {
    private let count = Atomic<Int64>(0)

    /// A counter at zero.
    package init() {}

    /// What has been counted so far.
    package var value: Int64 { count.load(ordering: .relaxed) }

    /// Counts more; wraps around after 292 years of a billion a second.
    package func add(_ amount: Int64 = 1) {
        count.wrappingAdd(amount, ordering: .relaxed)
    }
}

/// A number that goes up and down; any thread may set it.
package final class Gauge: Sendable {
    private let state: Atomic<Int64>

    /// A gauge that shows `value` until it is set.
    package init(_ value: Int64 = 0) { state = Atomic(value) }

    /// What was set last.
    package var value: Int64 { state.load(ordering: .relaxed) }

    /// Shows `value` from now on.
    package func set(_ value: Int64) { state.store(value, ordering: .relaxed) }
}
