import SQLite
import Scharnier

extension SQLiteTransaction {
    func append(_ entry: AuditEntry) throws {
        let epoch = connection.epoch
        let head = try memory?.auditHead(in: epoch) ?? connection.auditHead()
        let position = head.position + 1
        let hash = AuditLink(entry, at: position, requestID: requestID).hash(after: head.hash)
        try connection.run(AuditEntry.insertion) { row in
            row.add(position)
            entry.write(to: &row)
            row.add(requestID)
            row.add(hash)
        }
        memory?.keep(AuditHead(position: position, hash: hash), in: epoch)
    }

    /// The first entry of the audit log that does not follow from those before it, told to the operator.
    func auditFindings() throws -> [String] {
        var previous = AuditHead.start
        var broken: Int64?
        try connection.forEach(
            "SELECT position, \(AuditEntry.columns), requestID, hash FROM audit ORDER BY position"
        ) { row in
            let position: Int64 = try row.next()
            let entry = try AuditEntry(row: &row)
            let link = AuditLink(entry, at: position, requestID: try row.next())
            let hash: [UInt8] = try row.next()
            let follows = position == previous.position + 1 && hash == link.hash(after: previous.hash)
            if !follows { broken = previous.position + 1 }
            previous = AuditHead(position: position, hash: hash)
            return follows
        }
        return broken.map { ["audit log: entry \($0) is not the one that was written"] } ?? []
    }

    func auditEntries(about object: AuditEntry.Object) throws -> [AuditEntry] {
        try auditEntries(where: "objectType = \(object.type) AND objectID = \(object.id)")
    }

    func auditEntries(where condition: SQL) throws -> [AuditEntry] {
        try connection.rows("SELECT \(AuditEntry.columns) FROM audit WHERE \(condition) ORDER BY position") {
            try AuditEntry(row: &$0)
        }
    }
}

/// The end of the audit log: what shows that nothing was cut off, if it is kept elsewhere.
package struct AuditHead: Equatable, Sendable {
    /// The number of the last entry; 0 if there is none.
    package let position: Int64

    /// The hash of the last entry, 32 bytes.
    package let hash: [UInt8]

    /// The head of an empty log.
    static let start = AuditHead(position: 0, hash: AuditLink.start)
}

extension Connection {
    /// The end of the audit log.
    func auditHead() throws -> AuditHead {
        try first("SELECT position, hash FROM audit ORDER BY position DESC LIMIT 1") { row in
            AuditHead(position: try row.next(), hash: try row.next())
        } ?? .start
    }
}

extension AuditEntry {
    fileprivate static let columns: SQL =
        "action, objectType, objectID, fields, organization, role, token, operatorUser, at"

    fileprivate static let insertion = RowCommand.insert(
        into: "audit", "position, \(columns), requestID, hash")

    fileprivate func write(to row: inout RowWriter) {
        row.add(action)
        row.add(object.type)
        row.add(object.id)
        row.add(CodeList(fields))
        row.add(organization)
        row.add(actor)
        row.add(token)
        row.add(operatorUser.map(Int64.init))
        row.add(at)
    }

    fileprivate init(row: inout Row) throws {
        let action: String = try row.next()
        let object = Object(try row.next(), try row.next(Identifier<Object>.self))
        let fields = try row.codes()
        let organization: Identifier<Organization>? = try row.next()
        let actor: Actor? = try row.next()
        let token: Identifier<AccessToken>? = try row.next()
        let user: Int64? = try row.next()
        // The schema keeps the number in its range; none for another breaks the chain, as it should.
        self.init(
            action: action, object: object, fields: fields, organization: organization, actor: actor,
            token: token, operatorUser: user.flatMap(UInt32.init(exactly:)), at: try row.next())
    }
}
