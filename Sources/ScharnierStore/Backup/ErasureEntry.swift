package import JSON
package import Scharnier

/// Something that a restored backup must not bring back: identifiers only (operations.md §11).
package enum ErasureEntry: Hashable, Sendable {
    /// A token that is of no use from a moment on.
    case tokenRevoked(Identifier<AccessToken>, at: Instant)
    /// Up to this position of the feed numbers were given before or skipped by a restore.
    case restored(Int64, at: Instant)
    /// A contact of which nothing is left.
    case contactErased(Identifier<Contact>, at: Instant)
    /// Texts of a record that were replaced; the position is that of the record's entry in the feed.
    case redacted(Subject, Identifier<Change>, paths: [String], position: Int64, at: Instant)
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
            case .contactErased(let id, let at):
                writer.member("kind", "contact_erased")
                writer.member("id", id.description)
                writer.member("at", at.description)
            case .redacted(let subject, let id, let paths, let position, let at):
                writer.member("kind", "redacted")
                writer.member("subject", subject.rawValue)
                writer.member("id", id.description)
                writer.member("paths", paths)
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
        case ("contact_erased", .string(let text)?, nil):
            guard let id = Identifier<Contact>(text) else { return nil }
            self = .contactErased(id, at: at)
        case ("redacted", .string(let text)?, .integer(let position)?):
            guard let id = Identifier<Change>(text), case .string(let word)? = object["subject"],
                let subject = Subject(rawValue: word), case .array(let elements)? = object["paths"]
            else { return nil }
            let paths = elements.compactMap {
                if case .string(let path) = $0 { path } else { nil as String? }
            }
            guard paths.count == elements.count else { return nil }
            self = .redacted(subject, id, paths: paths, position: position, at: at)
        default: return nil
        }
    }
}
