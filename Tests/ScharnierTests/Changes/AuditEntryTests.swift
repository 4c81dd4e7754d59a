import Scharnier
import Testing

@Suite struct AuditEntryTests {
    private let now = Instant.at("2026-11-21T09:30:00Z")

    @Test func `an entry names organisation, role and token, not the areas`() {
        let party = Party(organization: .carrier, role: .carrier, token: .numbered(7))
        let object = AuditEntry.Object("need", Identifier<Need>.numbered(1))
        let entry = AuditEntry(
            action: "need.update", object: object, fields: ["title"], party: party, at: now)
        #expect(entry.organization == .carrier)
        #expect(entry.actor == .role(.carrier))
        #expect(entry.token == .numbered(7))
        #expect(entry.operatorUser == nil)
        #expect(entry.object.id == .numbered(1))
        #expect(entry.fields == ["title"])
    }

    @Test func `the operator is named, and no role is called so`() {
        let object = AuditEntry.Object("token", Identifier<AccessToken>.numbered(1))
        let entry = AuditEntry(
            action: "token.issued", object: object, fields: [], party: .operator(user: 1000), at: now)
        #expect(entry.actor == .operator)
        #expect(entry.operatorUser == 1000)
        #expect(entry.organization == nil && entry.token == nil)
        #expect(AuditEntry.Actor(rawValue: "operator") == .operator)
        #expect(Role(rawValue: "operator") == nil)
        for role in Role.allCases {
            #expect(AuditEntry.Actor(rawValue: role.rawValue) == .role(role))
            #expect(AuditEntry.Actor.role(role).rawValue == role.rawValue)
        }
        #expect(AuditEntry.Actor(rawValue: "nobody") == nil)
    }

    @Test func `timers and restores act as nobody`() {
        let object = AuditEntry.Object("token", Identifier<AccessToken>.numbered(1))
        let entry = AuditEntry(action: "database.restored", object: object, fields: [], party: nil, at: now)
        #expect(entry.organization == nil)
        #expect(entry.actor == nil)
        #expect(entry.token == nil)
    }
}
