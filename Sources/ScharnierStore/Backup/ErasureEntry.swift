package import JSON
package import Scharnier

/// Something that a restored backup must not bring back: identifiers only (operations.md §11).
package enum ErasureEntry: Hashable, Sendable {
    /// A token that is of no use from a moment on.
    case tokenRevoked(Identifier<AccessToken>, at: Instant)
    /// Up to this position of the feed numbers were given before or skipped by a restore.
    case restored(Int64, at: Instant)
}

extension ErasureEntry: JSONWritable {
    /// Writes the entry as one object of the journal.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            switch self {
            case .tokenRevoked(let id, let at):
                writer.member("kind", "token_revoked")
                writer.member("id", id.description)
                writer.member("at", at.description)
            case .restored(let position, let at):
                writer.member("kind", "restored")
                writer.member("position", position)
                writer.member("at", at.description)
            }
        }
    }

    /// Reads an entry; nil if it is none that this program knows.
    init?(_ value: JSONValue) {
        guard case .object(let object) = value, case .string(let kind)? = object["kind"],
            case .string(let time)? = object["at"], let at = Instant(time)
        else { return nil }
        switch (kind, object["id"], object["position"]) {
        case ("token_revoked", .string(let text)?, nil):
            guard let id = Identifier<AccessToken>(text) else { return nil }
            self = .tokenRevoked(id, at: at)
        case ("restored", nil, .integer(let position)?): self = .restored(position, at: at)
        default: return nil
        }
    }
}
