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
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Whether both are the same value, in a time that does not tell where they differ.
    ///
    /// For secrets; `==` stops at the first difference.
    package func isEqual(to other: SHA256Digest) -> Bool {
        isEqualInConstantTime(bytes, other.bytes)
    }
}

/// The SHA-256 value of `bytes` (FIPS 180-4).
package func sha256(_ bytes: [UInt8]) -> SHA256Digest {
    var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    // Safe because SHA256 reads bytes.count bytes and writes the 32 there are; neither pointer outlives it.
    unsafe SHA256(bytes, bytes.count, &digest)
    return SHA256Digest(bytes: digest)
}

/// The HMAC of `bytes` with SHA-256 under `key` (RFC 2104).
package func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) -> SHA256Digest {
    var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    // Safe because HMAC reads the given counts and writes the 32 bytes there are; no pointer outlives it.
    unsafe HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &digest, nil)
    return SHA256Digest(bytes: digest)
}
