/// Something that somebody gives, and under which conditions (domain.md §4.3).
package struct Offer: Equatable, Identifiable, Sendable {
    package let id: Identifier<Offer>

    /// The position of its last entry in the change feed.
    package var version: Int64

    /// Counts the versions of its public content.
    package var revision: Int64
    package let organization: Identifier<Organization>

    /// The kind of its organisation: all that others see of an unnamed giver.
    package let supplierKind: Organization.Kind
    package var content: Content
    package var usage: Usage
    package var status: Status
    package var freshness: Need.Freshness?
    package var activatedAt: Instant?

    /// The area whose officer acts for its organisation.
    package let recordedForArea: Identifier<Area>?

    /// Organisations that were introduced to it.
    package var introduced: Set<Identifier<Organization>>

    /// Those of them who know whose it is, also while it is unnamed: the giver proposed or accepted.
    package var namedTo: Set<Identifier<Organization>>
    package let createdAt: Instant
    package var updatedAt: Instant
    package let createdBy: Identifier<AccessToken>?

    package enum Status: String, CaseIterable, Sendable {
        case draft, submitted, active
        case partlyReserved = "partly_reserved"
        case exhausted, paused, stale, expired, withdrawn, closed
    }

    /// An offer put together from what is kept of it.
    package init(
        id: Identifier<Offer>, version: Int64 = 0, revision: Int64 = 1,
        organization: Identifier<Organization>,
        supplierKind: Organization.Kind, content: Content, usage: Usage = .init(), status: Status = .draft,
        freshness: Need.Freshness? = nil, activatedAt: Instant? = nil,
        recordedForArea: Identifier<Area>? = nil,
        introduced: Set<Identifier<Organization>> = [], namedTo: Set<Identifier<Organization>> = [],
        createdAt: Instant, updatedAt: Instant,
        createdBy: Identifier<AccessToken>? = nil
    ) {
        self.id = id
        self.version = version
        self.revision = revision
        self.organization = organization
        self.supplierKind = supplierKind
        self.content = content
        self.usage = usage
        self.status = status
        self.freshness = freshness
        self.activatedAt = activatedAt
        self.recordedForArea = recordedForArea
        self.introduced = introduced
        self.namedTo = namedTo
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.createdBy = createdBy
    }
}
