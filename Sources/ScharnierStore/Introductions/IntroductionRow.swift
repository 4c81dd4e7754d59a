import SQLite
import Scharnier

// How an introduction stands in its table, and its lines and holds in theirs.

extension Introduction {
    static let areaTable = ListTable(name: "introductionArea", owner: "introduction")

    /// The columns in the order in which they are read and written, but for the identifier and the audience.
    static let columns: SQL = """
        version, need, offer, supplier, carrier, host, broker, brokerRole, proposer, channel, message, overrideReason,
        points, ruleVersion, status, carrierAcceptedAt, supplierAcceptedAt, answerDueAt, declineSide, declineReason,
        declineNote, createdAt, updatedAt
        """

    static let insertion = RowCommand.insert(into: "introduction", "id, \(columns), dueAt, openness, members")
    static let update = RowCommand.update("introduction", "\(columns), dueAt, openness, members")

    func write(to row: inout RowWriter) {
        row.add(version)
        row.add(need)
        row.add(offer)
        row.add(supplier)
        row.add(carrier)
        row.add(host)
        row.add(broker?.organization)
        row.add(broker?.role)
        row.add(proposer)
        row.add(channel)
        row.add(message)
        row.add(overrideReason)
        row.add(reason?.points)
        row.add(reason?.ruleVersion)
        row.add(status)
        row.add(carrierAcceptedAt)
        row.add(supplierAcceptedAt)
        row.add(answerDueAt)
        row.add(decline?.side)
        row.add(decline?.reasonCode)
        row.add(decline?.note)
        row.add(createdAt)
        row.add(updatedAt)
    }

    init(row: inout Row, parts: IntroductionParts) throws {
        let id: Identifier<Introduction> = try row.next()
        self.init(
            id: id, version: try row.next(), need: try row.next(), lines: parts.lines[id] ?? [],
            offer: try row.next(), supplier: try row.next(), carrier: try row.next(), host: try row.next(),
            broker: try Broker(row: &row), proposer: try row.next(), channel: try row.next(),
            message: try row.next(), overrideReason: try row.next(), reason: try Reason(row: &row),
            status: try row.next(), carrierAcceptedAt: try row.next(), supplierAcceptedAt: try row.next(),
            answerDueAt: try row.next(), decline: try Decline(row: &row), holds: parts.holds[id] ?? [],
            areas: parts.areas[id] ?? [], createdAt: try row.next(), updatedAt: try row.next())
    }
}

/// What stands in other tables, for several introductions.
struct IntroductionParts {
    var lines: [Identifier<Introduction>: [Introduction.Line]] = [:]
    var holds: [Identifier<Introduction>: [Introduction.Hold]] = [:]
    var areas: [Identifier<Introduction>: [Identifier<Area>]] = [:]
}

extension Introduction.Broker {
    fileprivate init?(row: inout Row) throws {
        let organization: Identifier<Organization>? = try row.next()
        let role: Role? = try row.next()
        guard let organization, let role else { return nil }
        self.init(organization: organization, role: role)
    }
}

extension Introduction.Reason {
    fileprivate init?(row: inout Row) throws {
        let points: Int64? = try row.next()
        let ruleVersion: String? = try row.next()
        guard let points, let ruleVersion else { return nil }
        self.init(points: points, ruleVersion: ruleVersion)
    }
}

extension Introduction.Decline {
    fileprivate init?(row: inout Row) throws {
        let side: Introduction.Side? = try row.next()
        let reasonCode: String? = try row.next()
        let note: String? = try row.next()
        guard let side, let reasonCode else { return nil }
        self.init(side: side, reasonCode: reasonCode, note: note)
    }
}

extension Introduction.Hold {
    static let columns: SQL = "item, quantity, placedAt, expiresAt, extensions, releasedAt, releaseReason"

    /// Adds a hold, or makes the one in its place like it.
    static let keeping = RowCommand.upsert(
        into: "hold", "introduction, position, \(columns)", key: "introduction, position")

    func write(to row: inout RowWriter) {
        row.add(item)
        row.add(quantity)
        row.add(placedAt)
        row.add(expiresAt)
        row.add(extensions)
        row.add(releasedAt)
        row.add(release)
    }

    init(row: inout Row) throws {
        self.init(
            item: try row.next(), quantity: try row.next(), placedAt: try row.next(),
            expiresAt: try row.next(), extensions: try row.next(), releasedAt: try row.next(),
            release: try row.next())
    }
}

extension Introduction.Status: ValueConvertible {}
extension Introduction.Channel: ValueConvertible {}
extension Introduction.Side: ValueConvertible {}
extension Introduction.Hold.Release: ValueConvertible {}
