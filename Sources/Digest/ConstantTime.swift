import COpenSSL

/// Whether both have the same bytes, in a time that depends on their lengths alone.
package func isEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    // Safe because CRYPTO_memcmp reads left.count bytes of each and keeps no pointer.
    return unsafe CRYPTO_memcmp(left, right, left.count) == 0
}
