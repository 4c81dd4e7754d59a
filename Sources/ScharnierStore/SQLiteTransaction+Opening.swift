import SQLite
import Scharnier

extension SQLiteTransaction {
    /// How many needs or offers are encoded anew at a time: bounds the memory it takes.
    static let batch = 500

    /// Makes the row that says what this instance is, if it is missing, and the encoded rows current.
    ///
    /// - Returns: the instance's key.
    func initialize() throws -> [UInt8] {
        if let last = try lastIdentifier() { shared.identifiers.follow(last) }
        if let row = try instance() {
            if row.form != shared.publicRows.form { try encodeAllRows() }
            if row.textForm != WordList.form { try readAllTexts() }
            return row.key
        }
        let key = shared.identifiers.randomBytes(32)
        try connection.run(
            """
            INSERT INTO meta (id, createdAt, instanceKey, oldestPosition, publicRowForm, textForm, referenceStamp)
            VALUES (1, \(now), \(key), 0, \(shared.publicRows.form), \(WordList.form),
                \(newID() as Identifier<Reference>))
            """)
        return key
    }

    /// The latest identifier of a record, found at the end of each table's index.
    private func lastIdentifier() throws -> Identifier<Reference>? {
        try connection.first(
            """
            SELECT max(id) FROM (
                SELECT max(id) AS id FROM organization UNION ALL SELECT max(id) FROM contact
                UNION ALL SELECT max(id) FROM accessToken UNION ALL SELECT max(id) FROM need
                UNION ALL SELECT max(id) FROM offer
                UNION ALL SELECT max(id) FROM introduction)
            """
        ) { try $0.next(Identifier<Reference>?.self) } ?? nil
    }

    private func instance() throws -> (key: [UInt8], form: String, textForm: Int)? {
        try connection.first("SELECT instanceKey, publicRowForm, textForm FROM meta WHERE id = 1") { row in
            (key: try row.next(), form: try row.next(), textForm: try row.next())
        }
    }

    private func encodeAllRows() throws {
        try encodeNeeds()
        try encodeOffers()
        try connection.run("UPDATE meta SET publicRowForm = \(shared.publicRows.form) WHERE id = 1")
    }

    private func encodeNeeds() throws {
        var last = Identifier<Need>.nil
        while true {
            let needs = try needs(
                among:
                    "SELECT id FROM need WHERE id > \(last) AND openness >= 2 ORDER BY id LIMIT \(Self.batch)"
            )
            guard let end = needs.last else { return }
            for need in needs {
                let row = publicRow(of: need, need.audience)
                try connection.run("UPDATE need SET publicRow = \(row) WHERE id = \(need.id)")
            }
            last = end.id
        }
    }

    private func encodeOffers() throws {
        var last = Identifier<Offer>.nil
        while true {
            let offers = try offers(
                among:
                    "SELECT id FROM offer WHERE id > \(last) AND openness >= 2 ORDER BY id LIMIT \(Self.batch)"
            )
            guard let end = offers.last else { return }
            for offer in offers {
                let row = publicRow(of: offer, offer.audience)
                try connection.run("UPDATE offer SET publicRow = \(row) WHERE id = \(offer.id)")
            }
            last = end.id
        }
    }
}
