import Digest
import HTTPWire
import JSON
import Scharnier

/// `/v1/me`, `/v1/tokens`: who is calling, and with what.
enum TokenRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/me", .readOwnToken, .read(showMe)),
        Route(.delete, "/v1/me/token", .writeOwnTokens, isReleasing: true, .write(revokeMine)),
        Route(.post, "/v1/me/token-rotations", .writeOwnTokens, .write(rotate)),
        Route(.get, "/v1/tokens", .writeOwnTokens, .read(list)),
        Route(.post, "/v1/tokens", .writeTokens, .write(create)),
        Route(.get, "/v1/tokens/{id}", .writeOwnTokens, .read(show)),
        Route(.delete, "/v1/tokens/{id}", .writeTokens, isReleasing: true, .write(revoke)),
    ]

    private static func showMe(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        guard let token = call.token, let organization = try tx.organization(token.organization) else {
            throw Refusal.notFound
        }
        let quotas = [call.settings.quotas.token, call.settings.quotas.write].filter(\.isSet)
        return .ok(
            MeBody(
                organization: organization, token: token, party: call.party, now: call.now, quotas: quotas))
    }

    private static func revokeMine(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        guard let token = call.token else { throw Refusal.notFound }
        try tx.revokeToken(token.id, as: call.party)
        return .noContent
    }

    private static func rotate(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let overlap = form.integer("overlap_seconds", isNullable: false) ?? 3600
        let longest = Int64(AccessToken.longestOverlapSeconds)
        if !(0...longest).contains(overlap) {
            form.note(
                "overlap_seconds", .outOfRange,
                Wording("Erlaubt sind 0 bis 86400.", "Allowed are 0 to 86400."))
        }
        try form.refuse()
        guard let token = try call.token.flatMap({ try tx.token($0.id) }),
            let organization = try tx.organization(token.organization)
        else { throw Refusal.notFound }
        let secret = TokenSecret(for: organization.kind, random: try randomBytes(TokenSecret.randomByteCount))
        let fresh = try tx.rotate(token, digest: secret.digest, overlapSeconds: Int(overlap))
        return issued(fresh, secret, call)
    }

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let tokens = try tx.tokens(
            of: call.party.ownsAllTokens ? nil : call.party.organization ?? .nil)
        let bodies = tokens.map { TokenBody(token: $0, now: call.now) }
        return call.list(all: bodies)
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let token = try tx.token(try call.identifier())
        guard let token, call.party.ownsAllTokens || call.party.isFrom(token.organization) else {
            throw Refusal.notFound
        }
        return .ok(TokenBody(token: token, now: call.now))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        for name in ["organization_id", "role", "scopes", "label"] { form.require(name) }
        let request = TokenRequest(
            organization: form.identifier("organization_id", isNullable: false) ?? .nil,
            role: form.choice("role", Role.carrier), scopes: Set(form.choices("scopes")),
            label: form.line("label", isNullable: false) ?? "",
            days: Int(
                clamping: form.integer("days", isNullable: false) ?? Int64(AccessToken.defaultLifeInDays)))
        try form.refuse()
        let kind = try tx.organization(request.organization)?.kind ?? .carrier
        let secret = TokenSecret(for: kind, random: try randomBytes(TokenSecret.randomByteCount))
        let token = try tx.issue(request, digest: secret.digest, as: call.party)
        return issued(token, secret, call)
    }

    private static func issued(_ token: AccessToken, _ secret: TokenSecret, _ call: Call) -> Answer {
        var answer = Answer.created(
            TokenBody(token: token, now: call.now, secret: .shown(secret.text)), at: "/v1/tokens/\(token.id)")
        answer.withoutSecret = { TokenBody(token: token, now: call.now, secret: .shownBefore).encoded }
        return answer
    }

    private static func revoke(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        try tx.revokeToken(try call.identifier(), as: call.party)
        return .noContent
    }
}
