import Glibc
import HTTPWire
import Scharnier

/// What the operator asks of the API.
struct OperatorQuestion {
    let method: HTTPWire.Method
    let target: String
    /// A JSON text, or nothing.
    let body: [UInt8]
    /// In which language the answer explains itself.
    let language: Language

    /// A question; without a body unless there is one.
    init(_ method: HTTPWire.Method, _ target: String, body: [UInt8] = [], in language: Language) {
        self.method = method
        self.target = target
        self.body = body
        self.language = language
    }

    /// As it comes in by a control socket, from this process.
    var request: Request {
        var request = Request(method, target, fields: fields, body: body)
        request.origin.purpose = .control
        request.origin.credentials = PeerCredentials(process: getpid(), user: geteuid(), group: getegid())
        return request
    }

    /// As it goes through a control socket; nothing follows it on the same connection (RFC 9112 §9.6).
    var message: [UInt8] {
        var lines = ["\(method.name) \(target) HTTP/1.1", "Host: localhost", "Connection: close"]
        lines += fields.map { "\($0.0): \($0.1)" }
        lines.append("Content-Length: \(body.count)")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    private var fields: [(String, String)] {
        let content = body.isEmpty ? [] : [("Content-Type", "application/json")]
        return [("Accept-Language", language.rawValue)] + content
    }
}
