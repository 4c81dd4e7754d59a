import COpenSSL

/// The errors that OpenSSL leaves per thread; whatever is not removed is taken for the next call's.
enum ErrorQueue {
    /// Forgets everything; before each call whose result is explained by the queue (SSL_get_error(3)).
    @inline(__always)
    static func clear() {
        ERR_clear_error()
    }

    /// The code of the first error, 0 without one; the queue is empty afterwards.
    static func takeFirst() -> UInt {
        defer { ERR_clear_error() }
        return ERR_peek_error()
    }

    /// The reason of the first error in words; the queue is empty afterwards.
    static func takeReason() -> String {
        reason(of: takeFirst())
    }

    /// An error in words.
    static func reason(of code: UInt) -> String {
        // Safe because the text is a constant of the library.
        guard let text = unsafe ERR_reason_error_string(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }

    /// Whether a code has this reason of the TLS part of the library.
    static func isReason(_ reason: Int32, _ code: UInt) -> Bool {
        ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == reason
    }
}
