import SQLite
import Scharnier

extension SQLiteTransaction {
    func transitions(of subject: Subject, _ id: Identifier<Change>) throws -> [Transition] {
        try transitions(where: "subject = \(subject) AND subjectID = \(id)")
    }

    func transitions(where condition: SQL) throws -> [Transition] {
        try connection.rows(
            "SELECT \(Transition.columns) FROM transition WHERE \(condition) ORDER BY position"
        ) { row in
            Transition(
                id: try row.next(), subject: try row.next(), subjectID: try row.next(), event: try row.next(),
                from: try row.next(), to: try row.next(), organization: try row.next(), role: try row.next(),
                reasonCode: try row.next(), note: try row.next(), at: try row.next())
        }
    }

    func append(_ transition: Transition) throws {
        try connection.run(Transition.insertion) { transition.write(to: &$0) }
    }

    func replaceNote(of id: Identifier<Transition>, by text: String?) throws {
        try connection.run("UPDATE transition SET note = \(text) WHERE id = \(id)")
    }
}

extension Transition {
    fileprivate static let columns: SQL = """
        id, subject, subjectID, event, fromState, toState, organization, role, reasonCode, note, at
        """

    fileprivate static let insertion = RowCommand.insert(into: "transition", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(id)
        row.add(subject)
        row.add(subjectID)
        row.add(event)
        row.add(from)
        row.add(to)
        row.add(organization)
        row.add(role)
        row.add(reasonCode)
        row.add(note)
        row.add(at)
    }
}
