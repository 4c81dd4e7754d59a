import HTTPServer
import HTTPWire
import Scharnier
import ScharnierAPI

/// Hands the server's requests to the API.
struct APIResponder: Responder {
    let api: API

    func respond(to request: Request, through reply: Reply) {
        api.respond(to: request) { reply.send(made: $0) }
    }

    func response(to error: WireError, acceptLanguage: ArraySlice<UInt8>?) -> Response {
        api.response(to: error, acceptLanguage: acceptLanguage)
    }

    func response(
        to refusal: ServerRefusal, method: HTTPWire.Method, acceptLanguage: ArraySlice<UInt8>?
    ) -> Response {
        switch refusal {
        case .overloaded(let seconds):
            return api.response(to: .overloaded, retryAfter: seconds, acceptLanguage: acceptLanguage)
        case .deadlinePassed:
            // What was not only a read may have been done, or be done yet.
            let isRead = method == .get || method == .head
            return api.response(to: isRead ? .queryTimeout : .outcomeUnknown, acceptLanguage: acceptLanguage)
        }
    }
}
