import HTTPWire
import JSON
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

    private static func showReadiness(_ call: Call) -> Answer {
        guard !call.settings.isReady() else { return .ok(StatusBody(status: "ready")) }
        var answer = Answer.ok(StatusBody(status: "not_ready"))
        answer.status = 503
        return answer
    }

    private static func showMetrics(_ call: Call) -> Answer {
        Answer(200, body: call.settings.metrics(), type: .metrics)
    }

    private static func showContract(_ call: Call) -> Answer {
        Answer(200, body: Contract.document, type: .yaml)
    }

    private static func showMeta(_ call: Call) -> Answer {
        let isCity = call.party.role == .cityAdmin || call.party.role == .cityReader
        return .ok(
            MetaBody(
                version: isCity ? call.settings.version : nil, json: call.settings.json,
                bodyBytes: call.settings.bodyBytes))
    }
}

private struct StatusBody: JSONWritable {
    let status: String

    func write(to writer: inout JSONWriter) {
        writer.object { $0.member("status", status) }
    }
}
