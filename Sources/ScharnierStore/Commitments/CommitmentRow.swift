import SQLite
import Scharnier

// How a commitment stands in its table; its parts stand in tables of their own.

extension Commitment {
    /// The columns that never change, in the order in which they are read and written.
    static let fixedColumns: SQL = "introduction, need, offer, carrier, supplier, host, broker, createdAt"

    /// Those that may, but for the audience and the moment of the timers.
    static let columns: SQL = """
        version, revision, status, legalNature, payee, hasCounterpart, counterpartText, isCounterpartValued,
        counterpartCents, startsOn, endsOn, deliveryDueOn, attributionArea, purpose, termsTextVersion, safeguarding,
        asksForReceipt, takenAt, acknowledgedAt, acknowledgementNote, waitsUntil, updatedAt
        """

    static let insertion = RowCommand.insert(
        into: "commitment", "id, \(fixedColumns), \(columns), dueAt, openness, members")
    static let update = RowCommand.update("commitment", "\(columns), dueAt, openness, members")

    func writeFixed(to row: inout RowWriter) {
        row.add(introduction)
        row.add(need)
        row.add(offer)
        row.add(carrier)
        row.add(supplier)
        row.add(host)
        row.add(broker)
        row.add(createdAt)
    }

    func write(to row: inout RowWriter) {
        row.add(version)
        row.add(revision)
        row.add(status)
        content.write(to: &row)
        row.add(takenAt)
        row.add(acknowledgement?.at)
        row.add(acknowledgement?.note)
        row.add(waitsUntil)
        row.add(updatedAt)
    }

    init(row: inout Row, parts: CommitmentParts) throws {
        let id: Identifier<Commitment> = try row.next()
        let introduction: Identifier<Introduction> = try row.next()
        let need: Identifier<Need> = try row.next()
        let offer: Identifier<Offer>? = try row.next()
        let carrier: Identifier<Organization> = try row.next()
        let supplier: Identifier<Organization> = try row.next()
        let host: Identifier<Organization>? = try row.next()
        let broker: Identifier<Organization>? = try row.next()
        let createdAt: Instant = try row.next()
        let (version, revision): (Int64, Int64) = (try row.next(), try row.next())
        let status: Status = try row.next()
        let content = try Content(row: &row)
        let takenAt: Instant? = try row.next()
        let acknowledgedAt: Instant? = try row.next()
        let note: String? = try row.next()
        self.init(
            id: id, version: version, revision: revision, introduction: introduction, need: need,
            offer: offer, carrier: carrier, supplier: supplier, host: host, broker: broker, content: content,
            lines: parts.lines[id] ?? [], status: status, signatures: parts.signatures[id] ?? [],
            takenAt: takenAt, deliveries: parts.deliveries[id] ?? [],
            acknowledgement: acknowledgedAt.map { Acknowledgement(at: $0, note: note) },
            outcomes: parts.outcomes[id] ?? [], waitsUntil: try row.next(),
            areas: parts.areas[introduction] ?? [], createdAt: createdAt, updatedAt: try row.next())
    }
}

extension Commitment.Content {
    fileprivate func write(to row: inout RowWriter) {
        row.add(legalNature)
        row.add(payee)
        row.add(counterpart != nil)
        row.add(counterpart?.text)
        row.add(counterpart?.isValued ?? false)
        row.add(counterpart?.cents)
        row.add(startsOn)
        row.add(endsOn)
        row.add(deliveryDueOn)
        row.add(attributionArea)
        row.add(purpose)
        row.add(termsTextVersion)
        row.add(safeguarding)
        row.add(asksForReceipt)
    }

    fileprivate init(row: inout Row) throws {
        self.init(legalNature: try row.next())
        payee = try row.next()
        let hasCounterpart: Bool = try row.next()
        let given = Commitment.Counterpart(
            text: try row.next(), isValued: try row.next(), cents: try row.next())
        counterpart = hasCounterpart ? given : nil
        startsOn = try row.next()
        endsOn = try row.next()
        deliveryDueOn = try row.next()
        attributionArea = try row.next()
        purpose = try row.next()
        termsTextVersion = try row.next()
        safeguarding = try row.next()
        asksForReceipt = try row.next()
    }
}

/// What stands in other tables, for several commitments; areas are those of their introductions.
struct CommitmentParts {
    var lines: [Identifier<Commitment>: [Commitment.Line]] = [:]
    var signatures: [Identifier<Commitment>: [Commitment.Signature]] = [:]
    var deliveries: [Identifier<Commitment>: [Commitment.Delivery]] = [:]
    var outcomes: [Identifier<Commitment>: [Outcome]] = [:]
    var areas: [Identifier<Introduction>: [Identifier<Area>]] = [:]
}

extension Commitment.Status: ValueConvertible {}
extension Commitment.Side: ValueConvertible {}
extension Commitment.Valuation.Method: ValueConvertible {}
extension Commitment.Valuation.Valuer: ValueConvertible {}
extension Outcome.Side: ValueConvertible {}
extension Outcome.GoalMet: ValueConvertible {}
extension Outcome.PeopleReached: ValueConvertible {}
extension Outcome.WouldRepeat: ValueConvertible {}
