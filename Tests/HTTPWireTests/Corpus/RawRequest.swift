import HTTPWire
import Testing

/// Octets of a connection, what must be read from them, and why.
///
/// The tables beside this file are the corpus of the parser's tests and the seeds of its fuzzing. Their reasons cite:
/// - the RFCs;
/// - "Garden S7", "Garden T7": bug 7 in servers, in proxies, that The HTTP Garden found
///   (github.com/narfindustries/http-garden, TROPHIES.md);
/// - "T-Reqs": Jabiyev et al., HTTP Request Smuggling with Differential Fuzzing, CCS 2021;
/// - "Watchfire": Linhart et al., HTTP Request Smuggling, 2005;
/// - "Desync 2019", "Desync 2022", "Desync 2025": Kettle's three articles on desync attacks, portswigger.net/research;
/// - "Host of Troubles": Chen et al., CCS 2016;
/// - "Funky Chunks": w4ke.info/2025/06/18/funky-chunks.html;
/// - numbers of vulnerabilities (CVE) that another server had with such a request.
struct RawRequest: Sendable {
    var bytes: [UInt8]
    var reason: String
    /// Each request that is read: path, a blank, content.
    var requests: [String] = []
    var refusal: WireError?

    /// Texts that are refused, after the requests in `requests` are read.
    static func refused(
        _ refusal: WireError, after requests: [String] = [], because reason: String, _ texts: String...
    ) -> [RawRequest] {
        texts.map {
            RawRequest(bytes: octets($0), reason: reason, requests: requests, refusal: refusal)
        }
    }

    /// Texts that are read as `requests`; `refusal` ends the reading behind them.
    static func read(_ requests: String..., because reason: String, _ texts: [String]) -> [RawRequest] {
        texts.map { RawRequest(bytes: octets($0), reason: reason, requests: requests) }
    }

    /// Each character up to U+00FF is one octet, so that tables can hold octets that are not UTF-8.
    static func octets(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            UInt8(exactly: scalar.value).map { [$0] } ?? Array(String(scalar).utf8)
        }
    }
}

extension RawRequest: CustomTestStringConvertible {
    var testDescription: String {
        String(decoding: bytes.prefix(90), as: UTF8.self).debugDescription
    }
}

extension RawRequest {
    static let all = [
        requestLines, versions, targets, hosts, fieldLines, lengths, codings, chunkSizes, chunkExtensions,
        trailers, expectations, connections, limits,
    ].flatMap { $0 }

    /// A request line with a valid `Host` and further lines.
    static func get(_ line: String, _ fields: String...) -> String {
        ([line, "Host: a.example"] + fields + ["", ""]).joined(separator: "\r\n")
    }

    /// A plain request for a path, as it may follow another.
    static func next(_ path: String) -> String {
        get("GET \(path) HTTP/1.1")
    }

    static func post(_ fields: String..., content: String = "") -> String {
        (["POST /p HTTP/1.1", "Host: a"] + fields + ["", content]).joined(separator: "\r\n")
    }

    static func chunked(_ content: String) -> String {
        post("Transfer-Encoding: chunked", content: content)
    }

    static func host(_ value: String) -> String {
        "GET / HTTP/1.1\r\nHost: \(value)\r\n\r\n"
    }
}
