import JSON
import TestSupport

/// Somebody who calls the API on one connection that is kept open.
final class Caller {
    // Kept so that the service lives as long as somebody calls it.
    private let service: Service?
    private let client: RawClient
    private let token: String?

    /// A caller with a token, or one of the public.
    init(_ service: Service, _ token: String? = nil) throws {
        self.service = service
        client = try service.connect()
        self.token = token
    }

    /// A caller on a thread of its own; whoever starts that keeps the service.
    init(port: Int, _ token: String) throws {
        service = nil
        client = try RawClient(port: port, timeout: 60)
        self.token = token
    }

    func get(_ path: String) throws -> Reply { try call("GET", path) }

    func post(_ path: String, _ body: String) throws -> Reply { try call("POST", path, body) }

    /// Sends a request and reads its answer.
    func call(_ method: String, _ path: String, _ body: String? = nil, ifMatch: String? = nil) throws -> Reply
    {
        try client.send(Self.request(method, path, body, token: token, ifMatch: ifMatch))
        let answer = try client.readResponse(to: method)
        return Reply(answer: answer, body: answer.body.isEmpty ? .null : try JSONValue(parsing: answer.body))
    }

    /// A request as it goes over the wire.
    static func request(
        _ method: String, _ path: String, _ body: String? = nil, token: String? = nil, ifMatch: String? = nil
    ) -> String {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Accept-Language: en"]
        if let token { lines.append("Authorization: Bearer \(token)") }
        if let ifMatch { lines.append("If-Match: \(ifMatch)") }
        if let body {
            let type = method == "PATCH" ? "application/merge-patch+json" : "application/json"
            lines += ["Content-Type: \(type)", "Content-Length: \(body.utf8.count)"]
        }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }
}

/// An answer of the API, its body read.
struct Reply {
    let answer: RawClient.Answer
    let body: JSONValue

    var status: Int { answer.status }

    /// The answer itself, when its status is the expected one.
    func expecting(_ status: Int) throws -> JSONValue {
        guard answer.status == status else { throw Unexpected(status: answer.status, text: answer.text) }
        return body
    }
}

/// An answer that was not the expected one.
struct Unexpected: Error, CustomStringConvertible {
    let status: Int
    let text: String
    var description: String { "unexpected \(status): \(text)" }
}
