import COpenSSL

/// What outgoing connections trust: TLS 1.2 or later, certificates and names always checked.
///
/// There is no way to switch the check off.
package final class TLSClientContext: Sendable {
    /// Who vouches for servers.
    package enum Trust: Hashable, Sendable {
        /// The authorities of the system (Debian: ca-certificates).
        case system
        /// Only the authorities in this PEM file.
        case file(String)
    }

    private let handle: ContextHandle

    /// Loads the authorities.
    ///
    /// - Throws: ``TLSFault/noCertificate(path:)`` when the file names none.
    package init(trust: Trust = .system) throws(TLSFault) {
        handle = try unsafe ContextHandle(TLS_client_method(), minimum: .v1_2)
        switch trust {
        case .system:
            try handle.check(
                unsafe SSL_CTX_set_default_verify_paths(handle.pointer), "SSL_CTX_set_default_verify_paths")
        case .file(let path):
            guard unsafe SSL_CTX_load_verify_file(handle.pointer, path) == 1 else {
                ErrorQueue.clear()
                throw .noCertificate(path: path)
            }
        }
        unsafe SSL_CTX_set_verify(handle.pointer, SSL_VERIFY_PEER, nil)
        let list = ApplicationProtocol.list
        // The one function of this library that returns 0 for success.
        guard unsafe SSL_CTX_set_alpn_protos(handle.pointer, list, UInt32(list.count)) == 0 else {
            throw .library(call: "SSL_CTX_set_alpn_protos", reason: ErrorQueue.takeReason())
        }
    }

    /// The client's end of a connection to `host`, a name or a numeric address, on a descriptor that stays the
    /// caller's.
    ///
    /// The server has to prove that it is this host (RFC 9110 §4.3.4); wildcards stand for whole labels only.
    /// `resuming` is what ``TLSSession/resumption`` gave for the same host.
    /// - Throws: ``TLSFault/library(call:reason:)`` for a host that is none, or without memory.
    package func session(
        on descriptor: Int32, host: String, resuming earlier: TLSResumption? = nil
    ) throws(TLSFault) -> TLSSession {
        let session = try TLSSession(handle, on: descriptor)
        try expect(host, of: session)
        earlier?.offer(on: session)
        unsafe SSL_set_connect_state(session.pointer)
        return session
    }

    private func expect(_ host: String, of session: TLSSession) throws(TLSFault) {
        guard !host.isEmpty, !host.utf8.contains(0) else {
            throw .library(call: "SSL_set1_host", reason: "not a host")
        }
        let check = unsafe SSL_get0_param(session.pointer)
        if unsafe X509_VERIFY_PARAM_set1_ip_asc(check, host) == 1 { return }
        ErrorQueue.clear()
        unsafe X509_VERIFY_PARAM_set_hostflags(check, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        try handle.check(
            unsafe X509_VERIFY_PARAM_set1_host(check, host, host.utf8.count), "SSL_set1_host")
        var name = Array(host.utf8CString)
        // Safe because the name is copied. A numeric address is no server name (RFC 6066 §3).
        let result = unsafe SSL_ctrl(
            session.pointer, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), &name)
        try handle.check(Int32(truncatingIfNeeded: result), "SSL_set_tlsext_host_name")
    }
}
