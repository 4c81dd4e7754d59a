/// Who sends a request, as far as it can be believed.
package struct Client: Hashable, Sendable {
    /// How the octets came over the client's own connection.
    package enum Protection: Hashable, Sendable {
        case encrypted
        case plain
    }

    /// The peer, or what trusted proxies say about the one in front of them.
    package let address: PeerAddress

    /// What the connection or a trusted proxy says.
    package let protection: Protection

    /// Whether the request came by a trusted proxy, whose name for it holds.
    package let isNamedByProxy: Bool

    /// The client of a request.
    ///
    /// From anybody but trusted proxies `X-Forwarded-For` and `X-Forwarded-Proto` are ignored.
    package init(of request: PartialRequest, behind proxies: TrustedProxies) {
        isNamedByProxy = proxies.include(request.origin)
        guard isNamedByProxy else {
            address = request.origin.peer
            protection = request.origin.isEncrypted ? .encrypted : .plain
            return
        }
        address = Self.address(request, proxies)
        protection = Self.protection(request)
    }

    /// The rightmost address that is not itself a trusted proxy's.
    ///
    /// Each proxy appends whom it saw, so the list is read from its end. An element that is no address ends it:
    /// what stands before that could be anybody's invention.
    private static func address(_ request: PartialRequest, _ proxies: TrustedProxies) -> PeerAddress {
        var nearest = request.origin.peer
        for value in request.fields.all(.forwardedFor).reversed() {
            for element in elements(of: value).reversed() {
                guard let address = hop(element.span) else { return nearest }
                nearest = address
                guard proxies.contain(address) else { return nearest }
            }
        }
        return nearest
    }

    /// What the nearest proxy reports; without a word from it, what its own connection is.
    private static func protection(_ request: PartialRequest) -> Protection {
        guard let word = request.fields.all(.forwardedProto).last.flatMap({ elements(of: $0).last }) else {
            return request.origin.isEncrypted ? .encrypted : .plain
        }
        return Octets.matches(word.span, keyword: "https") ? .encrypted : .plain
    }

    private static func elements(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var cursor = ListCursor()
        var found: [ArraySlice<UInt8>] = []
        while cursor.advance(in: value.span) {
            let (start, end) = (cursor.element.lowerBound, cursor.element.upperBound)
            if end > start { found.append(value[value.startIndex + start..<value.startIndex + end]) }
        }
        return found
    }

    /// An address, some proxies write its port behind it: `1.2.3.4:5`, `[::1]:5`.
    private static func hop(_ element: Span<UInt8>) -> PeerAddress? {
        if let address = PeerAddress(element) { return address }
        guard let parts = Authority.parts(of: element) else { return nil }
        let isLiteral = element[0] == Octets.leftBracket
        return PeerAddress(element.extracting((isLiteral ? 1 : 0)..<parts.hostLength - (isLiteral ? 1 : 0)))
    }
}
