/// A token as it is kept: never its secret, only the SHA-256 of it (api.md §3).
package struct AccessToken: Equatable, Identifiable, Sendable {
    package let id: Identifier<AccessToken>

    /// The organisation it acts for.
    package let organization: Identifier<Organization>

    package let role: Role
    package let scopes: Set<Scope>

    /// What its holder calls it, 1–60 characters.
    package let label: String

    /// The SHA-256 of the secret, 32 bytes.
    package let digest: [UInt8]

    package let createdAt: Instant
    package var expiresAt: Instant

    /// From when on it is refused, if it was revoked.
    package var revokedAt: Instant?

    /// The last use, to the hour.
    package var lastUsedAt: Instant?

    /// The token that replaces this one, after a rotation.
    package var successor: Identifier<AccessToken>?

    /// A token put together from what is kept of it.
    package init(
        id: Identifier<AccessToken>, organization: Identifier<Organization>, role: Role, scopes: Set<Scope>,
        label: String, digest: [UInt8], createdAt: Instant, expiresAt: Instant, revokedAt: Instant? = nil,
        lastUsedAt: Instant? = nil, successor: Identifier<AccessToken>? = nil
    ) {
        self.id = id
        self.organization = organization
        self.role = role
        self.scopes = scopes
        self.label = label
        self.digest = digest
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
        self.successor = successor
    }

    /// The life span a token may have, in days (api.md §3).
    package static let lifeInDays = 1...365

    /// The life span it has unless told otherwise, in days.
    package static let defaultLifeInDays = 90

    /// The longest time, in seconds, that a rotated token stays valid beside its successor.
    package static let longestOverlapSeconds = 86_400

    /// Whether the token can be used, and why not.
    package enum Standing: Equatable, Sendable {
        case valid
        case expired
        case revoked
    }

    /// Whether the token can be used at `now`.
    ///
    /// What was revoked stays so when the clock is set back; only one that was replaced ends at a moment to come.
    package func standing(at now: Instant) -> Standing {
        if let revokedAt, successor == nil || revokedAt <= now { return .revoked }
        return expiresAt <= now ? .expired : .valid
    }
}
