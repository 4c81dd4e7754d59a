/// As much as is known of a request that is refused before, or given up after, the application has seen it.
package struct PartialRequest: Sendable {
    /// Where its connection comes from.
    package let origin: Origin

    /// `nil` when the request line could not be read.
    package let method: Method?

    /// Empty when the head could not be read.
    package let fields: Fields

    /// What of a request is known.
    package init(origin: Origin = Origin(), method: Method? = nil, fields: Fields = Fields()) {
        self.origin = origin
        self.method = method
        self.fields = fields
    }

    /// All that matters of a whole request.
    package init(_ request: Request) {
        self.init(origin: request.origin, method: request.method, fields: request.fields)
    }
}

extension RequestParser {
    /// What is known of the request that is being read or was refused.
    package var known: PartialRequest {
        PartialRequest(origin: origin, method: method, fields: knownFields ?? Fields())
    }
}
