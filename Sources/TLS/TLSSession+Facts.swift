import COpenSSL

extension TLSSession {
    /// The version that was agreed on, as `TLSv1.3`.
    package var version: String {
        // Safe because the text is a constant of the library.
        unsafe String(cString: SSL_get_version(pointer))
    }

    /// The suite that was agreed on, as `TLS_AES_128_GCM_SHA256`.
    package var cipher: String {
        // Safe because the text is a constant of the library.
        unsafe String(cString: SSL_CIPHER_get_name(SSL_get_current_cipher(pointer)))
    }

    /// The protocol that was agreed on, as `http/1.1`; `nil` when none was offered.
    package var applicationProtocol: String? {
        var name: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        // Safe because the name is copied while the session lives.
        unsafe SSL_get0_alpn_selected(pointer, &name, &length)
        guard length > 0 else { return nil }
        return unsafe String(
            decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
    }

    /// Whether an earlier session was taken up.
    package var isResumed: Bool { unsafe SSL_session_reused(pointer) == 1 }

    /// What a client needs to take this session up again; with TLS 1.3 there after the first read.
    package var resumption: TLSResumption? {
        let session = unsafe SSL_get_session(pointer)
        // A copy: OpenSSL spoils the session of a connection that ends without `close_notify`.
        guard unsafe SSL_SESSION_is_resumable(session) == 1, let copy = unsafe SSL_SESSION_dup(session)
        else { return nil }
        return unsafe TLSResumption(copy)
    }
}
