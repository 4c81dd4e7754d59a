import SQLite
import Scharnier

extension SQLiteTransaction {
    func transitions(of subject: Subject, _ id: Identifier<Change>) throws -> [Transition] {
        try connection.rows(
            """
            SELECT \(Transition.columns) FROM transition WHERE subject = \(subject) AND subjectID = \(id)
            ORDER BY position
            """
        ) { row in
            Transition(
                id: try row.next(), subject: try row.next(), subjectID: try row.next(), event: try row.next(),
                from: try row.next(), to: try row.next(), organization: try row.next(), role: try row.next(),
                reasonCode: try row.next(), note: try row.next(), at: try row.next())
        }
    }

    func append(_ transition: Transition) throws {
        try connection.run(
            """
            INSERT INTO transition (\(Transition.columns))
            VALUES (\(transition.id), \(transition.subject), \(transition.subjectID), \(transition.event),
                \(transition.from), \(transition.to), \(transition.organization), \(transition.role),
                \(transition.reasonCode), \(transition.note), \(transition.at))
            """)
    }
}

extension Transition {
    fileprivate static let columns: SQL = """
        id, subject, subjectID, event, fromState, toState, organization, role, reasonCode, note, at
        """
}
