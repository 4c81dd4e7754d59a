import COpenSSL

/// What one generation of session tickets is locked with (RFC 5077 §4): AES-256-CBC and HMAC-SHA-256.
struct TicketKey {
    static let nameSize = 16
    private static let keySize = 32

    /// Tells which key a ticket was made with.
    let name: [UInt8]
    let cipherKey: [UInt8]
    let codeKey: [UInt8]

    /// A key that nobody can foresee; `nil` when the random source fails.
    init?() {
        guard let name = Self.random(Self.nameSize), let cipherKey = Self.random(Self.keySize),
            let codeKey = Self.random(Self.keySize)
        else { return nil }
        self.name = name
        self.cipherKey = cipherKey
        self.codeKey = codeKey
    }

    private static func random(_ count: Int) -> [UInt8]? {
        var octets = [UInt8](repeating: 0, count: count)
        // Safe because RAND_priv_bytes writes the octets there are and keeps no pointer.
        return unsafe RAND_priv_bytes(&octets, Int32(count)) == 1 ? octets : nil
    }
}
