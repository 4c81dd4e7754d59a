/// Who did what, and when: names of fields, never values (operations.md §8).
package struct AuditEntry: Equatable, Sendable {
    /// What was done, as `need.publish`.
    package let action: String

    /// To what.
    package let object: Object

    /// The names of the fields concerned.
    package let fields: [String]

    /// The organisation that did it, as what, and with which token; none for timers and restores.
    package let organization: Identifier<Organization>?
    package let actor: Actor?
    package let token: Identifier<AccessToken>?

    /// The number of the system's user who acted, if it was the operator.
    package let operatorUser: UInt32?
    package let at: Instant

    /// An entry about what a party does.
    package init(action: String, object: Object, fields: [String], party: Party?, at: Instant) {
        self.init(
            action: action, object: object, fields: fields, organization: party?.organization,
            actor: party?.actor, token: party?.token, operatorUser: party?.operatorUser, at: at)
    }

    /// An entry put together from its parts.
    package init(
        action: String, object: Object, fields: [String], organization: Identifier<Organization>?,
        actor: Actor?, token: Identifier<AccessToken>?, operatorUser: UInt32?, at: Instant
    ) {
        self.action = action
        self.object = object
        self.fields = fields
        self.organization = organization
        self.actor = actor
        self.token = token
        self.operatorUser = operatorUser
        self.at = at
    }

    /// The thing an entry is about: a type name and its identifier.
    package struct Object: Equatable, Sendable {
        package let type: String
        package let id: Identifier<Object>

        /// The thing with this identifier.
        package init<Entity>(_ type: String, _ id: Identifier<Entity>) {
            self.type = type
            self.id = Identifier<Object>(id)
        }
    }
}

/// Keeps the audit log, which only grows.
package protocol AuditRepository {
    /// Appends an entry; the request that caused it is known to the transaction.
    func append(_ entry: AuditEntry) throws

    /// The entries about one thing, oldest first; for people who look into the log, all of which is read.
    func auditEntries(about object: AuditEntry.Object) throws -> [AuditEntry]
}

extension WriteTransaction {
    /// Notes who does what.
    func audit(_ action: String, _ object: AuditEntry.Object, fields: [String], as party: Party?) throws {
        try append(AuditEntry(action: action, object: object, fields: fields, party: party, at: now))
    }
}
