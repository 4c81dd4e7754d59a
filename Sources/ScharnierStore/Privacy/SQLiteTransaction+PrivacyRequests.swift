import SQLite
import Scharnier

extension SQLiteTransaction {
    func privacyRequest(_ id: Identifier<PrivacyRequest>) throws -> PrivacyRequest? {
        try privacyRequests(where: "id = \(id)").first
    }

    func privacyRequests(of organization: Identifier<Organization>?) throws -> [PrivacyRequest] {
        let condition: SQL = organization.map { "organization = \($0)" } ?? "1 = 1"
        return try privacyRequests(where: "\(condition) ORDER BY createdAt DESC, id DESC")
    }

    func privacyRequests(about contact: Identifier<Contact>) throws -> [PrivacyRequest] {
        try privacyRequests(where: "contact = \(contact)")
    }

    func privacyRequestsWaiting() throws -> [PrivacyRequest] {
        try privacyRequests(where: "status IN ('received', 'identity_checked') ORDER BY createdAt, id")
    }

    func insert(_ request: PrivacyRequest) throws {
        try insert(PrivacyRequest.insertion, unlessThere: nil) { row in
            row.add(request.id)
            row.add(request.kind)
            row.add(request.organization)
            row.add(request.contact)
            row.add(request.dueAt)
            row.add(request.createdAt)
            request.write(to: &row)
        }
    }

    func update(_ request: PrivacyRequest) throws {
        try connection.run(PrivacyRequest.update) { row in
            request.write(to: &row)
            row.add(request.id)
        }
    }

    func privacyRequests(where clause: SQL) throws -> [PrivacyRequest] {
        try connection.rows(
            """
            SELECT id, kind, organization, contact, dueAt, createdAt, \(PrivacyRequest.columns) FROM privacyRequest
            WHERE \(clause)
            """
        ) { try PrivacyRequest(row: &$0) }
    }
}

extension PrivacyRequest {
    fileprivate static let columns: SQL = "version, text, identityCheck, status, result, updatedAt"

    fileprivate static let insertion = RowCommand.insert(
        into: "privacyRequest", "id, kind, organization, contact, dueAt, createdAt, \(columns)")
    fileprivate static let update = RowCommand.update("privacyRequest", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(text)
        row.add(identityCheck)
        row.add(status)
        row.add(result)
        row.add(updatedAt)
    }

    fileprivate init(row: inout Row) throws {
        let id: Identifier<PrivacyRequest> = try row.next()
        let kind: Kind = try row.next()
        let organization: Identifier<Organization> = try row.next()
        let contact: Identifier<Contact>? = try row.next()
        let dueAt: Instant = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        self.init(
            id: id, version: version, kind: kind, organization: organization, contact: contact,
            text: try row.next(), identityCheck: try row.next(), status: try row.next(),
            result: try row.next(), dueAt: dueAt, createdAt: createdAt, updatedAt: try row.next())
    }
}

extension PrivacyRequest.Kind: ValueConvertible {}
extension PrivacyRequest.Status: ValueConvertible {}
