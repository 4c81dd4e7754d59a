import JSON
import Scharnier

/// A link that confirms, on the wire; its secret is shown once.
struct ConfirmLinkBody: JSONWritable {
    let link: ConfirmLink
    let secret: String?

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", link.id)
            writer.member("entity", word: link.subject)
            writer.member("entity_id", link.subjectID)
            writer.member("created_at", link.createdAt)
            writer.member("expires_at", link.expiresAt)
            writer.member("secret", secret)
        }
    }
}

/// What was confirmed by a secret.
struct ConfirmationBody: JSONWritable {
    let confirmed: Confirmed

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("entity", word: confirmed.subject)
            writer.member("entity_id", confirmed.id)
            writer.member("status", confirmed.status)
            writer.member("freshness", freshness: confirmed.freshness)
        }
    }
}

/// A link by which a need is entered, on the wire; its secret is shown once.
struct IntakeLinkBody: JSONWritable {
    let link: IntakeLink
    let now: Instant
    var secret = TokenBody.Secret.notPart

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", link.id)
            writer.member("status", word: link.status(at: now))
            writer.member("area_id", link.area)
            writer.member("organization_id", link.organization)
            writer.member("organization_name", link.organizationName)
            writer.member("need_ids", link.needs)
            writer.member("uses", Int64(link.needs.count))
            writer.member("max_uses", link.maximumUses)
            writer.member("created_at", link.createdAt)
            writer.member("expires_at", link.expiresAt)
            writer.member("revoked_at", link.revokedAt)
            switch secret {
            case .notPart: break
            case .shownBefore: writer.member("secret", nil as String?)
            case .shown(let text): writer.member("secret", text)
            }
        }
    }
}

/// What was entered by a link: no more than whoever entered it needs to go on.
struct IntakeBody: JSONWritable {
    let need: Need
    let completeness: NeedCompleteness

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("need_id", need.id)
            writer.member("status", word: need.status)
            writer.member("completeness", CompletenessBody(completeness: completeness))
        }
    }
}

extension IntakeLinkRequest {
    /// Reads what a caller sends to make a link.
    init(_ form: inout Form) {
        form.require("area_id")
        self.init(
            area: form.identifier("area_id", isNullable: false) ?? .nil,
            organization: form.identifier("organization_id"),
            organizationName: form.line("organization_name"),
            maximumUses: form.integer("max_uses", isNullable: false) ?? 1,
            days: form.integer("days", isNullable: false))
    }
}
