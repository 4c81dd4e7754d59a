import Digest
package import HTTPWire
import Scharnier

extension Call {
    /// Adds the fields that every answer has (api.md §13, §14), and turns a match of `If-None-Match` into 304.
    func finish(_ answer: Answer) -> Response {
        var response = answer.response(requestID: id)
        let isSafe = request.method == .get || request.method == .head
        let isPublic =
            token == nil && !party.isOperator && isSafe && answer.status == 200
            && request.path.starts(with: Self.versioned)
        response.fields.append(isPublic ? .forEveryone : .forOne)
        if client.protection == .encrypted { response.fields.append(.encrypted) }
        if let token { response.append("Token-Expires", token.expiresAt.withoutFraction) }
        response.append(readings)
        guard isSafe, answer.status == 200 else { return response }
        return isUnchanged(answer.tag) ? response.notModified() : response
    }

    /// What lies outside speaks of this moment and is not to be kept: health, readiness.
    private static let versioned = Array("/v1/".utf8)

    private func isUnchanged(_ tag: EntityTag?) -> Bool {
        guard let tag, let condition = request.fields.string(.ifNoneMatch) else { return false }
        // Weak comparison (RFC 9110 §8.8.3.2): the prefix W/ does not count.
        let wanted = tag.description.droppingWeakness
        return condition.split(separator: ",").contains { part in
            let candidate = part.trimmingBlanks
            return candidate == "*" || String(candidate).droppingWeakness == wanted
        }
    }
}

extension Answer {
    /// The answer to a request that never became a call: with the fields that every answer has.
    func refusal(requestID: String, over protection: Client.Protection) -> Response {
        var response = response(requestID: requestID)
        response.fields.append(.forOne)
        if protection == .encrypted { response.fields.append(.encrypted) }
        return response
    }

    /// The answer with its content fields and those that keep browsers from guessing.
    func response(requestID: String) -> Response {
        var response = Response(status: status, body: content?() ?? body)
        response.stream = stream
        switch type {
        case .json: response.fields.append(.json)
        case .geoJSON: response.fields.append(.geoJSON)
        case .problem: response.fields.append(.problem)
        case .yaml: response.fields.append(.yaml)
        case .metrics: response.fields.append(.metrics)
        case .lines: response.fields.append(.lines)
        case .table: response.fields.append(.table)
        case nil: break
        }
        if let tag { response.append(.eTag, dynamic: tag.description) }
        for (name, value) in fields { response.append(name, dynamic: value) }
        response.append(.requestID, dynamic: requestID)
        response.fields.append(.caution)
        return response
    }
}

extension Response {
    /// The same for an answer that is not the API's, with the fields that even those have.
    package var cautious: Response {
        var response = self
        response.fields.append(.caution)
        response.fields.append(.unkept)
        return response
    }
}

/// Fields that are the same in every answer of a kind, made once (api.md §13).
extension Fields {
    fileprivate static let caution: Fields = [
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
    ]
    /// Two years (RFC 6797 §6.1); over plain text a browser would ignore it (§8.1).
    fileprivate static let encrypted: Fields = ["Strict-Transport-Security": "max-age=63072000"]
    fileprivate static let forEveryone: Fields = [
        .cacheControl: "public, max-age=30", .vary: "Authorization, Accept, Accept-Language, Origin",
    ]
    fileprivate static let unkept: Fields = [.cacheControl: "no-store"]
    fileprivate static let forOne: Fields = [.cacheControl: "no-store", .vary: "Accept-Language, Origin"]
    fileprivate static let json: Fields = [.contentType: "application/json"]
    fileprivate static let problem: Fields = [.contentType: "application/problem+json"]
    fileprivate static let metrics: Fields = [.contentType: "text/plain; version=0.0.4; charset=utf-8"]
    fileprivate static let lines: Fields = [.contentType: "application/x-ndjson"]
    fileprivate static let table: Fields = [.contentType: "text/csv; charset=utf-8; header=present"]
    fileprivate static let geoJSON: Fields = [.contentType: "application/geo+json"]
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
