import HTTPServer
import HTTPWire
import Metrics
import Scharnier
import ScharnierAPI

/// Hands the server's requests to the API; those that come to the metrics' own listener get nothing else.
struct APIResponder: Responder {
    let api: API
    let metrics: @Sendable () -> [UInt8]

    func admit(_ head: Request) -> Admission {
        guard let limit = api.contentLimit(for: head) else { return .content() }
        return .content(limit: limit, time: API.importContentTime)
    }

    func respond(to request: Request, through reply: Reply) {
        guard request.origin.purpose != .metrics else { return reply.send(figures(for: request).cautious) }
        if api.takesLong(request) { reply.wait(atMost: API.importTime) }
        api.respond(to: request) { reply.send(made: $0) }
    }

    func response(to error: WireError, in request: PartialRequest) -> Response {
        api.response(to: error, in: request)
    }

    func response(to refusal: ServerRefusal, of request: PartialRequest) -> Response {
        switch refusal {
        case .overloaded(let seconds):
            return api.response(to: .overloaded, of: request, retryAfter: seconds)
        case .deadlinePassed:
            // What was not only a read may have been done, or be done yet.
            let isRead = request.method == .get || request.method == .head
            return api.response(to: isRead ? .queryTimeout : .outcomeUnknown, of: request)
        }
    }

    /// No token is asked for: whoever reaches this listener may read.
    private func figures(for request: Request) -> Response {
        guard request.path.elementsEqual("/metrics".utf8) else { return Response(status: 404) }
        guard request.method == .get || request.method == .head else { return Response(status: 405) }
        var response = Response(status: 200, body: metrics())
        if let type = try? FieldValue(Registry.mediaType) { response.fields.append(.contentType, type) }
        return response
    }
}
