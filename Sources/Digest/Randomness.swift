import COpenSSL

/// The system's random source could not be read.
package struct RandomnessError: Error, Equatable, Sendable {}

/// `count` bytes that nobody can foresee (`RAND_bytes`), for tokens and keys.
///
/// - Throws: ``RandomnessError`` when the source is not seeded; then no secret may be made.
package func randomBytes(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    // Safe because RAND_bytes writes the count bytes there are and keeps no pointer.
    guard unsafe RAND_bytes(&bytes, Int32(count)) == 1 else { throw RandomnessError() }
    return bytes
}
