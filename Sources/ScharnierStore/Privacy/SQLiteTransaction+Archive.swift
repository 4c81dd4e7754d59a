import SQLite
import Scharnier

extension SQLiteTransaction {
    func needs(of carrier: Identifier<Organization>) throws -> [Need] {
        try needs(among: "SELECT id FROM need WHERE carrier = \(carrier)")
    }

    func needs(naming contact: Identifier<Contact>) throws -> [Need] {
        try needs(among: "SELECT id FROM need WHERE contact = \(contact)")
    }

    func offers(naming contact: Identifier<Contact>) throws -> [Offer] {
        try offers(among: "SELECT id FROM offer WHERE contact = \(contact)")
    }

    func disclosures(to organization: Identifier<Organization>) throws -> [Disclosure] {
        try disclosures(where: "toOrganization = \(organization)")
    }

    func endorsements(by network: Identifier<Organization>) throws -> [Endorsement] {
        try endorsements(where: "network = \(network)")
    }

    func externalReferences(of organization: Identifier<Organization>) throws -> [ExternalReference] {
        let keys: [ExternalReference.Key?] = try connection.rows(
            """
            SELECT source, kind, externalID FROM externalReference WHERE organization = \(organization)
            ORDER BY source, kind, externalID
            """
        ) { row in
            let source: String = try row.next()
            let kind: ExternalReference.Kind = try row.next()
            let externalID: String = try row.next()
            guard let source = Source(source), let externalID = ExternalID(externalID) else { return nil }
            return ExternalReference.Key(
                organization: organization, source: source, kind: kind, externalID: externalID)
        }
        return try keys.compactMap { try $0.flatMap { try externalReference($0) } }
    }

    func auditEntries(by organization: Identifier<Organization>) throws -> [AuditEntry] {
        try auditEntries(where: "organization = \(organization)")
    }

    func auditEntries(aboutContact id: Identifier<Contact>) throws -> [AuditEntry] {
        try auditEntries(where: "objectType = 'contact' AND objectID = \(id)")
    }
}
