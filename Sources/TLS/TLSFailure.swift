import COpenSSL

/// Why one connection cannot go on.
package enum TLSFailure: Error, Hashable, Sendable {
    /// The peer speaks something else, as HTTP without TLS.
    case plainText
    /// The connection ended without `close_notify`: what arrived may not be all that was sent (RFC 8446 §6.1).
    case truncated
    /// The connection broke, with the number of the system's error (`errno`).
    case lost(number: Int32)
    /// The peer's certificate is not to be trusted; a code of X509_STORE_CTX_get_error(3).
    case untrusted(code: Int)
    /// A message was wrong, or the two sides have nothing in common; a code of ERR_get_error(3).
    case refused(code: UInt)
}

extension TLSFailure: CustomStringConvertible {
    /// What happened, in the words of the library or the system.
    package var description: String {
        switch self {
        case .plainText: "the peer does not speak TLS"
        case .truncated: "ended without close_notify"
        case .lost(let number): "the connection broke (errno \(number))"
        // Safe because the text is a constant of the library.
        case .untrusted(let code): unsafe String(cString: X509_verify_cert_error_string(code))
        case .refused(let code): ErrorQueue.reason(of: code)
        }
    }
}
