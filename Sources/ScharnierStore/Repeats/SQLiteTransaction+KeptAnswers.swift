import SQLite
import Scharnier

extension SQLiteTransaction {
    /// How many are dropped when one is added: more than one, so that the table shrinks after a busy day.
    private static let dropped = 4

    func keptAnswer(to key: String, of organization: Identifier<Organization>) throws -> KeptAnswer? {
        try connection.first(
            """
            SELECT \(KeptAnswer.columns) FROM keptAnswer WHERE organization = \(organization) AND key = \(key)
            """
        ) { try KeptAnswer(row: &$0) }
    }

    func keep(_ answer: KeptAnswer) throws {
        let end = answer.keptAt.adding(seconds: -KeptAnswer.lifetimeSeconds)
        try connection.run(
            """
            DELETE FROM keptAnswer WHERE (organization, key) IN (SELECT organization, key FROM keptAnswer
                WHERE keptAt <= \(end) ORDER BY keptAt LIMIT \(Self.dropped))
            """)
        try connection.run(KeptAnswer.keeping) { answer.write(to: &$0) }
    }

    func forgetKeptAnswers(about id: Identifier<Change>) throws {
        // Every answer that shows a record, whole or in a list of results, has its identifier in this form.
        let mark = Array("\"id\":\"\(id)\"".utf8)
        try connection.run(
            """
            UPDATE keptAnswer SET body = NULL WHERE (record = \(id) OR record IS NULL) AND instr(body, \(mark)) > 0
            """)
    }
}

extension KeptAnswer {
    fileprivate static let columns: SQL =
        "organization, key, fingerprint, status, location, contentLocation, tag, body, keptAt, record"

    fileprivate static let keeping = RowCommand.upsert(
        into: "keptAnswer", columns, key: "organization, key")

    fileprivate func write(to row: inout RowWriter) {
        row.add(organization)
        row.add(key)
        row.add(fingerprint)
        row.add(status)
        row.add(location)
        row.add(contentLocation)
        row.add(tag)
        row.add(body)
        row.add(keptAt)
        row.add(record)
    }

    fileprivate init(row: inout Row) throws {
        self.init(
            organization: try row.next(), key: try row.next(), fingerprint: try row.next(),
            status: try row.next(), location: try row.next(), contentLocation: try row.next(),
            tag: try row.next(), body: try row.next(), keptAt: try row.next(),
            record: try row.next())
    }
}
