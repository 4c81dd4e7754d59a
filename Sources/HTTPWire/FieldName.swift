/// The name of a field: a token, compared without regard to ASCII case (RFC 9110 §5.1).
package struct FieldName: Sendable, ExpressibleByStringLiteral {
    /// The name as it is written into answers.
    package let bytes: [UInt8]

    /// Checks a name that is not known before the program runs.
    ///
    /// - Returns: `nil` when it is empty or not a token (RFC 9110 §5.6.2).
    package init?(_ name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(Octets.isToken) else { return nil }
        bytes = Array(name.utf8)
    }

    /// A name written in the code; anything but a token there is a programming error and traps.
    package init(stringLiteral name: StaticString) {
        bytes = Array(name.description.utf8)
        precondition(!bytes.isEmpty && bytes.allSatisfy(Octets.isToken), "not a field name")
    }
}

extension FieldName: Hashable {
    package static func == (left: FieldName, right: FieldName) -> Bool {
        left.bytes.count == right.bytes.count
            && left.bytes.elementsEqual(right.bytes) { Octets.lowercased($0) == Octets.lowercased($1) }
    }

    package func hash(into hasher: inout Hasher) {
        for octet in bytes { hasher.combine(Octets.lowercased(octet)) }
    }
}

extension FieldName {
    package static let accept: FieldName = "Accept"
    package static let acceptLanguage: FieldName = "Accept-Language"
    package static let allow: FieldName = "Allow"
    package static let authorization: FieldName = "Authorization"
    package static let cacheControl: FieldName = "Cache-Control"
    package static let connection: FieldName = "Connection"
    package static let contentEncoding: FieldName = "Content-Encoding"
    package static let contentLanguage: FieldName = "Content-Language"
    package static let contentLength: FieldName = "Content-Length"
    package static let contentLocation: FieldName = "Content-Location"
    package static let contentType: FieldName = "Content-Type"
    package static let date: FieldName = "Date"
    package static let eTag: FieldName = "ETag"
    package static let host: FieldName = "Host"
    package static let idempotencyKey: FieldName = "Idempotency-Key"
    package static let ifMatch: FieldName = "If-Match"
    package static let ifNoneMatch: FieldName = "If-None-Match"
    package static let lastEventID: FieldName = "Last-Event-ID"
    package static let link: FieldName = "Link"
    package static let location: FieldName = "Location"
    package static let origin: FieldName = "Origin"
    package static let retryAfter: FieldName = "Retry-After"
    package static let transferEncoding: FieldName = "Transfer-Encoding"
    package static let vary: FieldName = "Vary"
    package static let requestID: FieldName = "X-Request-Id"
}
