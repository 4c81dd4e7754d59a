import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Records whose words or key are not those of their texts, and words of records that are not there.
    func textFindings() throws -> [String] {
        try textFindings(of: needs(among: "SELECT id FROM need"))
            + textFindings(of: offers(among: "SELECT id FROM offer"))
            + textFindings(
                of: organizations(among: "SELECT id FROM organization").values.sorted { $0.id < $1.id })
            + textFindings(of: programmes(among: "SELECT id FROM programme"))
            + textFindings(of: ideas(among: "SELECT id FROM idea"))
            + keyFindings() + strayFindings()
    }

    private func textFindings<Entity: Searched>(of entities: [Entity]) throws -> [String]
    where Entity.ID == Identifier<Entity> {
        try entities.filter { try keptWords(of: $0) != $0.words.bytes }.map {
            "\(Entity.listedTable.name.text) \($0.id): is found by other words than it has"
        }
    }

    private func keyFindings() throws -> [String] {
        let keys: [Identifier<Subject>: String?] = try sortKeys()
        let expected =
            try needs(among: "SELECT id FROM need").map { (Identifier<Subject>($0.id), $0.titleKey) }
            + offers(among: "SELECT id FROM offer").map { (Identifier<Subject>($0.id), $0.titleKey) }
            + organizations(among: "SELECT id FROM organization").values.map {
                (Identifier<Subject>($0.id), Optional($0.nameKey))
            }
            + programmes(among: "SELECT id FROM programme").map {
                (Identifier<Subject>($0.id), Optional($0.titleKey))
            }
            + ideas(among: "SELECT id FROM idea").map {
                (Identifier<Subject>($0.id), Optional($0.titleKey))
            }
        return expected.filter { keys[$0.0] != .some($0.1) }.map { "\($0.0): is sorted by another text" }
            .sorted()
    }

    private func sortKeys() throws -> [Identifier<Subject>: String?] {
        var keys: [Identifier<Subject>: String?] = [:]
        try connection.forEach(
            """
            SELECT id, titleKey FROM need UNION ALL SELECT id, titleKey FROM offer
            UNION ALL SELECT id, nameKey FROM organization UNION ALL SELECT id, titleKey FROM programme
            UNION ALL SELECT id, titleKey FROM idea
            """
        ) { row in
            keys[try row.next()] = .some(try row.next(String?.self))
            return true
        }
        return keys
    }

    private func strayFindings() throws -> [String] {
        try connection.rows(
            """
            SELECT number FROM wordList WHERE number NOT IN (
                SELECT words FROM need UNION ALL SELECT words FROM offer UNION ALL SELECT words FROM organization
                UNION ALL SELECT words FROM programme UNION ALL SELECT words FROM idea)
            """
        ) { row in "wordList \(try row.next(Int.self)): the words of no record" }
    }
}
