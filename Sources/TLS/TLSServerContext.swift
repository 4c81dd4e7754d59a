import COpenSSL

/// What a TLS server speaks with: one certificate, its key, and the rules of operations; never changed.
package final class TLSServerContext: Sendable {
    /// One ticket per handshake: a client of an interface comes back with one connection at a time.
    private static let ticketsPerHandshake = 1

    let handle: ContextHandle
    private let counts: HandshakeCounts

    /// When the certificate begins and ends.
    package let validity: CertificateValidity

    /// The files it was read from.
    package let identity: TLSIdentity

    /// Reads certificate and key, and compares them.
    ///
    /// Whether the certificate is valid now is for the caller to ask.
    /// - Throws: ``TLSFault`` naming the file that has to be mended.
    package init(
        _ identity: TLSIdentity, minimum: TLSVersion = .v1_3, ticketKeys: TicketKeys,
        counts: HandshakeCounts = HandshakeCounts()
    ) throws(TLSFault) {
        let pair = try KeyPair(identity)
        self.identity = identity
        self.counts = counts
        validity = pair.certificates.validity
        handle = try unsafe ContextHandle(
            TLS_server_method(), minimum: minimum, ticketKeys: ticketKeys)
        try use(pair)
        try setSessions()
        unsafe SSL_CTX_set_alpn_select_cb(handle.pointer, selectProtocol, nil)
    }

    private func use(_ pair: KeyPair) throws(TLSFault) {
        // Safe because each call takes a reference of its own.
        guard unsafe SSL_CTX_use_certificate(handle.pointer, pair.certificates.first) == 1 else {
            throw .refused(path: identity.certificateFile, reason: ErrorQueue.takeReason())
        }
        let isWhole = unsafe pair.certificates.issuers.allSatisfy { issuer in
            unsafe SSL_CTX_ctrl(
                handle.pointer, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(issuer)) == 1
        }
        guard isWhole else {
            throw .refused(path: identity.certificateFile, reason: ErrorQueue.takeReason())
        }
        guard unsafe SSL_CTX_use_PrivateKey(handle.pointer, pair.key) == 1 else {
            throw .refused(path: identity.keyFile, reason: ErrorQueue.takeReason())
        }
    }

    private func setSessions() throws(TLSFault) {
        // Tickets hold everything: nothing is kept here that many clients could fill.
        _ = unsafe SSL_CTX_ctrl(handle.pointer, SSL_CTRL_SET_SESS_CACHE_MODE, Int(SSL_SESS_CACHE_OFF), nil)
        unsafe SSL_CTX_set_timeout(handle.pointer, Int(TicketKeys.period.components.seconds))
        try handle.check(
            unsafe SSL_CTX_set_num_tickets(handle.pointer, Self.ticketsPerHandshake),
            "SSL_CTX_set_num_tickets")
        // Sessions of another program with the same keys would not be taken; there is none.
        let purpose = Array("http".utf8)
        try handle.check(
            unsafe SSL_CTX_set_session_id_context(handle.pointer, purpose, UInt32(purpose.count)),
            "SSL_CTX_set_session_id_context")
    }

    /// The server's end of a connection on a non-blocking descriptor, which stays the caller's.
    ///
    /// - Throws: ``TLSFault/library(call:reason:)`` without memory.
    package func session(on descriptor: Int32) throws(TLSFault) -> TLSSession {
        let session = try TLSSession(handle, on: descriptor, counts: counts)
        unsafe SSL_set_accept_state(session.pointer)
        return session
    }
}
