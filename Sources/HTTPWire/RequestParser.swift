/// Turns the octets of one connection into requests, in order; performs no input or output and knows no time.
///
/// The result depends on the octets alone, not on how they were cut. After a refusal nothing more is read, for
/// where the next request would begin cannot be known; nor after a request that closes the connection (RFC 9112
/// §9.6).
package struct RequestParser: ~Copyable, Sendable {
    /// What the octets so far amount to.
    package enum Progress: ~Copyable, Sendable {
        /// More octets are needed.
        case incomplete
        /// The head is good and content follows: its limit may still be set, then ``RequestParser/resume()``.
        ///
        /// `wantsContinue`: the client waits for `100 Continue` before it sends (RFC 9110 §10.1.1).
        case head(wantsContinue: Bool)
        /// A request with all of its content.
        case request(Request)
    }

    /// The limits; that of the content may still be changed at ``Progress/head(wantsContinue:)``.
    package var limits: Limits

    /// Where the connection comes from; every request carries it.
    let origin: Origin
    var emptyLines = 0
    var scanner = HeadScanner()
    var framing = BodyFraming.length(0)
    var hasBegunBody = false
    var chunks = ChunkedBody()
    /// Nothing more is read: after a refusal, and after a request that is to be the last.
    var isClosed = false
    var refusedFields: Fields?
    private var pending: [UInt8] = []
    private var consumed = 0

    /// The request whose content is being read, as far as it is known.
    package internal(set) var current: Request?

    /// The method, as soon as the request line is readable: the answer to `HEAD` has no content.
    package internal(set) var method: Method?

    /// A parser at the beginning of a connection.
    package init(limits: Limits = Limits(), origin: Origin = Origin()) {
        self.limits = limits
        self.origin = origin
    }

    /// The fields of the request being read or refused, if its head was readable: they say in which language to
    /// answer a refusal.
    package var knownFields: Fields? { current?.fields ?? refusedFields }

    /// Whether nothing of a request has arrived: closing now loses nothing.
    package var isIdle: Bool { !isReadingBody && !isClosed && !scanner.hasBegun && !hasPending }

    /// Whether octets have arrived that no request has used yet.
    package var hasPending: Bool { consumed < pending.count }

    /// Whether a head is complete and its content is being read.
    package var isReadingBody: Bool { current != nil }

    /// Whether the announced content is over its limit: it will be refused, so nobody should wait for it.
    package var exceedsBodyLimit: Bool {
        framing.exceeds(limits.body)
    }

    /// Takes the next octets of the connection.
    ///
    /// They are read where they lie; only what is left over is copied.
    package mutating func receive(_ bytes: ArraySlice<UInt8>) throws(WireError) -> Progress {
        if hasPending {
            pending.removeFirst(consumed)
            consumed = 0
            pending.append(contentsOf: bytes)
            return try resume()
        }
        var used = 0
        let progress = try advance(over: bytes, used: &used)
        if used < bytes.count { pending = Array(bytes.dropFirst(used)) }
        return progress
    }

    /// Goes on with the octets that are already here.
    package mutating func resume() throws(WireError) -> Progress {
        var used = 0
        let progress = try advance(over: pending[consumed...], used: &used)
        consumed += used
        if consumed == pending.count {
            pending = []
            consumed = 0
        }
        return progress
    }

    private mutating func advance(
        over bytes: ArraySlice<UInt8>, used: inout Int
    ) throws(WireError) -> Progress {
        if isClosed {
            used = bytes.count
            return .incomplete
        }
        do throws(WireError) {
            if let request = current.take() {
                return try advanceBody(of: request, over: bytes, used: &used)
            }
            return try advanceHead(over: bytes, used: &used)
        } catch {
            isClosed = true
            throw error
        }
    }
}
