import COpenSSL

/// What a client keeps of a session to take the next one up faster (RFC 8446 §2.2).
@safe
package final class TLSResumption: @unchecked Sendable {
    // Safe because a session is not changed once it was taken, and its references are counted atomically.
    let pointer: OpaquePointer

    /// Takes over one reference.
    init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    /// Offers it on a new connection, as a copy: a connection that breaks spoils its session.
    func offer(on session: TLSSession) {
        guard let copy = unsafe SSL_SESSION_dup(pointer) else { return }
        unsafe SSL_set_session(session.pointer, copy)
        unsafe SSL_SESSION_free(copy)
    }

    deinit {
        unsafe SSL_SESSION_free(pointer)
    }
}
