import Digest
package import HTTPWire
import Scharnier

extension Call {
    /// Adds the fields that every answer has (api.md §13, §14), and turns a match of `If-None-Match` into 304.
    func finish(_ answer: Answer, _ compressor: Compressor) -> Response {
        let isSafe = request.method == .get || request.method == .head
        var content = answer.content?() ?? answer.body
        var coding = coding(of: answer, isSafe ? content.count : 0)
        let isUnchanged = isSafe && answer.status == 200 && isUnchanged(answer.tag, coding)
        if coding == .gzip, !isUnchanged {
            if let compressed = compressor.compressed(content) {
                content = compressed
            } else {
                coding = .identity
            }
        }
        let origin = allowedOrigin
        var response = answer.response(requestID: id, content, coding, isShared: origin != nil)
        if let origin {
            response.allow(origin, isPreflight: isPreflight, methods: answer.field(.allow))
        }
        if let deprecation { response.announce(deprecation) }
        let isPublic =
            token == nil && !party.isOperator && isSafe && answer.status == 200
            && (answer.type.isPage || request.path.starts(with: Self.versioned))
        response.fields.append(isPublic ? .forEveryone : .forOne)
        if client.protection == .encrypted { response.fields.append(.encrypted) }
        if let token { response.append("Token-Expires", token.expiresAt.withoutFraction) }
        response.append(readings)
        return isUnchanged ? response.notModified() : response
    }

    /// How content is sent: compressed only what is read, so that what is kept of a write is what was sent (api.md §7),
    /// and never a secret.
    private func coding(of answer: Answer, _ length: Int) -> Coding {
        guard answer.status == 200, answer.withoutSecret == nil else { return .identity }
        return Coding(accepting: request.fields.first(.acceptEncoding), length: length)
    }

    /// What lies outside speaks of this moment and is not to be kept: health, readiness.
    private static let versioned = Array("/v1/".utf8)

    private func isUnchanged(_ tag: EntityTag?, _ coding: Coding) -> Bool {
        guard let tag, let condition = request.fields.string(.ifNoneMatch) else { return false }
        // Weak comparison (RFC 9110 §8.8.3.2): the prefix W/ does not count.
        let wanted = tag.text(of: coding).droppingWeakness
        return condition.split(separator: ",").contains { part in
            let candidate = part.trimmingBlanks
            return candidate == "*" || String(candidate).droppingWeakness == wanted
        }
    }
}

extension Answer.MediaType? {
    /// Whether it is for browsers, and the same for all.
    fileprivate var isPage: Bool { self == .page || self == .style }
}

extension Answer {
    /// The answer to a request that never became a call: with the fields that every answer has.
    func refusal(requestID: String, over protection: Client.Protection) -> Response {
        var response = response(requestID: requestID, content?() ?? body, .identity, isShared: false)
        response.fields.append(.forOne)
        if protection == .encrypted { response.fields.append(.encrypted) }
        return response
    }

    /// The answer with its content fields and those that keep browsers from guessing.
    fileprivate func response(
        requestID: String, _ content: [UInt8], _ coding: Coding, isShared: Bool
    ) -> Response {
        var response = Response(status: status, body: content)
        response.stream = stream
        switch type {
        case .json: response.fields.append(.json)
        case .geoJSON: response.fields.append(.geoJSON)
        case .sparse: response.fields.append(.sparse)
        case .problem: response.fields.append(.problem)
        case .yaml: response.fields.append(.yaml)
        case .metrics: response.fields.append(.metrics)
        case .lines: response.fields.append(.lines)
        case .table: response.fields.append(.table)
        case .page: response.fields.append(.page)
        case .style: response.fields.append(.style)
        case .archive: response.fields.append(.archive)
        case nil: break
        }
        if let tag { response.append(.eTag, dynamic: tag.text(of: coding)) }
        if coding == .gzip { response.fields.append(.gzip) }
        for (name, value) in fields { response.append(name, dynamic: value) }
        response.append(.requestID, dynamic: requestID)
        response.fields.append(.caution)
        response.fields.append(isShared ? .crossOrigin : .sameOrigin)
        return response
    }
}

extension Response {
    /// The same for an answer that is not the API's, with the fields that even those have.
    package var cautious: Response {
        var response = self
        response.fields.append(.caution)
        response.fields.append(.sameOrigin)
        response.fields.append(.unkept)
        return response
    }
}

/// Fields that are the same in every answer of a kind, made once (api.md §13).
extension Fields {
    fileprivate static let caution: Fields = [
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    ]
    fileprivate static let sameOrigin: Fields = ["Cross-Origin-Resource-Policy": "same-origin"]
    fileprivate static let crossOrigin: Fields = ["Cross-Origin-Resource-Policy": "cross-origin"]
    fileprivate static let gzip: Fields = [.contentEncoding: "gzip"]
    /// Two years (RFC 6797 §6.1); over plain text a browser would ignore it (§8.1).
    fileprivate static let encrypted: Fields = ["Strict-Transport-Security": "max-age=63072000"]
    fileprivate static let forEveryone: Fields = [
        .cacheControl: "public, max-age=30",
        .vary: "Authorization, Accept, Accept-Encoding, Accept-Language, Origin",
    ]
    fileprivate static let unkept: Fields = [.cacheControl: "no-store"]
    fileprivate static let forOne: Fields = [
        .cacheControl: "no-store", .vary: "Accept-Encoding, Accept-Language, Origin",
    ]
    fileprivate static let json: Fields = [.contentType: "application/json"]
    fileprivate static let sparse: Fields = [.contentType: "application/vnd.scharnier.sparse+json"]
    fileprivate static let problem: Fields = [.contentType: "application/problem+json"]
    fileprivate static let metrics: Fields = [.contentType: "text/plain; version=0.0.4; charset=utf-8"]
    fileprivate static let lines: Fields = [.contentType: "application/x-ndjson"]
    fileprivate static let table: Fields = [.contentType: "text/csv; charset=utf-8; header=present"]
    fileprivate static let geoJSON: Fields = [.contentType: "application/geo+json"]
    fileprivate static let archive: Fields = [.contentType: "application/zip"]
    /// A page is text and its style, nothing else, and stands in no other page (api.md §13; CSP3 §6.1).
    fileprivate static let page: Fields = [
        .contentType: "text/html; charset=utf-8",
        "Content-Security-Policy": """
        default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
        frame-ancestors 'none'
        """,
    ]
    fileprivate static let style: Fields = [.contentType: "text/css; charset=utf-8"]
    fileprivate static let yaml: Fields = [.contentType: "application/yaml"]
}

extension Response {
    mutating func append(_ name: FieldName, _ value: FieldValue) {
        fields.append(name, value)
    }

    /// Adds a value made at run time; one that could not be sent is left out, never repaired.
    mutating func append(_ name: FieldName, dynamic value: String) {
        guard let value = try? FieldValue(value) else { return }
        fields.append(name, value)
    }

    mutating func append(_ name: FieldName, _ value: String) {
        append(name, dynamic: value)
    }

    /// The same without content (RFC 9110 §15.4.5).
    fileprivate func notModified() -> Response {
        Response(status: 304, fields: fields)
    }
}

extension String {
    fileprivate var droppingWeakness: String { hasPrefix("W/") ? String(dropFirst(2)) : self }
}

extension Substring {
    var trimmingBlanks: Substring {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Instant {
    /// RFC 3339 to the second: `2027-02-19T09:30:00Z`.
    var withoutFraction: String { String(description.dropLast(5)) + "Z" }
}
