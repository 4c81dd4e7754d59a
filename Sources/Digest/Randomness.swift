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

/// Random numbers in stock: the system is asked for many at a time, for each time is a system call.
///
/// For what must not be guessed but is no secret, as identifiers. What is in stock lies in the memory of the process.
package struct StockedRandomness: RandomNumberGenerator, Sendable {
    /// Numbers fetched at a time.
    private static let stock = 64

    private var numbers: [UInt64] = []

    /// Makes a generator with nothing in stock.
    package init() {}

    package mutating func next() -> UInt64 {
        if let number = numbers.popLast() { return number }
        var system = SystemRandomNumberGenerator()
        // Without OpenSSL's source there is still the system's, one number at a time: nothing is hidden by that.
        guard let bytes = try? randomBytes(Self.stock * 8) else { return system.next() }
        numbers = stride(from: 0, to: bytes.count, by: 8).map { start in
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        return numbers.popLast() ?? system.next()
    }
}
