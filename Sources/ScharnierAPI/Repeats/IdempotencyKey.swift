import Digest
import HTTPWire
import Scharnier

/// What a caller names a request by, so that it has its effect once however often it is sent (api.md §7).
struct IdempotencyKey: Hashable, Sendable {
    /// The longest key, in characters.
    static let longest = 255

    let organization: Identifier<Organization>
    let text: String

    /// Reads `Idempotency-Key`: a string of Structured Fields (RFC 9651 §3.3.3) or the same without quotes.
    ///
    /// `nil` for one that is too long, empty, or has other characters than `A-Z a-z 0-9 - _ . :`.
    init?(_ field: ArraySlice<UInt8>, of organization: Identifier<Organization>) {
        var text = field
        let quote = UInt8(ascii: "\"")
        if text.first == quote {
            guard text.count >= 2, text.last == quote else { return nil }
            text = text.dropFirst().dropLast()
        }
        guard (1...Self.longest).contains(text.count), text.allSatisfy(Self.isAllowed) else { return nil }
        self.organization = organization
        self.text = String(decoding: text, as: UTF8.self)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

extension Call {
    /// The key that the request has, if it has one.
    ///
    /// - Throws: 400 for two of them, or one that cannot be a key.
    func idempotencyKey() throws(Problem) -> IdempotencyKey? {
        switch request.fields.count(of: .idempotencyKey) {
        case 0: return nil
        case 1: break
        default: throw Self.malformedKey
        }
        let field = request.fields.first(.idempotencyKey) ?? []
        guard let key = IdempotencyKey(field, of: party.organization ?? .nil) else { throw Self.malformedKey }
        return key
    }

    /// SHA-256 over what decides what the request does; each part behind its length, so that none runs into another.
    var fingerprint: [UInt8] {
        var bytes: [UInt8] = []
        let parts: [[UInt8]] = [
            Array(request.method.name.utf8), request.path, request.query ?? [],
            Array(request.fields.first(.contentType) ?? []), Array(request.fields.first(.ifMatch) ?? []),
            request.body,
        ]
        bytes.reserveCapacity(request.body.count + 512)
        for part in parts {
            bytes += UInt64(part.count).bigEndianBytes
            bytes += part
        }
        return sha256(bytes).bytes
    }

    private static var malformedKey: Problem {
        Problem(
            header: "Idempotency-Key",
            Wording(
                "Genau ein Schlüssel aus 1 bis 255 Zeichen: Buchstaben, Ziffern, - _ . :",
                "Exactly one key of 1 to 255 characters: letters, digits, - _ . :"))
    }
}
