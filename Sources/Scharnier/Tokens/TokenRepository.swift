/// Looks up tokens.
package protocol TokenReading {
    /// The token whose secret has this SHA-256.
    func token(digest: [UInt8]) throws -> AccessToken?

    /// The token with this identifier.
    func token(_ id: Identifier<AccessToken>) throws -> AccessToken?

    /// All tokens of an organisation, or of all, oldest first.
    func tokens(of organization: Identifier<Organization>?) throws -> [AccessToken]

    /// The areas to which `organization`'s officers are assigned on `day`, with all that lies inside them.
    func assignedAreas(of organization: Identifier<Organization>, on day: Day) throws -> Set<Identifier<Area>>
}

/// Keeps tokens.
package protocol TokenRepository: TokenReading {
    /// Adds a token.
    func insert(_ token: AccessToken) throws

    /// Replaces what is kept about a token.
    func update(_ token: AccessToken) throws
}

/// What a new token shall be.
package struct TokenRequest: Equatable, Sendable {
    package let organization: Identifier<Organization>
    package let role: Role
    package let scopes: Set<Scope>
    package let label: String
    package let days: Int

    /// A token to be issued.
    package init(
        organization: Identifier<Organization>, role: Role, scopes: Set<Scope>, label: String,
        days: Int = AccessToken.defaultLifeInDays
    ) {
        self.organization = organization
        self.role = role
        self.scopes = scopes
        self.label = label
        self.days = days
    }
}

extension TokenReading {
    /// The party for which a valid token acts.
    package func party(of token: AccessToken, on day: Day) throws -> Party {
        let areas =
            token.role == .areaOfficer ? try assignedAreas(of: token.organization, on: day) : []
        return Party(
            organization: token.organization, role: token.role, scopes: token.scopes, areas: areas,
            token: token.id)
    }
}

extension WriteTransaction {
    /// Issues a token for the secret whose SHA-256 is `digest`.
    ///
    /// Tokens do not breed (api.md §3): only the city issues them, scopes are a subset of the issuer's, and
    /// `tokens:write` is given by the operator alone.
    /// - Throws: ``Refusal/invalid(_:)`` or ``Refusal/roleForbidden``.
    package func issue(_ request: TokenRequest, digest: [UInt8], as issuer: Party) throws -> AccessToken {
        guard issuer.ownsAllTokens else { throw Refusal.roleForbidden }
        let violations = try violations(in: request, issuer: issuer)
        guard violations.isEmpty else { throw Refusal.invalid(violations) }
        // A token does not outlive the one that issues it (domain.md §3.1).
        let own = try issuer.token.flatMap { try self.token($0) }
        let expiry = min(now.adding(days: request.days), own?.expiresAt ?? now.adding(days: request.days))
        let token = AccessToken(
            id: newID(), organization: request.organization, role: request.role, scopes: request.scopes,
            label: request.label, digest: digest, createdAt: now, expiresAt: expiry)
        try insert(token)
        try audit("token.issued", .init("token", token.id), fields: ["role", "scopes"], as: issuer)
        return token
    }

    private func violations(in request: TokenRequest, issuer: Party) throws -> [Violation] {
        var found: [Violation] = []
        let organization = try organization(request.organization)
        if organization == nil {
            found.append(.init("organization_id", .referenceNotFound, .noSuchReference))
        }
        if let organization, !request.role.fits(organization.kind) {
            let text = Wording(
                "Diese Rolle passt nicht zur Art der Organisation.",
                "This role does not fit the kind of organisation.")
            found.append(.init("role", .notAllowedTogether, text))
        }
        let granted = issuer.isOperator ? Set(Scope.allCases) : issuer.scopes.subtracting([.tokensWrite])
        let allowed = granted.intersection(request.role.usableScopes)
        if request.scopes.isEmpty {
            found.append(
                .init(
                    "scopes", .tooFew,
                    Wording("Mindestens ein Scope ist nötig.", "At least one scope is needed."), minimum: 1))
        }
        if !request.scopes.allSatisfy(Set(allowed).allow) {
            let text = Wording(
                "Diese Scopes kann die Rolle nicht nutzen oder der Aussteller nicht vergeben.",
                "The role cannot use these scopes, or the issuer cannot give them.")
            found.append(.init("scopes", .notInEnum, text, allowed: allowed.map(\.rawValue).sorted()))
        }
        return found + Violation.length(of: request.label, 1...60, at: "label")
            + Violation.range(of: Int64(request.days), 1...365, at: "days")
    }

    /// Replaces the caller's token by one with the secret whose SHA-256 is `digest`; same role and scopes.
    ///
    /// The old one ends after `overlapSeconds` (0…86,400); at most one live successor.
    package func rotate(_ token: AccessToken, digest: [UInt8], overlapSeconds: Int) throws -> AccessToken {
        guard token.standing(at: now) == .valid else { throw Refusal.notFound }
        if let successor = try token.successor.flatMap({ try self.token($0) }),
            successor.standing(at: now) == .valid
        {
            throw Refusal.duplicate(existing: successor.id.description)
        }
        let life = Int64((token.expiresAt.milliseconds - token.createdAt.milliseconds) / 1000)
        let fresh = AccessToken(
            id: newID(), organization: token.organization, role: token.role, scopes: token.scopes,
            label: token.label, digest: digest, createdAt: now, expiresAt: now.adding(seconds: life))
        var old = token
        old.successor = fresh.id
        old.revokedAt = min(now.adding(seconds: Int64(overlapSeconds)), old.revokedAt ?? old.expiresAt)
        try insert(fresh)
        try update(old)
        try audit(
            "token.rotated", .init("token", old.id), fields: ["successor"],
            as: try party(of: token, on: today))
        return fresh
    }

    /// Notes that a token was used in an hour: neither a change of anything nor worth an audit entry.
    package func noteUse(of id: Identifier<AccessToken>, at hour: Instant) throws {
        guard var token = try token(id) else { return }
        token.lastUsedAt = hour
        try update(token)
    }

    /// Ends a token now.
    ///
    /// - Throws: ``Refusal/notFound`` for one of another organisation, unless the city or the operator asks.
    package func revokeToken(_ id: Identifier<AccessToken>, as party: Party) throws {
        guard var token = try token(id) else { throw Refusal.notFound }
        guard party.ownsAllTokens || party.isFrom(token.organization) else { throw Refusal.notFound }
        guard token.standing(at: now) != .revoked else { return }
        token.revokedAt = now
        token.successor = nil  // Not later, as after a rotation: now, and for good.
        try update(token)
        try audit("token.revoked", .init("token", token.id), fields: ["revoked_at"], as: party)
    }
}
