import Synchronization

/// The context of a server that can be changed for one with a newer certificate while connections are open.
///
/// A connection keeps the context it began with. Ticket keys stay: clients can take their sessions up again.
package final class RenewableTLSContext: Sendable {
    private let context: Mutex<TLSServerContext>
    private let minimum: TLSVersion
    private let ticketKeys: TicketKeys

    /// What became of the handshakes so far, with all certificates.
    package let handshakes = HandshakeCounts()

    /// Reads certificate and key.
    ///
    /// A certificate that is not valid is taken: whether to serve with it is for the caller to decide, who asks
    /// ``current``.
    /// - Throws: ``TLSFault`` naming the file that has to be mended.
    package init(
        _ identity: TLSIdentity, minimum: TLSVersion = .v1_3, ticketKeys: TicketKeys
    ) throws(TLSFault) {
        self.minimum = minimum
        self.ticketKeys = ticketKeys
        context = Mutex(
            try TLSServerContext(
                identity, minimum: minimum, ticketKeys: ticketKeys, counts: handshakes))
    }

    /// What new connections begin with.
    package var current: TLSServerContext { context.withLock { $0 } }

    /// The server's end of a new connection on a non-blocking descriptor, which stays the caller's.
    ///
    /// - Throws: ``TLSFault/library(call:reason:)`` without memory.
    package func session(on descriptor: Int32) throws(TLSFault) -> TLSSession {
        try current.session(on: descriptor)
    }

    /// Reads a pair again, or another one; new connections begin with it.
    ///
    /// `now` is in seconds since 1970: a certificate that is not valid then is refused.
    /// - Throws: ``TLSFault``; nothing has changed then.
    package func reload(_ identity: TLSIdentity? = nil, now: Int64) throws(TLSFault) {
        let next = try TLSServerContext(
            identity ?? current.identity, minimum: minimum, ticketKeys: ticketKeys, counts: handshakes)
        try next.requireValid(at: now)
        context.withLock { $0 = next }
    }
}

extension TLSServerContext {
    /// - Throws: ``TLSFault/expired(path:notAfter:)``, ``TLSFault/notYetValid(path:notBefore:)``.
    package func requireValid(at now: Int64) throws(TLSFault) {
        switch validity.standing(at: now) {
        case .early: throw .notYetValid(path: identity.certificateFile, notBefore: validity.notBefore)
        case .over: throw .expired(path: identity.certificateFile, notAfter: validity.notAfter)
        case .good, .ending: break
        }
    }
}
