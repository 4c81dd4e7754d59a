/// The name of a field: a token, compared without regard to ASCII case (RFC 9110 §5.1).
package struct FieldName: Sendable, ExpressibleByStringLiteral {
    /// The name as it is written into answers.
    package let text: String

    /// Checks a name that is not known before the program runs.
    ///
    /// - Returns: `nil` when it is empty or not a token (RFC 9110 §5.6.2).
    package init?(_ name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(Octets.isToken) else { return nil }
        text = name
    }

    /// A name written in the code; anything but a token there is a programming error and traps.
    package init(stringLiteral name: String) {
        precondition(FieldName(name) != nil)
        text = name
    }

    private init(checked name: String) {
        text = name
    }
}

extension FieldName: Hashable {
    package static func == (left: FieldName, right: FieldName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8) { Octets.lowercased($0) == Octets.lowercased($1) }
    }

    package func hash(into hasher: inout Hasher) {
        for octet in text.utf8 { hasher.combine(Octets.lowercased(octet)) }
    }
}

/// The usual names; computed, because a constant text costs nothing and a lazy global a look at each use.
extension FieldName {
    package static var accept: FieldName { FieldName(checked: "Accept") }
    package static var acceptEncoding: FieldName { FieldName(checked: "Accept-Encoding") }
    package static var acceptLanguage: FieldName { FieldName(checked: "Accept-Language") }
    package static var allow: FieldName { FieldName(checked: "Allow") }
    package static var authorization: FieldName { FieldName(checked: "Authorization") }
    package static var cacheControl: FieldName { FieldName(checked: "Cache-Control") }
    package static var connection: FieldName { FieldName(checked: "Connection") }
    package static var contentEncoding: FieldName { FieldName(checked: "Content-Encoding") }
    package static var contentLanguage: FieldName { FieldName(checked: "Content-Language") }
    package static var contentLength: FieldName { FieldName(checked: "Content-Length") }
    package static var contentLocation: FieldName { FieldName(checked: "Content-Location") }
    package static var contentType: FieldName { FieldName(checked: "Content-Type") }
    package static var date: FieldName { FieldName(checked: "Date") }
    package static var eTag: FieldName { FieldName(checked: "ETag") }
    package static var host: FieldName { FieldName(checked: "Host") }
    package static var idempotencyKey: FieldName { FieldName(checked: "Idempotency-Key") }
    package static var ifMatch: FieldName { FieldName(checked: "If-Match") }
    package static var ifNoneMatch: FieldName { FieldName(checked: "If-None-Match") }
    package static var lastEventID: FieldName { FieldName(checked: "Last-Event-ID") }
    package static var link: FieldName { FieldName(checked: "Link") }
    package static var location: FieldName { FieldName(checked: "Location") }
    package static var origin: FieldName { FieldName(checked: "Origin") }
    package static var requestID: FieldName { FieldName(checked: "X-Request-Id") }
    package static var retryAfter: FieldName { FieldName(checked: "Retry-After") }
    package static var transferEncoding: FieldName { FieldName(checked: "Transfer-Encoding") }
    package static var forwardedFor: FieldName { FieldName(checked: "X-Forwarded-For") }
    package static var forwardedProto: FieldName { FieldName(checked: "X-Forwarded-Proto") }
    package static var vary: FieldName { FieldName(checked: "Vary") }
}
