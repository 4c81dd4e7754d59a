import HTTPWire
import Metrics
import Scharnier
import ScharnierAPI
import ScharnierStore

/// What is counted and measured in a running service (operations.md §10).
final class ServiceMetrics: Sendable {
    let commits = Histogram(bounds: Histogram.times)
    let batches = Histogram(bounds: Histogram.sizes)
    let feedHead = Gauge()

    /// By their place among ``TimerEffect``.
    let timerEffects = CounterTable(limit: TimerEffect.allCases.count)
    let timersPostponed = Counter()

    /// By their place among ``RetentionRule``.
    let retainedRows = CounterTable(limit: RetentionRule.allCases.count)
    let clockDifference = Gauge()
    let requests: RequestMetrics
    let deprecations: DeprecationMetrics

    init(routes: [Route]) {
        requests = RequestMetrics(routes: routes)
        deprecations = DeprecationMetrics(routes: routes)
    }

    /// Counts a batch of the writer.
    func record(_ report: BatchReport) {
        batches.record(Int64(report.jobs))
        commits.record(report.time.nanoseconds)
    }

    /// What the store tells, counted here.
    var events: StoreEvents {
        var events = StoreEvents()
        events.measured = { self.record($0) }
        events.committed = { self.feedHead.set($0) }
        return events
    }
}
