import COpenSSL

/// An `SSL_CTX` with the settings that servers and clients share.
///
/// It is set up before anybody else sees it and not changed after: then any number of threads may make sessions
/// from it.
@safe
final class ContextHandle: @unchecked Sendable {
    // Safe because OpenSSL counts the references to a context atomically and only reads it once sessions exist;
    // `ticketKeys` lives as long as this object, which every session keeps.
    let pointer: OpaquePointer
    private let ticketKeys: TicketKeys?

    /// The suites of TLS 1.3: AES-128 first, which is the fastest and as good as the curves that go with it.
    private static let suites = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"
    /// What TLS 1.2 adds, in the same order.
    private static let olderSuites =
        "ECDHE+AESGCM+AES128:ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!eNULL"
    /// Key exchange, the preferred first (BSI TR-02102-2, tables 5 and 8).
    private static let groups = "X25519:P-256:P-384"
    /// At least 112 bits for every key and signature: OpenSSL's level 2, also where its configuration says less.
    private static let securityLevel: Int32 = 2

    /// - Throws: ``TLSFault/library(call:reason:)``.
    init(
        _ method: OpaquePointer?, minimum: TLSVersion, ticketKeys: TicketKeys? = nil
    ) throws(TLSFault) {
        ErrorQueue.clear()
        guard let pointer = unsafe SSL_CTX_new(method) else {
            throw .library(call: "SSL_CTX_new", reason: ErrorQueue.takeReason())
        }
        unsafe self.pointer = pointer
        self.ticketKeys = ticketKeys
        unsafe scharnier_ssl_restrict(pointer)
        unsafe SSL_CTX_set_security_level(pointer, Self.securityLevel)
        // Idle connections give their buffers back, records go out as they fit, and one read takes what is there.
        let modes =
            SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE
            | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_NO_AUTO_CHAIN
        try control(SSL_CTRL_MODE, Int(modes), "SSL_CTX_set_mode")
        // The result is what was set before.
        _ = unsafe SSL_CTX_ctrl(pointer, SSL_CTRL_SET_READ_AHEAD, 1, nil)
        try setAlgorithms(minimum)
        if let ticketKeys { setTicketKeys(ticketKeys) }
    }

    deinit {
        unsafe SSL_CTX_free(pointer)
    }

    private func setAlgorithms(_ minimum: TLSVersion) throws(TLSFault) {
        try control(SSL_CTRL_SET_MIN_PROTO_VERSION, minimum.number, "SSL_CTX_set_min_proto_version")
        try check(unsafe SSL_CTX_set_ciphersuites(pointer, Self.suites), "SSL_CTX_set_ciphersuites")
        try check(unsafe SSL_CTX_set_cipher_list(pointer, Self.olderSuites), "SSL_CTX_set_cipher_list")
        var groups = Array(Self.groups.utf8CString)
        // Safe because the list is read within the call.
        try check(
            Int32(unsafe SSL_CTX_ctrl(pointer, SSL_CTRL_SET_GROUPS_LIST, 0, &groups)),
            "SSL_CTX_set1_groups_list")
    }

    private func setTicketKeys(_ keys: TicketKeys) {
        // Place 0 is the application's (SSL_CTX_get_ex_new_index(3)).
        unsafe SSL_CTX_set_ex_data(pointer, 0, Unmanaged.passUnretained(keys).toOpaque())
        unsafe SSL_CTX_set_tlsext_ticket_key_evp_cb(pointer, applyTicketKey)
    }

    /// The keys that a session's context was made with.
    static func ticketKeys(of session: OpaquePointer?) -> TicketKeys? {
        guard let place = unsafe SSL_CTX_get_ex_data(SSL_get_SSL_CTX(session), 0) else { return nil }
        return unsafe Unmanaged<TicketKeys>.fromOpaque(place).takeUnretainedValue()
    }

    /// Calls `SSL_CTX_ctrl`, which most settings are macros around.
    func control(_ command: Int32, _ value: Int, _ name: String) throws(TLSFault) {
        try check(Int32(truncatingIfNeeded: unsafe SSL_CTX_ctrl(pointer, command, value, nil)), name)
    }

    /// Turns a result that is not positive into an error.
    func check(_ result: Int32, _ name: String) throws(TLSFault) {
        guard result > 0 else { throw .library(call: name, reason: ErrorQueue.takeReason()) }
    }
}
