import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Notes which organisations and areas make a record visible; the openness stands in its own row.
    func keepMembers<Entity>(
        _ members: Set<Audience.Member>, of subject: Subject, _ id: Identifier<Entity>, isNew: Bool
    ) throws {
        let old = isNew ? [] : try self.members(of: subject, id)
        for member in old.subtracting(members) {
            try connection.run(
                """
                DELETE FROM audienceMember
                WHERE subject = \(subject) AND objectID = \(id) AND memberID = \(member)
                """)
        }
        for member in members.subtracting(old).sorted() {
            try connection.run(AudienceMember.insertion) { row in
                row.add(subject)
                row.add(id)
                row.add(member)
            }
        }
    }

    /// Forgets who could see a record.
    func deleteMembers<Entity>(of subject: Subject, _ id: Identifier<Entity>) throws {
        try connection.run("DELETE FROM audienceMember WHERE subject = \(subject) AND objectID = \(id)")
    }

    private func members<Entity>(of subject: Subject, _ id: Identifier<Entity>) throws -> Set<Audience.Member>
    {
        Set(
            try connection.rows(
                "SELECT memberID FROM audienceMember WHERE subject = \(subject) AND objectID = \(id)"
            ) { try $0.next() })
    }
}

/// One of those whom a record is open to besides its openness.
private enum AudienceMember {
    static let insertion = RowCommand.insert(into: "audienceMember", "subject, objectID, memberID")
}

extension Subject: ValueConvertible {}
