import SQLite
import Scharnier

extension SQLiteTransaction {
    func contact(_ id: Identifier<Contact>) throws -> Contact? {
        try contacts(where: "id = \(id)").first
    }

    func contacts(of organization: Identifier<Organization>) throws -> [Contact] {
        try contacts(where: "organization = \(organization) ORDER BY createdAt, id")
    }

    func contacts(disclosedTo organization: Identifier<Organization>) throws -> [Contact] {
        try contacts(
            where: """
                id IN (SELECT contact FROM disclosure WHERE toOrganization = \(organization))
                ORDER BY createdAt, id
                """)
    }

    func insert(_ contact: Contact) throws {
        try connection.run(Contact.insertion) { row in
            row.add(contact.id)
            row.add(contact.organization)
            row.add(contact.createdAt)
            contact.write(to: &row)
        }
    }

    func update(_ contact: Contact) throws {
        if let erasedAt = contact.erasedAt { try journal?.note(.contactErased(contact.id, at: erasedAt)) }
        try connection.run(Contact.update) { row in
            contact.write(to: &row)
            row.add(contact.id)
        }
    }

    /// Forgets a contact that was never disclosed.
    ///
    /// - Throws: ``Refusal/inUse`` if a need or an offer names it.
    func delete(_ contact: Contact) throws {
        do throws(SQLiteError) {
            try connection.run("DELETE FROM contact WHERE id = \(contact.id)")
        } catch {
            throw error.isConstraint ? Refusal.inUse : error
        }
        // Only now: one that is in use goes on.
        try journal?.note(.contactErased(contact.id, at: now))
    }

    func contacts(where clause: SQL) throws -> [Contact] {
        try connection.rows(
            "SELECT id, organization, createdAt, \(Contact.columns) FROM contact WHERE \(clause)"
        ) { row in try Contact(row: &row) }
    }
}

extension Contact {
    fileprivate static let columns: SQL = """
        version, updatedAt, displayName, isFunctionAddress, function, email, phone, languages, purpose, lawfulBasis,
        infoTextVersion, release, retainUntilOn, restrictedAt, erasedAt
        """

    fileprivate static let insertion = RowCommand.insert(
        into: "contact", "id, organization, createdAt, \(columns)")
    fileprivate static let update = RowCommand.update("contact", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(updatedAt)
        row.add(card.displayName)
        row.add(card.isFunctionAddress)
        row.add(card.function)
        row.add(card.email)
        row.add(card.phone)
        row.add(CodeList(card.languages))
        row.add(card.purpose)
        row.add(card.lawfulBasis)
        row.add(card.infoTextVersion)
        row.add(card.release)
        row.add(card.retainUntilOn)
        row.add(restrictedAt)
        row.add(erasedAt)
    }

    fileprivate init(row: inout Row) throws {
        let id: Identifier<Contact> = try row.next()
        let organization: Identifier<Organization> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        let updatedAt: Instant = try row.next()
        self.init(
            id: id, version: version, organization: organization, card: try Card(row: &row),
            restrictedAt: try row.next(), erasedAt: try row.next(), createdAt: createdAt, updatedAt: updatedAt
        )
    }
}

extension Contact.Card {
    fileprivate init(row: inout Row) throws {
        let displayName: String = try row.next()
        let isFunctionAddress: Bool = try row.next()
        let function: String? = try row.next()
        let email: String? = try row.next()
        let phone: String? = try row.next()
        let languages = try row.codes()
        self.init(
            displayName: displayName, purpose: try row.next(), lawfulBasis: try row.next(),
            infoTextVersion: try row.next())
        self.isFunctionAddress = isFunctionAddress
        self.function = function
        self.email = email
        self.phone = phone
        self.languages = languages
        release = try row.next()
        retainUntilOn = try row.next()
    }
}

extension Contact.Purpose: ValueConvertible {}
extension Contact.LawfulBasis: ValueConvertible {}
extension Contact.Release: ValueConvertible {}
