import Digest
import JSON
import Scharnier

/// The secret of a link that works without a token: in form like a token's, with a letter that no token has.
struct LinkSecret {
    /// What a link is for.
    enum Purpose {
        case confirm, intake

        fileprivate var letter: UInt8 {
            switch self {
            case .confirm: UInt8(ascii: "k")
            case .intake: UInt8(ascii: "i")
            }
        }
    }

    /// All 41 characters.
    let text: String

    /// A new secret.
    init(for purpose: Purpose) throws {
        text = TokenSecret.text(purpose.letter, random: try randomBytes(TokenSecret.randomByteCount))
    }

    /// Reads a secret; `nil` if it cannot be one for this purpose.
    init?(_ text: String, for purpose: Purpose) {
        guard TokenSecret.isText(Array(text.utf8)[...], letters: CollectionOfOne(purpose.letter)) else {
            return nil
        }
        self.text = text
    }

    /// The SHA-256 of the secret: all that is ever stored.
    var digest: [UInt8] { sha256(Array(text.utf8)).bytes }
}

extension Form {
    /// The digest of the member `secret`; what cannot be one is as unknown as any other (domain.md §12.10).
    mutating func linkDigest(for purpose: LinkSecret.Purpose) -> [UInt8] {
        require("secret")
        let text = line("secret", isNullable: false) ?? ""
        // No secret has this digest.
        return LinkSecret(text, for: purpose)?.digest ?? []
    }
}
