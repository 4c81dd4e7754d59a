/// Something a carrier lacks, and asks foundations, companies and others for (domain.md §4.3).
package struct Need: Equatable, Identifiable, Sendable {
    package let id: Identifier<Need>

    /// The position of its last entry in the change feed.
    package var version: Int64

    /// Counts the versions of its public content.
    package var revision: Int64
    package let carrier: Identifier<Organization>
    package var content: Content
    package var items: [NeedItem]
    package var status: Status

    /// Whether an officer must look at it again after a change.
    package var needsReview: Bool
    package var verification: Verification?
    package var freshness: Freshness?
    package var publishedAt: Instant?
    package var closing: Closing?

    /// The area whose officer recorded it for a group without account.
    package let recordedForArea: Identifier<Area>?

    /// Organisations that were introduced to it.
    package var introduced: Set<Identifier<Organization>>
    package let createdAt: Instant
    package var updatedAt: Instant
    package let createdBy: Identifier<AccessToken>?

    package enum Status: String, CaseIterable, Sendable {
        case draft, submitted, returned, rejected, published
        case partiallyMet = "partially_met"
        case met, paused, stale, expired, closed
    }

    /// Who checked it, and in which revision.
    package struct Verification: Equatable, Sendable {
        package let role: Role
        package let at: Instant
        package let revision: Int64

        /// A check of one revision.
        package init(role: Role, at: Instant, revision: Int64) {
            self.role = role
            self.at = at
            self.revision = revision
        }
    }

    /// When its owner last said that it holds, and when that is too long ago.
    package struct Freshness: Equatable, Sendable {
        package let confirmedAt: Instant
        package let staleAt: Instant

        /// Confirmed then, doubtful from then on.
        package init(confirmedAt: Instant, staleAt: Instant) {
            self.confirmedAt = confirmedAt
            self.staleAt = staleAt
        }
    }

    /// How it ended.
    package struct Closing: Equatable, Sendable {
        package let outcome: Outcome
        package let reasonCode: String?
        package let note: String?

        /// An end.
        package init(outcome: Outcome, reasonCode: String? = nil, note: String? = nil) {
            self.outcome = outcome
            self.reasonCode = reasonCode
            self.note = note
        }
    }

    package enum Outcome: String, CaseIterable, Sendable {
        case fulfilled, partly, failed, irrelevant, withdrawn
    }

    /// A need put together from what is kept of it.
    package init(
        id: Identifier<Need>, version: Int64 = 0, revision: Int64 = 1, carrier: Identifier<Organization>,
        content: Content, items: [NeedItem], status: Status = .draft, needsReview: Bool = false,
        verification: Verification? = nil, freshness: Freshness? = nil, publishedAt: Instant? = nil,
        closing: Closing? = nil, recordedForArea: Identifier<Area>? = nil,
        introduced: Set<Identifier<Organization>> = [], createdAt: Instant, updatedAt: Instant,
        createdBy: Identifier<AccessToken>? = nil
    ) {
        self.id = id
        self.version = version
        self.revision = revision
        self.carrier = carrier
        self.content = content
        self.items = items
        self.status = status
        self.needsReview = needsReview
        self.verification = verification
        self.freshness = freshness
        self.publishedAt = publishedAt
        self.closing = closing
        self.recordedForArea = recordedForArea
        self.introduced = introduced
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.createdBy = createdBy
    }
}
