import COpenSSL

/// A SHA-256 value (FIPS 180-4).
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// How many bytes a value has.
    package static let byteCount = 32

    /// The 32 bytes.
    package let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes as 64 hexadecimal digits in lower case.
    package var description: String { Hexadecimal.text(bytes) }

    /// Whether both are the same value, in a time that does not tell where they differ.
    ///
    /// For secrets; `==` stops at the first difference.
    package func isEqual(to other: SHA256Digest) -> Bool {
        isEqualInConstantTime(bytes, other.bytes)
    }
}

/// OpenSSL's implementation, looked up once: the lookup takes twice as long as a short digest.
///
/// Safe because an `EVP_MD` is never changed after it was fetched (openssl.org, EVP_MD_fetch) nor freed here.
private nonisolated(unsafe) let implementation = unsafe EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256()

/// The SHA-256 value of `bytes` (FIPS 180-4).
package func sha256(_ bytes: [UInt8]) -> SHA256Digest {
    var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    // Safe because EVP_Digest reads bytes.count bytes, writes the 32 there are, and keeps no pointer.
    let status = unsafe EVP_Digest(bytes, bytes.count, &digest, nil, implementation, nil)
    // It fails without memory only. Better no process than a digest that is not one.
    precondition(status == 1, "OpenSSL computed no SHA-256")
    return SHA256Digest(bytes: digest)
}

/// The HMAC of `bytes` with SHA-256 under `key` (RFC 2104).
package func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) -> SHA256Digest {
    var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    // Safe because HMAC reads the given counts, writes the 32 bytes there are, and keeps no pointer.
    let result = unsafe HMAC(implementation, key, Int32(key.count), bytes, bytes.count, &digest, nil)
    // As above.
    unsafe precondition(result != nil, "OpenSSL computed no HMAC")
    return SHA256Digest(bytes: digest)
}
