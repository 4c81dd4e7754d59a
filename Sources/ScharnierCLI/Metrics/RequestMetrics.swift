import HTTPWire
import Metrics
import ScharnierAPI

/// Counts requests by route, method and status, and how long they take by route.
///
/// Labels are bounded: routes and methods are fixed lists, a status has three digits.
final class RequestMetrics: Sendable {
    /// More than routes have answers of different status in practice; beyond it they are counted as one.
    private static let mostCounters = 4_096

    private let counts = CounterTable(limit: RequestMetrics.mostCounters)
    private let durations: [Histogram]

    /// The templates of all routes, once each, and last one for requests without a route.
    private let templates: [String]

    /// Where the template of each route stands in ``templates``.
    private let places: [Int]

    init(routes: [Route]) {
        var templates: [String] = []
        places = routes.map { route in
            if let place = templates.firstIndex(of: route.template) { return place }
            templates.append(route.template)
            return templates.count - 1
        }
        templates.append("none")
        self.templates = templates
        durations = templates.map { _ in Histogram(bounds: Histogram.times) }
    }

    /// Counts a request.
    func record(_ record: RequestRecord) {
        let place = record.route.map { places[$0] } ?? templates.count - 1
        counts.add(place << 16 | Self.number(of: record.method) << 12 | record.status)
        durations[place].record(record.duration)
    }

    private static let methods: [Method?] = [nil, .get, .head, .post, .patch, .put, .delete, .options]

    /// A status needs ten bits; the four above them hold the method.
    private static func number(of method: Method?) -> Int { methods.firstIndex(of: method) ?? 0 }

    /// `scharnier_http_requests_total`.
    func writeCounts(_ name: String, _ text: inout MetricsText) {
        for (key, count) in counts.all {
            text.sample(name, count, labels: labels(of: key))
        }
    }

    private func labels(of key: Int) -> [MetricsText.Label] {
        guard key != CounterTable.overflow else {
            return [("route", "other"), ("method", "other"), ("status", "other")]
        }
        let method = Self.methods[key >> 12 & 0xf]?.name ?? "other"
        return [("route", templates[key >> 16]), ("method", method), ("status", "\(key & 0xfff)")]
    }

    /// `scharnier_http_request_duration_seconds`, of the routes that were used.
    func writeDurations(_ name: String, _ text: inout MetricsText) {
        for (template, histogram) in zip(templates, durations) where !histogram.isEmpty {
            text.histogram(name, histogram, labels: [("route", template)], decimals: 9)
        }
    }
}
