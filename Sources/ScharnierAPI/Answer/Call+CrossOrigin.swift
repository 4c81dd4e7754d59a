import HTTPWire
import Scharnier

// Pages of other origins (api.md §13).

extension Call {
    /// Whether a browser asks in advance whether a page may send a request (fetch.spec.whatwg.org §3.2.2).
    var isPreflight: Bool {
        request.method == .options && request.fields.first(.origin) != nil
            && request.fields.first(Self.requestedMethod) != nil
    }

    private static let requestedMethod: FieldName = "Access-Control-Request-Method"
    private static let requestedFields: FieldName = "Access-Control-Request-Headers"

    /// What is said to the page that sends the request, or asks whether it may; `nil` if it may not, or is none.
    var allowedOrigin: String? {
        guard let origin = request.fields.first(.origin) else { return nil }
        return settings.crossOrigin.answer(to: origin, isReading: isPreflight ? asksToRead : isReading)
    }

    private var isReading: Bool {
        (request.method == .get || request.method == .head) && request.fields.first(.authorization) == nil
    }

    private var asksToRead: Bool {
        let method = request.fields.first(Self.requestedMethod) ?? []
        let names = request.fields.string(Self.requestedFields)?.lowercased() ?? ""
        return (method.elementsEqual("GET".utf8) || method.elementsEqual("HEAD".utf8))
            && !names.split(separator: ",").contains { $0.trimmingBlanks == "authorization" }
    }
}

extension Response {
    /// Lets a page of another origin read the answer, or send what it asked for in advance; `methods` as in `Allow`.
    mutating func allow(_ origin: String, isPreflight: Bool, methods: String?) {
        append("Access-Control-Allow-Origin", dynamic: origin)
        if isPreflight, let methods { append("Access-Control-Allow-Methods", dynamic: methods) }
        fields.append(isPreflight ? .preflight : .exposed)
    }
}

extension Fields {
    fileprivate static let preflight: Fields = [
        "Access-Control-Allow-Headers": """
        Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Accept-Language, Last-Event-ID, \
        traceparent
        """,
        "Access-Control-Max-Age": "600",
    ]
    fileprivate static let exposed: Fields = [
        "Access-Control-Expose-Headers": """
        ETag, Link, Location, Content-Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, \
        Token-Expires, Idempotency-Replayed, Dry-Run, Feed-Position, Deprecation, Sunset
        """
    ]
}
