import JSON
import Scharnier

/// A token on the wire; its secret is shown once, in the answer that creates it.
struct TokenBody: JSONWritable {
    let token: AccessToken
    let now: Instant
    var secret = Secret.notPart

    /// Only the answer that makes a token has a member for its secret; `null` when that is sent once more.
    enum Secret: Equatable {
        case notPart, shownBefore
        case shown(String)
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", token.id)
            writer.member("organization_id", token.organization)
            writer.member("role", word: token.role)
            writer.member("label", token.label)
            writer.member("scopes", token.scopes.map(\.rawValue).sorted())
            writer.member("status", word: status)
            writer.member("created_at", token.createdAt)
            writer.member("expires_at", token.expiresAt)
            writer.member("revoked_at", token.revokedAt)
            writer.member("last_used_at", token.lastUsedAt)
            switch secret {
            case .notPart: break
            case .shownBefore: writer.member("secret", nil as String?)
            case .shown(let text): writer.member("secret", text)
            }
        }
    }

    private var status: TokenStatus {
        switch token.standing(at: now) {
        case .valid: .active
        case .expired: .expired
        case .revoked: .revoked
        }
    }
}

/// Who is calling: every integrator's first call (api.md §3).
struct MeBody: JSONWritable {
    let organization: Organization
    let token: AccessToken
    let party: Party
    let now: Instant

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberObject("organization") { writer in
                writer.member("id", organization.id)
                writer.member("name", organization.profile.name)
                writer.member("kind", word: organization.kind)
            }
            writer.member("role", word: party.role)
            writer.member("area_ids", party.areas.sorted())
            writer.memberObject("token") { writer in
                writer.member("id", token.id)
                writer.member("label", token.label)
                writer.member("scopes", token.scopes.map(\.rawValue).sorted())
                writer.member("created_at", token.createdAt)
                writer.member("expires_at", token.expiresAt)
                writer.member("last_used_at", token.lastUsedAt)
            }
            writer.member("server_time", now)
        }
    }
}
