import Digest
import HTTPWire
import JSON
package import Scharnier

/// The secret of a token: `sch`, kind letter, `_`, 30 random characters, 6 check characters (api.md §3).
package struct TokenSecret: Sendable {
    /// All 41 characters.
    package let text: String

    static let length = 41
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    private static func isInAlphabet(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Reads a secret; `nil` if its form or its check characters are wrong.
    package init?(_ bytes: ArraySlice<UInt8>) {
        guard Self.isText(bytes, letters: "cftpm".utf8) else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// A new secret for an organisation of this kind, from `random` bytes: at least 30.
    package init(for kind: Organization.Kind, random: [UInt8]) {
        text = Self.text(Self.letter(kind), random: random)
    }

    /// Whether bytes are a secret with one of these letters, by their form and their check characters.
    static func isText(_ bytes: ArraySlice<UInt8>, letters: some Sequence<UInt8>) -> Bool {
        guard bytes.count == length, bytes.starts(with: "sch".utf8) else { return false }
        let (letter, mark) = (bytes[bytes.startIndex + 3], bytes[bytes.startIndex + 4])
        return letters.contains(letter) && mark == UInt8(ascii: "_")
            && bytes.dropFirst(5).allSatisfy(isInAlphabet)
            && bytes.suffix(6).elementsEqual(check(bytes.prefix(35)))
    }

    /// A new secret with this letter, from `random` bytes.
    static func text(_ letter: UInt8, random: [UInt8]) -> String {
        // 62 of 64 values are used; the rest is skipped, so that all characters are equally likely.
        let characters = random.map { $0 & 63 }.filter { $0 < 62 }.prefix(30).map { alphabet[Int($0)] }
        let head = Array("sch".utf8) + [letter, UInt8(ascii: "_")] + characters
        return String(decoding: head + check(head[...]), as: UTF8.self)
    }

    /// How many random bytes a new secret is made from: enough that 30 of them are usable, but for one chance
    /// in 10^30.
    package static let randomByteCount = 80

    /// The SHA-256 of the secret: all that is ever stored.
    package var digest: [UInt8] { sha256(Array(text.utf8)).bytes }

    /// CRC-32 of the first 35 characters in base 62, most significant first, padded with `0` to 6.
    private static func check(_ head: ArraySlice<UInt8>) -> [UInt8] {
        var rest = Int(crc32(head))
        var characters = [UInt8](repeating: 0, count: 6)
        for place in characters.indices.reversed() {
            characters[place] = alphabet[rest % 62]
            rest /= 62
        }
        return characters
    }

    private static func letter(_ kind: Organization.Kind) -> UInt8 {
        switch kind {
        case .cityUnit: UInt8(ascii: "c")
        case .foundation, .company: UInt8(ascii: "f")
        case .carrier, .school, .network, .intermediary: UInt8(ascii: "t")
        case .portal: UInt8(ascii: "p")
        }
    }
}

extension Call {
    /// The secret in `Authorization: Bearer`, if there is one.
    ///
    /// - Throws: 400 for another scheme or two fields, 401 for a secret that cannot be one: before any look-up.
    func secret() throws(Problem) -> TokenSecret? {
        guard let value = request.fields.first(.authorization) else { return nil }
        let scheme = "bearer ".utf8
        guard request.fields.count(of: .authorization) == 1, value.count > scheme.count,
            value.prefix(scheme.count).elementsEqual(scheme, by: { $0 | 0x20 == $1 })
        else { throw Problem(.authorizationMalformed) }
        guard let secret = TokenSecret(value.dropFirst(scheme.count)) else { throw Problem(.tokenInvalid) }
        return secret
    }

    /// A token in the address ends up in logs and histories: refused, whatever it is (api.md §3).
    func refuseTokenInURL() throws(Problem) {
        guard request.query != nil else { return }
        for name in ["token", "access_token", "api_key"] where query[name] != nil {
            throw Problem(.tokenInURL)
        }
    }
}

extension ReadTransaction {
    /// The party behind the secret with this digest.
    ///
    /// Nothing here compares secrets: what is looked for is the SHA-256, in a table or an index. How far that
    /// look-up gets depends on digests alone, and no caller can choose a secret by the beginning of its digest
    /// any faster than by guessing all of it.
    ///
    /// - Throws: 401 for an unknown, expired or revoked one.
    func authenticate(_ digest: [UInt8], at now: Instant) throws -> (Party, AccessToken?) {
        guard let token = try token(digest: digest) else { throw Problem(.tokenInvalid) }
        switch token.standing(at: now) {
        case .valid: return (try party(of: token, on: LocalTime.day(at: now)), token)
        case .expired:
            throw Problem(.tokenExpired, extra: [("expired_at", .string(token.expiresAt.description))])
        case .revoked: throw Problem(.tokenRevoked)
        }
    }
}
