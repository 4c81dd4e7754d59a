import SQLite
import Scharnier

extension SQLiteTransaction {
    func disclosures(ofContactsOf organization: Identifier<Organization>?) throws -> [Disclosure] {
        try disclosures(where: organization.map { "organization = \($0)" } ?? "1 = 1")
    }

    func disclosures(in introduction: Identifier<Introduction>) throws -> [Disclosure] {
        try disclosures(where: "introduction = \(introduction)")
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

    private func disclosures(where condition: SQL) throws -> [Disclosure] {
        try connection.rows(
            "SELECT \(Disclosure.columns) FROM disclosure WHERE \(condition) ORDER BY position"
        ) { row in
            Disclosure(
                id: try row.next(), contact: try row.next(), organization: try row.next(),
                toOrganization: try row.next(), introduction: try row.next(), fields: try row.codes(),
                infoTextVersion: try row.next(), at: try row.next())
        }
    }
}

extension Disclosure {
    fileprivate static let columns: SQL =
        "id, contact, organization, toOrganization, introduction, fields, infoTextVersion, at"

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
    }
}
