/// Why certificates, keys or trusted authorities cannot be used: faults that somebody mends in files.
///
/// Paths are those that were given. Whoever speaks to people turns the cases into sentences.
package enum TLSFault: Error, Hashable, Sendable {
    /// A file cannot be read, with the number of the system's error (`errno`).
    case unreadable(path: String, number: Int32)
    /// The key can be read by others than its owner; the mode as in chmod(2).
    case exposed(path: String, mode: UInt32)
    /// The file holds no certificate in PEM.
    case noCertificate(path: String)
    /// The file holds no private key in PEM.
    case noKey(path: String)
    /// The key is locked with a pass phrase, for which nobody is there to ask.
    case locked(path: String)
    /// Certificate and key do not belong together.
    case mismatched(certificate: String, key: String)
    /// OpenSSL finds the certificate or key too weak or wrong.
    case refused(path: String, reason: String)
    /// The certificate is not valid any more; seconds since 1970.
    case expired(path: String, notAfter: Int64)
    /// The certificate is not valid yet; seconds since 1970.
    case notYetValid(path: String, notBefore: Int64)
    /// A call of the library failed, as it does without memory.
    case library(call: String, reason: String)
}
