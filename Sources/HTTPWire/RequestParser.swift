/// Turns the octets of one connection into requests, in order; performs no input or output and knows no time.
///
/// The result depends on the octets alone, not on how they were cut. After a refusal nothing more is read:
/// where the next request would begin cannot be known.
package struct RequestParser: Sendable {
    /// What the octets so far amount to.
    package enum Progress: Sendable {
        /// More octets are needed.
        case incomplete
        /// The head is good and content follows: its limit may still be set, then ``RequestParser/resume()``.
        ///
        /// `wantsContinue`: the client waits for `100 Continue` before it sends (RFC 9110 §10.1.1).
        case head(wantsContinue: Bool)
        /// A request with all of its content.
        case request(Request)
    }

    private enum Phase {
        case head, awaitingBody, body, failed
    }

    /// Content of this size is allocated at once; beyond it only as it arrives, so that an announced length
    /// costs nothing.
    private static let reservedBody = 64 * 1024

    /// The limits, which may be changed between requests and, for the content, at ``Progress/head(wantsContinue:)``.
    package var limits: Limits

    private var phase = Phase.head
    private var scanner = HeadScanner()
    private var pending: [UInt8] = []
    private var consumed = 0
    private var framing = BodyFraming.none
    private var chunks = ChunkedBody()

    private var refusedFields: Fields?

    /// The request whose content is being read, as far as it is known.
    package private(set) var current: Request?

    /// The fields of the request being read or refused, if its head was readable: they say in which language to
    /// answer a refusal.
    package var knownFields: Fields? { current?.fields ?? refusedFields }

    /// The method, as soon as the request line is readable: the answer to `HEAD` has no content.
    package private(set) var method: Method?

    /// Whether the announced content is over its limit: it will be refused, so nobody should wait for it.
    package var exceedsBodyLimit: Bool {
        if case .length(let length) = framing { length > limits.body } else { false }
    }

    /// A parser at the beginning of a connection.
    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Whether nothing of a request has arrived: closing now loses nothing.
    package var isIdle: Bool { phase == .head && !scanner.hasBegun && pending.count == consumed }

    /// Whether octets have arrived that no request has used yet.
    package var hasPending: Bool { consumed < pending.count }

    /// Whether a head is complete and its content is being read.
    package var isReadingBody: Bool { phase == .awaitingBody || phase == .body }

    /// Takes the next octets of the connection.
    package mutating func receive(_ bytes: ArraySlice<UInt8>) throws(WireError) -> Progress {
        guard hasPending else { return try receiveDirectly(bytes) }
        if consumed > 0 {
            pending.removeFirst(consumed)
            consumed = 0
        }
        pending.append(contentsOf: bytes)
        return try resume()
    }

    /// Goes on with the octets that are already here.
    package mutating func resume() throws(WireError) -> Progress {
        let bytes = pending[consumed...]
        let (used, progress) = try advance(over: bytes)
        consumed += used
        if consumed == pending.count {
            pending.removeAll(keepingCapacity: false)
            consumed = 0
        }
        return progress
    }

    /// Reads from the caller's buffer and keeps only what is left over: usually nothing is.
    private mutating func receiveDirectly(_ bytes: ArraySlice<UInt8>) throws(WireError) -> Progress {
        let (used, progress) = try advance(over: bytes)
        if used < bytes.count { pending = Array(bytes.dropFirst(used)) }
        return progress
    }

    private mutating func advance(
        over bytes: ArraySlice<UInt8>
    ) throws(WireError) -> (used: Int, progress: Progress) {
        do {
            switch phase {
            case .head: return try advanceHead(over: bytes)
            case .awaitingBody, .body: return try advanceBody(over: bytes)
            case .failed: return (bytes.count, .incomplete)
            }
        } catch {
            phase = .failed
            throw error
        }
    }
}

extension RequestParser {
    /// Reads on in the head; nothing counts as used before it is complete.
    private mutating func advanceHead(
        over bytes: ArraySlice<UInt8>
    ) throws(WireError) -> (used: Int, progress: Progress) {
        guard try scanner.advance(over: bytes.span, limits: limits) else { return (0, .incomplete) }
        let length = scanner.position
        let (request, expectsContinue) = try interpretHead(bytes.prefix(length))
        scanner = HeadScanner()
        if framing == .none || framing == .length(0) { return (length, .request(request)) }
        current = request
        phase = .awaitingBody
        return (length, .head(wantsContinue: expectsContinue && length == bytes.count))
    }

    /// Checks what the syntax alone does not: host, framing, method, target, expectation.
    private mutating func interpretHead(
        _ head: ArraySlice<UInt8>
    ) throws(WireError) -> (request: Request, expectsContinue: Bool) {
        let start = head.startIndex
        let name = head[start + scanner.methodRange.lowerBound..<start + scanner.methodRange.upperBound]
        let bytes = head[start + scanner.targetRange.lowerBound..<start + scanner.targetRange.upperBound]
        let fields = Fields(bytes: Array(head[(start + scanner.fieldsStart)...]), entries: scanner.entries)
        refusedFields = fields
        method = Method(name)
        let control = ControlFields(fields)
        let target = try Target(bytes, for: method)
        try Self.checkHost(control, minorVersion: scanner.minorVersion)
        framing = try BodyFraming(control, minorVersion: scanner.minorVersion)
        guard let method else { throw .methodUnknown }
        let expectsContinue = try Self.expectsContinue(control, minorVersion: scanner.minorVersion)
        let request = Request(
            method: method, target: target, minorVersion: scanner.minorVersion, fields: fields,
            keepsAlive: control.keepsAlive(minorVersion: scanner.minorVersion))
        refusedFields = nil
        return (request, expectsContinue)
    }

    /// Exactly one valid `Host`, also beside an absolute target (RFC 9112 §3.2); HTTP/1.0 may do without.
    private static func checkHost(_ control: ControlFields, minorVersion: Int) throws(WireError) {
        if control.hostCount == 0, minorVersion == 0 { return }
        guard control.hostCount == 1, Authority.parts(of: control.host.span) != nil else {
            throw .hostInvalid
        }
    }

    /// An expectation in HTTP/1.0 is ignored (RFC 9110 §10.1.1).
    private static func expectsContinue(
        _ control: ControlFields, minorVersion: Int
    ) throws(WireError) -> Bool {
        guard control.expectationCount > 0, minorVersion > 0 else { return false }
        guard control.expectationCount == 1, control.expectation.isKeyword("100-continue") else {
            throw .expectationFailed
        }
        return true
    }
}

extension RequestParser {
    private mutating func advanceBody(
        over bytes: ArraySlice<UInt8>
    ) throws(WireError) -> (used: Int, progress: Progress) {
        guard var request = current.take() else { return (0, .incomplete) }
        do {
            let (used, isComplete) = try appendBody(bytes, to: &request.body)
            guard isComplete else {
                current = request
                return (used, .incomplete)
            }
            phase = .head
            return (used, .request(request))
        } catch {
            refusedFields = request.fields
            throw error
        }
    }

    private mutating func appendBody(
        _ bytes: ArraySlice<UInt8>, to body: inout [UInt8]
    ) throws(WireError) -> (used: Int, isComplete: Bool) {
        switch framing {
        case .none: return (0, true)
        case .length(let length):
            try beginBody(length: length, &body)
            let used = min(bytes.count, length - body.count)
            body.append(contentsOf: bytes.prefix(used))
            return (used, body.count == length)
        case .chunked:
            try beginBody(length: 0, &body)
            return try chunks.advance(over: bytes, into: &body, limits: limits)
        }
    }

    private mutating func beginBody(length: Int, _ body: inout [UInt8]) throws(WireError) {
        guard phase == .awaitingBody else { return }
        guard length <= limits.body else { throw .contentTooLarge }
        phase = .body
        chunks = ChunkedBody()
        body.reserveCapacity(min(length, Self.reservedBody))
    }
}
