import HTTPWire
import Metrics
import Scharnier
import ScharnierAPI
import Synchronization

/// Counts who still uses operations that will go away (api.md §14): an operator then knows whom to tell.
final class DeprecationMetrics: Sendable {
    /// More than a city has organisations with tokens that do so; beyond it they are counted as one.
    private static let mostCounters = 1_024

    private struct Account: Hashable {
        let route: Int
        let organization: Identifier<Organization>?
    }

    /// The names of the operations that will go away, by the number of their route.
    private let names: [Int: String]
    private let counts = Mutex<[Account: Int64]>([:])

    init(routes: [Route]) {
        let deprecated = routes.enumerated().filter { $0.element.deprecation != nil }
        names = Dictionary(
            uniqueKeysWithValues: deprecated.map {
                ($0.offset, "\($0.element.method.name) \($0.element.template)")
            })
    }

    /// Counts a request, if its operation will go away.
    func record(_ record: RequestRecord) {
        guard !names.isEmpty, let route = record.route, names[route] != nil else { return }
        let account = Account(route: route, organization: record.organization)
        counts.withLock { counts in
            let isKnown = counts[account] != nil || counts.count < Self.mostCounters
            counts[isKnown ? account : Account(route: route, organization: .nil), default: 0] += 1
        }
    }

    /// `scharnier_deprecated_requests_total`; who has no token is `public`.
    func write(_ name: String, _ text: inout MetricsText) {
        let lines = counts.withLock { counts in
            counts.map { (names[$0.route] ?? "", $0.organization?.description ?? "public", $1) }
        }
        for (operation, organization, count) in lines.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            text.sample(name, count, labels: [("operation", operation), ("organization", organization)])
        }
    }
}
