import SQLite
import Scharnier

extension SQLiteTransaction {
    func disclosures(ofContactsOf organization: Identifier<Organization>?) throws -> [Disclosure] {
        try disclosures(where: organization.map { "organization = \($0)" } ?? "1 = 1")
    }

    func disclosures(in introduction: Identifier<Introduction>) throws -> [Disclosure] {
        try disclosures(where: "introduction = \(introduction)")
    }

    func disclosures(of contact: Identifier<Contact>) throws -> [Disclosure] {
        try disclosures(where: "contact = \(contact)")
    }

    func disclosure(_ id: Identifier<Disclosure>) throws -> Disclosure? {
        try disclosures(where: "id = \(id)").first
    }

    func disclosuresNoticed(by organization: Identifier<Organization>?) throws -> [Disclosure] {
        // What is looked for is written as in the index.
        let whose: SQL = if let organization { "toOrganization = \(organization)" } else { "1 = 1" }
        return try disclosures(where: "notice IS NOT NULL AND acknowledgedAt IS NULL AND \(whose)")
    }

    func update(_ disclosure: Disclosure) throws {
        let notice = disclosure.notice
        try connection.run(
            """
            UPDATE disclosure SET (notice, noticedAt, acknowledgedAt)
                = (\(notice?.kind), \(notice?.at), \(notice?.acknowledgedAt))
            WHERE id = \(disclosure.id)
            """)
    }

    func recipients(of contact: Identifier<Contact>) throws -> Set<Identifier<Organization>> {
        Set(
            try connection.rows("SELECT toOrganization FROM disclosure WHERE contact = \(contact)") {
                try $0.next()
            })
    }

    func insert(_ disclosure: Disclosure) throws {
        try connection.run(Disclosure.insertion) { disclosure.write(to: &$0) }
    }

    func disclosures(where condition: SQL) throws -> [Disclosure] {
        try connection.rows(
            "SELECT \(Disclosure.columns) FROM disclosure WHERE \(condition) ORDER BY position"
        ) { row in
            Disclosure(
                id: try row.next(), contact: try row.next(), organization: try row.next(),
                toOrganization: try row.next(), introduction: try row.next(), fields: try row.codes(),
                infoTextVersion: try row.next(), at: try row.next(),
                notice: try Disclosure.Notice(row: &row))
        }
    }
}

extension Disclosure {
    fileprivate static let columns: SQL =
        "id, contact, organization, toOrganization, introduction, fields, infoTextVersion, at, notice, noticedAt, acknowledgedAt"

    fileprivate static let insertion = RowCommand.insert(into: "disclosure", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(id)
        row.add(contact)
        row.add(organization)
        row.add(toOrganization)
        row.add(introduction)
        row.add(CodeList(fields))
        row.add(infoTextVersion)
        row.add(at)
        row.add(notice?.kind)
        row.add(notice?.at)
        row.add(notice?.acknowledgedAt)
    }
}

extension Disclosure.Notice {
    fileprivate init?(row: inout Row) throws {
        let kind: Kind? = try row.next()
        let at: Instant? = try row.next()
        let acknowledgedAt: Instant? = try row.next()
        guard let kind, let at else { return nil }
        self.init(kind, at: at, acknowledgedAt: acknowledgedAt)
    }
}

extension Disclosure.Notice.Kind: ValueConvertible {}
