import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Records that are open to others than the domain says.
    func audienceFindings() throws -> [String] {
        let organizations = try organizations(among: "SELECT id FROM organization").values
        let needs = try needs(among: "SELECT id FROM need")
        let offers = try offers(among: "SELECT id FROM offer")
        let introductions = try introductions(among: "SELECT id FROM introduction")
        return try audienceFindings(
            of: .organization, .organization, organizations.map { ($0.id, $0.audience) })
            + audienceFindings(of: .need, .need, needs.map { ($0.id, $0.audience) })
            + audienceFindings(of: .offer, .offer, offers.map { ($0.id, $0.audience) })
            + audienceFindings(of: .introduction, .introduction, introductions.map { ($0.id, $0.audience) })
            + audienceFindings(
                of: .programme, .programme,
                programmes(among: "SELECT id FROM programme").map { ($0.id, $0.audience) })
            + audienceFindings(
                of: .idea, .idea, ideas(among: "SELECT id FROM idea").map { ($0.id, $0.audience) })
            + audienceFindings(
                of: .allocationPlan, .allocationPlan,
                allocationRecords(among: "SELECT id FROM allocationPlan").map { ($0.id, $0.audience) })
            + audienceFindings(
                of: .membership, .membership,
                memberships(among: "SELECT id FROM membership").map { ($0.id, try audience(of: $0)) })
            + audienceFindings(
                of: .commitment, .commitment,
                commitments(among: "SELECT id FROM commitment").map { ($0.id, $0.audience) })
    }

    private func audienceFindings<Entity>(
        of subject: Subject, _ table: ListedTable, _ expected: [(id: Identifier<Entity>, audience: Audience)]
    ) throws -> [String] {
        var kept: [Identifier<Entity>: Audience?] = [:]
        try connection.forEach("SELECT id, openness, members FROM \(table.name)") { row in
            kept[try row.next()] = try Audience(openness: row.next(), row.next(MemberText.self))
            return true
        }
        var findings: [String] = []
        for (id, audience) in expected where kept[id] != audience {
            findings.append("\(subject.rawValue) \(id): is not open to whom it should be")
        }
        return findings.sorted()
    }
}

extension Audience {
    /// As a row holds it; nil if its members are none.
    fileprivate init?(openness: Openness, _ members: MemberText) {
        guard let members = members.members else { return nil }
        self.init(openness, members: members)
    }
}
