import SQLite
import Scharnier

extension SQLiteTransaction {
    func introduction(_ id: Identifier<Introduction>) throws -> Introduction? {
        try introductions(among: "\(id)").first
    }

    func introductions(_ query: IntroductionQuery) throws -> Page<Introduction> {
        var filters: [SQL] = []
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        if let need = query.need { filters.append("need = \(need)") }
        if let offer = query.offer { filters.append("offer = \(offer)") }
        let request = ListRequest(.introduction, query, filters: filters, sortedBy: Introduction.column)
        return try page(request) { ids in
            Dictionary(uniqueKeysWithValues: try introductions(among: .values(ids)).map { ($0.id, $0) })
        }
    }

    func introductions(of need: Identifier<Need>) throws -> [Introduction] {
        try introductions(among: "SELECT id FROM introduction WHERE need = \(need)")
    }

    func introductions(of offer: Identifier<Offer>) throws -> [Introduction] {
        try introductions(among: "SELECT id FROM introduction WHERE offer = \(offer)")
    }

    func introductions(naming contact: Identifier<Contact>) throws -> [Introduction] {
        try introductions(
            among: """
                SELECT introduction FROM disclosure WHERE contact = \(contact)
                UNION SELECT introduction.id FROM introduction JOIN need ON need.id = introduction.need
                    WHERE need.contact = \(contact)
                UNION SELECT introduction.id FROM introduction JOIN offer ON offer.id = introduction.offer
                    WHERE offer.contact = \(contact)
                """)
    }

    func introductions(openOrDeclinedSince moment: Instant) throws -> [Introduction] {
        try introductions(
            among: """
                SELECT id FROM introduction
                    WHERE status IN ('proposed', 'accepted_by_one', 'connected', 'in_talks')
                UNION ALL
                SELECT id FROM introduction WHERE status = 'declined' AND updatedAt >= \(moment)
                """)
    }

    /// The introductions whose identifiers are in `subset`, oldest first, in four statements.
    func introductions(among subset: SQL) throws -> [Introduction] {
        let parts = IntroductionParts(
            lines: try lines(of: subset), holds: try holds(of: subset),
            areas: try areas(of: subset, in: Introduction.areaTable))
        return try connection.rows(
            """
            SELECT id, \(Introduction.columns) FROM introduction WHERE id IN (\(subset)) ORDER BY createdAt, id
            """
        ) { row in try Introduction(row: &row, parts: parts) }
    }

    private func lines(of subset: SQL) throws -> [Identifier<Introduction>: [Introduction.Line]] {
        var lines: [Identifier<Introduction>: [Introduction.Line]] = [:]
        try connection.forEach(
            """
            SELECT introduction, item, quantity FROM introductionLine WHERE introduction IN (\(subset))
            ORDER BY introduction, position
            """
        ) { row in
            lines[try row.next(), default: []].append(.init(item: try row.next(), quantity: try row.next()))
            return true
        }
        return lines
    }

    private func holds(of subset: SQL) throws -> [Identifier<Introduction>: [Introduction.Hold]] {
        var holds: [Identifier<Introduction>: [Introduction.Hold]] = [:]
        try connection.forEach(
            """
            SELECT introduction, \(Introduction.Hold.columns) FROM hold WHERE introduction IN (\(subset))
            ORDER BY introduction, position
            """
        ) { row in
            holds[try row.next(), default: []].append(try Introduction.Hold(row: &row))
            return true
        }
        return holds
    }
}

extension Introduction {
    /// Where a key of the order stands; all of them are in the index `introductionListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        case .answerDueAt: ("answerDueAt", false)
        }
    }
}
