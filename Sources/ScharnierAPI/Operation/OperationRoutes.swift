import HTTPWire
package import JSON
import Scharnier

/// Health, vocabulary and contract: what callers and supervisors ask of the service itself.
enum OperationRoutes {
    static let all: [Route] = [
        Route(.get, "/healthz", .readPublic, .plain { _ in .ok(StatusBody(status: "ok")) }),
        Route(.get, "/readyz", .readPublic, .plain(showReadiness)),
        Route(.get, "/metrics", .readMetrics, .plain(showMetrics)),
        Route(.get, "/openapi.yaml", .readPublic, .plain(showContract)),
        Route(.get, "/v1/meta", .readPublic, .plain(showMeta)),
    ]

    /// Names of checks tell how the service is built: for those who watch over it only (api.md §14).
    private static func showReadiness(_ call: Call) -> Answer {
        let checks = call.settings.checks()
        let isReady = checks.allSatisfy(\.holds)
        let isTold =
            call.party.role == .monitor || call.party.role == .cityAdmin || call.party.isOperator
        var answer = Answer.ok(
            StatusBody(status: isReady ? "ready" : "not_ready", checks: isTold ? checks : nil))
        if !isReady { answer.status = 503 }
        return answer
    }

    private static func showMetrics(_ call: Call) -> Answer {
        Answer(200, body: call.settings.metrics(), type: .metrics)
    }

    private static func showContract(_ call: Call) -> Answer {
        Answer(200, body: Contract.document, type: .yaml)
    }

    private static func showMeta(_ call: Call) -> Answer {
        let isCity =
            call.party.role == .cityAdmin || call.party.role == .cityReader || call.party.isOperator
        return .ok(
            MetaBody(
                version: isCity ? call.settings.version : nil, json: call.settings.json,
                bodyBytes: call.settings.bodyBytes, timers: call.settings.timers))
    }
}

/// One thing that has to hold for taking requests.
package struct ReadinessCheck: Equatable, Sendable {
    /// A word for people who watch over the service: `disk_space`.
    package let name: String
    package let holds: Bool

    /// A check and how it came out.
    package init(name: String, holds: Bool) {
        self.name = name
        self.holds = holds
    }
}

private struct StatusBody: JSONWritable {
    let status: String
    var checks: [ReadinessCheck]?

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("status", status)
            guard let checks else { return }
            writer.memberArray("checks") { writer in
                for check in checks { writer.value(check) }
            }
        }
    }
}

extension ReadinessCheck: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("holds", holds)
        }
    }
}
