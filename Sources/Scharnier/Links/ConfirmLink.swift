/// Lets whoever has its secret say once, without a token, that a need or an offer still holds.
///
/// There is at most one for a record: a new one takes the place of the one before.
package struct ConfirmLink: Equatable, Sendable {
    package let id: Identifier<ConfirmLink>
    package let subject: Subject
    package let subjectID: Identifier<Change>

    /// The SHA-256 of the secret: all that is ever stored.
    package let digest: [UInt8]
    package let createdAt: Instant
    package let expiresAt: Instant

    /// A link put together from what is kept of it.
    package init(
        id: Identifier<ConfirmLink>, subject: Subject, subjectID: Identifier<Change>, digest: [UInt8],
        createdAt: Instant, expiresAt: Instant
    ) {
        self.id = id
        self.subject = subject
        self.subjectID = subjectID
        self.digest = digest
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// What is known of a record after it was confirmed by a secret.
package struct Confirmed: Equatable, Sendable {
    package let subject: Subject
    package let id: Identifier<Change>
    package let status: String
    package let freshness: Need.Freshness?
}

/// Looks up and keeps links that confirm.
package protocol ConfirmLinkRepository {
    /// The link whose secret has this SHA-256.
    func confirmLink(digest: [UInt8]) throws -> ConfirmLink?

    /// Keeps a link in the place of any other for the same record.
    func keep(_ link: ConfirmLink) throws

    /// Forgets a link.
    func delete(_ link: ConfirmLink) throws
}
