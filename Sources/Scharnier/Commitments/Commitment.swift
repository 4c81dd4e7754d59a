/// What a supplier and a carrier promise each other over lines of a need (domain.md §4.5).
///
/// It begins as a draft from an introduction that both accepted, binds when all sides have signed the same revision, and
/// is kept when the supplier has delivered and the carrier has acknowledged: two voices.
package struct Commitment: Equatable, Identifiable, Sendable {
    package let id: Identifier<Commitment>

    /// The position of its last entry in the change feed.
    package var version: Int64

    /// Counts the versions of what is signed.
    package var revision: Int64
    package let introduction: Identifier<Introduction>
    package let need: Identifier<Need>
    package let offer: Identifier<Offer>?
    package let carrier: Identifier<Organization>
    package let supplier: Identifier<Organization>

    /// The fiscal host of the need, who signs too where it receives the money.
    package let host: Identifier<Organization>?
    package let broker: Identifier<Organization>?
    package var content: Content
    package var lines: [Line]
    package var status: Status
    package var signatures: [Signature]

    /// When its quantities were taken from need and offer; before that it only plans.
    package var takenAt: Instant?
    package var deliveries: [Delivery]
    package var acknowledgement: Acknowledgement?
    package var outcomes: [Outcome]

    /// By when the step that it waits for should be done.
    package var waitsUntil: Instant?

    /// The areas of the introduction, whose officers may see it.
    package let areas: [Identifier<Area>]
    package let createdAt: Instant
    package var updatedAt: Instant

    package enum Status: String, CaseIterable, Sendable {
        case drafted, confirmed
        case inDelivery = "in_delivery"
        case delivered, acknowledged, evaluated, closed, disputed, cancelled, discarded
    }

    /// Who signs.
    package enum Side: String, CaseIterable, Sendable {
        case carrier, supplier, host
    }

    /// That a side signed a revision.
    package struct Signature: Equatable, Sendable {
        package let side: Side
        package let organization: Identifier<Organization>
        package let revision: Int64
        package let at: Instant

        /// A signature under one revision.
        package init(
            side: Side, organization: Identifier<Organization>, revision: Int64, at: Instant
        ) {
            self.side = side
            self.organization = organization
            self.revision = revision
            self.at = at
        }
    }

    /// Something of a line that the supplier says it has given.
    package struct Delivery: Equatable, Sendable {
        package let item: Identifier<NeedItem>

        /// In the line's own measure.
        package let quantity: Int64
        package let note: String?
        package let at: Instant

        /// A delivery of one line.
        package init(item: Identifier<NeedItem>, quantity: Int64, note: String?, at: Instant) {
            self.item = item
            self.quantity = quantity
            self.note = note
            self.at = at
        }
    }

    /// That the carrier says what it has got.
    package struct Acknowledgement: Equatable, Sendable {
        package let at: Instant
        package let note: String?

        /// An acknowledgement; the quantities stand with the lines.
        package init(at: Instant, note: String?) {
            self.at = at
            self.note = note
        }
    }

    /// A commitment put together from what is kept of it.
    package init(
        id: Identifier<Commitment>, version: Int64 = 0, revision: Int64 = 1,
        introduction: Identifier<Introduction>, need: Identifier<Need>, offer: Identifier<Offer>?,
        carrier: Identifier<Organization>, supplier: Identifier<Organization>,
        host: Identifier<Organization>?, broker: Identifier<Organization>?, content: Content, lines: [Line],
        status: Status = .drafted, signatures: [Signature] = [], takenAt: Instant? = nil,
        deliveries: [Delivery] = [], acknowledgement: Acknowledgement? = nil, outcomes: [Outcome] = [],
        waitsUntil: Instant? = nil, areas: [Identifier<Area>], createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.revision = revision
        self.introduction = introduction
        self.need = need
        self.offer = offer
        self.carrier = carrier
        self.supplier = supplier
        self.host = host
        self.broker = broker
        self.content = content
        self.lines = lines
        self.status = status
        self.signatures = signatures
        self.takenAt = takenAt
        self.deliveries = deliveries
        self.acknowledgement = acknowledgement
        self.outcomes = outcomes
        self.waitsUntil = waitsUntil
        self.areas = areas
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
