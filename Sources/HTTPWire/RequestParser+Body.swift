extension RequestParser {
    /// Content of this size is allocated at once; beyond it only as it arrives, so that an announced length
    /// costs nothing.
    private static var reservedBody: Int { 64 * 1024 }

    mutating func advanceBody(
        of request: consuming Request, over bytes: ArraySlice<UInt8>, used: inout Int
    ) throws(WireError) -> Progress {
        do throws(WireError) {
            guard try appendBody(bytes, to: &request.body, used: &used) else {
                current = consume request
                return .incomplete
            }
        } catch {
            refusedFields = request.fields
            throw error
        }
        return finish(request)
    }

    /// Takes content.
    ///
    /// - Returns: Whether it is complete.
    private mutating func appendBody(
        _ bytes: ArraySlice<UInt8>, to body: inout [UInt8], used: inout Int
    ) throws(WireError) -> Bool {
        switch framing {
        case .length(let length):
            try beginBody(length: length, &body)
            used = min(bytes.count, length - body.count)
            body.append(contentsOf: bytes.prefix(used))
            return body.count == length
        case .chunked:
            try beginBody(length: 0, &body)
            return try chunks.advance(over: bytes, used: &used, into: &body, limits: limits)
        }
    }

    private mutating func beginBody(length: Int, _ body: inout [UInt8]) throws(WireError) {
        guard !hasBegunBody else { return }
        guard length <= limits.body else { throw .contentTooLarge }
        hasBegunBody = true
        chunks = ChunkedBody()
        body.reserveCapacity(min(length, Self.reservedBody))
    }
}
