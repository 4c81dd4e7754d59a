import HTTPServer
import HTTPWire
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
}
