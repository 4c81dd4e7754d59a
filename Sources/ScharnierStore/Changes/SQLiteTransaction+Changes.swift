import SQLite
import Scharnier

extension SQLiteTransaction {
    func lastPosition() throws -> Int64 { try connection.lastPosition() }

    func oldestPosition() throws -> Int64 {
        try connection.first("SELECT oldestPosition FROM meta WHERE id = 1") { try $0.next() } ?? 0
    }

    func isCutOff(_ position: Int64) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM cutOff WHERE first <= \(position) AND last >= \(position)"
        ) { try $0.next(Int.self) } != nil
    }

    func changes(after position: Int64, limit: Int) throws -> [Change] {
        try connection.rows(
            """
            SELECT \(Change.columns), isErasure FROM change WHERE sequence > \(position) ORDER BY sequence LIMIT \(limit)
            """
        ) { row in
            try Change(row: &row)
        }
    }

    func announce(
        _ subject: Subject, _ id: Identifier<Change>, before: Audience, after: Audience, isDeletion: Bool,
        by origin: Identifier<Organization>?
    ) throws -> Int64 {
        let thing = Announced(subject: subject, id: id)
        if let sequence = announced[thing] {
            try amend(sequence, after: after, isDeletion: isDeletion)
            return sequence
        }
        let change = Change(
            sequence: try nextPosition(), subject: subject, id: id, isDeletion: isDeletion, before: before,
            after: after, origin: origin, at: now)
        try insert(change)
        announced[thing] = change.sequence
        return change.sequence
    }

    func noteErasure(at position: Int64) throws {
        try connection.run("UPDATE change SET isErasure = 1 WHERE sequence = \(position)")
        try noteRemoval()
    }

    func noteRemoval() throws {
        try connection.run("UPDATE meta SET erasures = erasures + 1 WHERE id = 1")
        if journal != nil { shared.erasures.note() }
    }

    func noteRedaction(of paths: [String], in subject: Subject, _ id: Identifier<Change>, at position: Int64)
        throws
    {
        try journal?.note(.redacted(subject, id, paths: paths, position: position, at: now))
    }

    private func nextPosition() throws -> Int64 {
        let epoch = connection.epoch
        let next = try (memory?.position(in: epoch) ?? lastPosition()) + 1
        memory?.keep(position: next, in: epoch)
        return next
    }

    private func insert(_ change: Change) throws {
        try connection.run(Change.insertion) { change.write(to: &$0) }
    }

    private func amend(_ sequence: Int64, after: Audience, isDeletion: Bool) throws {
        try connection.run(
            """
            UPDATE change SET (isDeletion, afterOpenness, afterMembers)
                = (\(isDeletion), \(after.openness), \(MemberList(after.members)))
            WHERE sequence = \(sequence)
            """)
    }
}

/// A thing that a transaction has announced.
struct Announced: Hashable {
    let subject: Subject
    let id: Identifier<Change>
}

extension Change {
    fileprivate static let columns: SQL = """
        sequence, subject, objectID, isDeletion, beforeOpenness, beforeMembers, afterOpenness, afterMembers, origin,
        at
        """

    fileprivate static let insertion = RowCommand.insert(into: "change", columns)

    fileprivate init(row: inout Row) throws {
        let sequence: Int64 = try row.next()
        let subject: Subject = try row.next()
        let id: Identifier<Change> = try row.next()
        let isDeletion: Bool = try row.next()
        let before = try Audience(row: &row)
        let after = try Audience(row: &row)
        let origin: Identifier<Organization>? = try row.next()
        let at: Instant = try row.next()
        self.init(
            sequence: sequence, subject: subject, id: id, isDeletion: isDeletion, isErasure: try row.next(),
            before: before, after: after, origin: origin, at: at)
    }

    fileprivate func write(to row: inout RowWriter) {
        row.add(sequence)
        row.add(subject)
        row.add(id)
        row.add(isDeletion)
        row.add(before.openness)
        row.add(MemberList(before.members))
        row.add(after.openness)
        row.add(MemberList(after.members))
        row.add(origin)
        row.add(at)
    }
}

extension Audience {
    fileprivate init(row: inout Row) throws(SQLiteError) {
        let openness: Openness = try row.next()
        self.init(openness, members: try row.next(MemberList.self).members)
    }
}
