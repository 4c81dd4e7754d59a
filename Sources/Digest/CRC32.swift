import CZlib

/// The CRC-32 of `bytes` as in IEEE 802.3, gzip (RFC 1952 §8) and PNG; a check against mistyping, no secret.
package func crc32(_ bytes: [UInt8]) -> UInt32 {
    crc32(bytes[...])
}

/// The CRC-32 of `bytes`.
package func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
        // Safe because crc32_z reads buffer.count bytes and keeps no pointer; the value has 32 bits.
        unsafe UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
}
