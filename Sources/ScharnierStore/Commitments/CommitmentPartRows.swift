import SQLite
import Scharnier

// How the parts of a commitment stand in their tables, behind the commitment and the place in it.

extension Commitment.Line {
    static let columns: SQL = """
        item, kind, unit, quantity, delivered, acknowledged, valuationMethod, valuationCents, vatCents, valuedBy, basis
        """

    func write(to row: inout RowWriter) {
        row.add(content.item)
        row.add(kind)
        row.add(unit)
        row.add(content.quantity)
        row.add(delivered)
        row.add(acknowledged)
        row.add(content.valuation?.method)
        row.add(content.valuation?.cents)
        row.add(content.valuation?.vatCents)
        row.add(content.valuation?.valuedBy)
        row.add(content.valuation?.basis)
    }

    init(row: inout Row) throws {
        let item: Identifier<NeedItem> = try row.next()
        let kind: ResourceKind = try row.next()
        let unit: Unit? = try row.next()
        let quantity: Int64 = try row.next()
        let (delivered, acknowledged): (Int64, Int64) = (try row.next(), try row.next())
        let valuation = try Commitment.Valuation(row: &row)
        self.init(
            content: .init(item: item, quantity: quantity, valuation: valuation), kind: kind, unit: unit,
            delivered: delivered, acknowledged: acknowledged)
    }
}

extension Commitment.Valuation {
    fileprivate init?(row: inout Row) throws {
        let method: Method? = try row.next()
        let (cents, vatCents): (Int64?, Int64?) = (try row.next(), try row.next())
        let valuedBy: Valuer? = try row.next()
        let basis: String? = try row.next()
        guard let method, let valuedBy else { return nil }
        self.init(method: method, cents: cents, vatCents: vatCents, valuedBy: valuedBy, basis: basis)
    }
}

extension Commitment.Signature {
    static let columns: SQL = "side, organization, revision, at"

    func write(to row: inout RowWriter) {
        row.add(side)
        row.add(organization)
        row.add(revision)
        row.add(at)
    }

    init(row: inout Row) throws {
        self.init(
            side: try row.next(), organization: try row.next(), revision: try row.next(), at: try row.next())
    }
}

extension Commitment.Delivery {
    static let columns: SQL = "item, quantity, note, at"

    func write(to row: inout RowWriter) {
        row.add(item)
        row.add(quantity)
        row.add(note)
        row.add(at)
    }

    init(row: inout Row) throws {
        self.init(
            item: try row.next(), quantity: try row.next(), note: try row.next(), at: try row.next())
    }
}

extension Outcome {
    static let columns: SQL =
        "side, goalMet, peopleReached, hours, inKindCents, whatChanged, wouldRepeat, consentsToStory, at"

    func write(to row: inout RowWriter) {
        row.add(side)
        row.add(goalMet)
        row.add(peopleReached)
        row.add(hours)
        row.add(inKindCents)
        row.add(whatChanged)
        row.add(wouldRepeat)
        row.add(consentsToStory)
        row.add(at)
    }

    init(row: inout Row) throws {
        self.init(
            side: try row.next(), goalMet: try row.next(), peopleReached: try row.next(),
            hours: try row.next(), inKindCents: try row.next(), whatChanged: try row.next(),
            wouldRepeat: try row.next(), consentsToStory: try row.next(), at: try row.next())
    }
}

/// A table that holds one kind of part of commitments.
struct PartTable: Sendable {
    let name: SQL
    let columns: SQL

    /// Adds a part, or makes the one in its place like it.
    let keeping: RowCommand

    private init(_ name: SQL, _ columns: SQL) {
        self.name = name
        self.columns = columns
        keeping = RowCommand.upsert(
            into: name, "commitment, position, \(columns)", key: "commitment, position")
    }

    static let lines = PartTable("commitmentLine", Commitment.Line.columns)
    static let signatures = PartTable("commitmentSignature", Commitment.Signature.columns)
    static let deliveries = PartTable("commitmentDelivery", Commitment.Delivery.columns)
    static let outcomes = PartTable("outcome", Outcome.columns)
}
