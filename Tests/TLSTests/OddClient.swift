import COpenSSL

@testable import TLS

/// A client that may do what ours never would: old versions, weak suites, other protocols, no checks.
@safe
final class OddClient {
    let session: OpaquePointer
    private let ends: SocketPair

    /// Speaks over the second end of a pair.
    init(
        on ends: SocketPair, versions: ClosedRange<Int32> = TLS1_VERSION...TLS1_3_VERSION,
        suites: String? = nil, groups: String? = nil, protocols: [String] = [],
        securityLevel: Int32 = 0
    ) {
        self.ends = ends
        let context = unsafe SSL_CTX_new(TLS_client_method())
        unsafe SSL_CTX_set_security_level(context, securityLevel)
        unsafe SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(versions.lowerBound), nil)
        unsafe SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(versions.upperBound), nil)
        if let suites { unsafe SSL_CTX_set_cipher_list(context, suites) }
        if let groups {
            var list = Array(groups.utf8CString)
            unsafe SSL_CTX_ctrl(context, SSL_CTRL_SET_GROUPS_LIST, 0, &list)
        }
        let list = protocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
        if !list.isEmpty { unsafe SSL_CTX_set_alpn_protos(context, list, UInt32(list.count)) }
        unsafe session = SSL_new(context)
        unsafe SSL_CTX_free(context)
        unsafe SSL_set_fd(session, ends.second)
        unsafe SSL_set_connect_state(session)
    }

    deinit {
        unsafe SSL_free(session)
    }

    /// Whether the handshake is complete.
    func handshake() -> Bool {
        ERR_clear_error()
        return unsafe SSL_do_handshake(session) == 1
    }

    /// The reason of the first error since the last call.
    var reason: Int32 { ERR_GET_REASON(ERR_peek_error()) }
}

/// What ``OddClient`` keeps of a session.
@safe
final class OddTicket {
    let pointer: OpaquePointer

    init?(_ session: OpaquePointer) {
        guard let pointer = unsafe SSL_SESSION_dup(SSL_get_session(session)) else { return nil }
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe SSL_SESSION_free(pointer)
    }
}

extension OddClient {
    var ticket: OddTicket? { unsafe OddTicket(session) }

    func resume(_ ticket: OddTicket?) {
        guard let ticket, let copy = unsafe SSL_SESSION_dup(ticket.pointer) else { return }
        unsafe SSL_set_session(session, copy)
        unsafe SSL_SESSION_free(copy)
    }
}

extension TLSVersion {
    /// The one before the newest.
    static let older = TLS1_2_VERSION...TLS1_2_VERSION
}

extension TLSResumption {
    /// Whether the server would take data before the handshake is complete (0-RTT, RFC 8446 §2.3).
    var permitsEarlyData: Bool { unsafe SSL_SESSION_get_max_early_data(pointer) > 0 }
}

/// A server of one version, over the first end of a pair.
@safe
final class OddServer {
    private let session: OpaquePointer
    private let ends: SocketPair

    init(on ends: SocketPair, _ identity: TLSIdentity, version: Int32) {
        self.ends = ends
        let context = unsafe SSL_CTX_new(TLS_server_method())
        unsafe SSL_CTX_set_security_level(context, 0)
        unsafe SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(version), nil)
        unsafe SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(version), nil)
        unsafe SSL_CTX_use_certificate_chain_file(context, identity.certificateFile)
        unsafe SSL_CTX_use_PrivateKey_file(context, identity.keyFile, SSL_FILETYPE_PEM)
        unsafe session = SSL_new(context)
        unsafe SSL_CTX_free(context)
        unsafe SSL_set_fd(session, ends.first)
        unsafe SSL_set_accept_state(session)
    }

    deinit {
        unsafe SSL_free(session)
    }

    func handshake() -> Bool {
        ERR_clear_error()
        return unsafe SSL_do_handshake(session) == 1
    }
}
