/// A supplier and a carrier brought together over lines of a need (domain.md §4.5).
package struct Introduction: Equatable, Identifiable, Sendable {
    package let id: Identifier<Introduction>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let need: Identifier<Need>
    package let lines: [Line]
    package let offer: Identifier<Offer>?
    package let supplier: Identifier<Organization>
    package let carrier: Identifier<Organization>

    /// The fiscal host of the need, who is a party too.
    package let host: Identifier<Organization>?
    package let broker: Broker?
    package let proposer: Identifier<Organization>?
    package let channel: Channel
    package var message: String?

    /// Why an officer went over a blocker.
    package var overrideReason: String?

    /// The points and rule version at the time of the proposal.
    package let reason: Reason?
    package var status: Status
    package var carrierAcceptedAt: Instant?
    package var supplierAcceptedAt: Instant?
    package var answerDueAt: Instant
    package var decline: Decline?
    package var holds: [Hold]

    /// The areas of the need, and of the officers who act for a side: they may see it.
    package let areas: [Identifier<Area>]
    package let createdAt: Instant
    package var updatedAt: Instant

    package enum Status: String, CaseIterable, Sendable {
        case proposed
        case acceptedByOne = "accepted_by_one"
        case connected
        case inTalks = "in_talks"
        case agreed, declined, lapsed, withdrawn, failed
    }

    package enum Channel: String, CaseIterable, Sendable {
        case suggestion, officer, direct, portal
    }

    package enum Side: String, CaseIterable, Sendable {
        case carrier, supplier
    }

    /// One line of the need, and how much of it.
    package struct Line: Equatable, Sendable {
        package let item: Identifier<NeedItem>

        /// In the item's own measure.
        package let quantity: Int64

        /// A quantity of one line.
        package init(item: Identifier<NeedItem>, quantity: Int64) {
            self.item = item
            self.quantity = quantity
        }
    }

    /// Who opens the door.
    package struct Broker: Equatable, Sendable {
        package let organization: Identifier<Organization>
        package let role: Role

        /// The organisation that brought the two together.
        package init(organization: Identifier<Organization>, role: Role) {
            self.organization = organization
            self.role = role
        }
    }

    /// What matching said of the pair when it was proposed.
    package struct Reason: Equatable, Sendable {
        package let points: Int64
        package let ruleVersion: String

        /// Centipoints under a rule version.
        package init(points: Int64, ruleVersion: String) {
            self.points = points
            self.ruleVersion = ruleVersion
        }
    }

    /// Who said no, and why; the note is for broker and city only.
    package struct Decline: Equatable, Sendable {
        package let side: Side
        package let reasonCode: String
        package let note: String?

        /// A refusal by one side.
        package init(side: Side, reasonCode: String, note: String?) {
            self.side = side
            self.reasonCode = reasonCode
            self.note = note
        }
    }

    /// A quantity reserved for this introduction.
    package struct Hold: Equatable, Sendable {
        package let item: Identifier<NeedItem>
        package let quantity: Int64
        package let placedAt: Instant
        package var expiresAt: Instant
        package var extensions: Int64
        package var releasedAt: Instant?

        /// Why it ended.
        package var release: Release?

        package enum Release: String, CaseIterable, Sendable {
            case agreed, withdrawn, expired, cancelled
        }

        /// A reservation of one line.
        package init(
            item: Identifier<NeedItem>, quantity: Int64, placedAt: Instant, expiresAt: Instant,
            extensions: Int64 = 0,
            releasedAt: Instant? = nil, release: Release? = nil
        ) {
            self.release = release
            self.item = item
            self.quantity = quantity
            self.placedAt = placedAt
            self.expiresAt = expiresAt
            self.extensions = extensions
            self.releasedAt = releasedAt
        }
    }

    /// An introduction put together from what is kept of it.
    package init(
        id: Identifier<Introduction>, version: Int64 = 0, need: Identifier<Need>, lines: [Line],
        offer: Identifier<Offer>?, supplier: Identifier<Organization>, carrier: Identifier<Organization>,
        host: Identifier<Organization>?, broker: Broker?, proposer: Identifier<Organization>?,
        channel: Channel,
        message: String?, overrideReason: String?, reason: Reason?, status: Status = .proposed,
        carrierAcceptedAt: Instant? = nil, supplierAcceptedAt: Instant? = nil, answerDueAt: Instant,
        decline: Decline? = nil, holds: [Hold] = [], areas: [Identifier<Area>], createdAt: Instant,
        updatedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.need = need
        self.lines = lines
        self.offer = offer
        self.supplier = supplier
        self.carrier = carrier
        self.host = host
        self.broker = broker
        self.proposer = proposer
        self.channel = channel
        self.message = message
        self.overrideReason = overrideReason
        self.reason = reason
        self.status = status
        self.carrierAcceptedAt = carrierAcceptedAt
        self.supplierAcceptedAt = supplierAcceptedAt
        self.answerDueAt = answerDueAt
        self.decline = decline
        self.holds = holds
        self.areas = areas
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
