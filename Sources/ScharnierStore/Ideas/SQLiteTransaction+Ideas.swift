import SQLite
import Scharnier

extension SQLiteTransaction {
    func idea(_ id: Identifier<Idea>) throws -> Idea? {
        try ideas(among: "\(id)").first
    }

    func insert(_ idea: Idea) throws {
        let place = try addWords(idea.words)
        try connection.run(Idea.insertion) { row in
            row.add(idea.id)
            row.add(idea.createdAt)
            idea.write(to: &row)
            row.add(idea.audience)
            row.add(idea.titleKey)
            row.add(place)
        }
        try keepAreas(idea.content.areas, of: idea.id, in: Idea.areaTable, isNew: true)
        try keepTerms(Terms(topics: idea.content.topics), of: idea.id, in: Idea.termTable, isNew: true)
    }

    func update(_ idea: Idea) throws {
        try connection.run(Idea.update) { row in
            idea.write(to: &row)
            row.add(idea.audience)
            row.add(idea.titleKey)
            row.add(idea.id)
        }
        try keepWords(of: idea)
    }

    /// The ideas whose identifiers are in `subset`, ordered by them, in three statements.
    func ideas(among subset: SQL) throws -> [Idea] {
        let areas: [Identifier<Idea>: [Identifier<Area>]] = try areas(of: subset, in: Idea.areaTable)
        let terms: [Identifier<Idea>: Terms] = try terms(of: subset, in: Idea.termTable)
        return try connection.rows(
            "SELECT id, createdAt, \(Idea.columns) FROM idea WHERE id IN (\(subset)) ORDER BY id"
        ) { row in try Idea(row: &row, areas: areas, terms: terms) }
    }

    func ideas(_ query: IdeaQuery) throws -> Page<Idea> {
        try page(try request(for: query)) { ids in
            Dictionary(
                try ideas(among: .values(ids)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        }
    }

    func findings(_ query: IdeaQuery) throws -> SearchFindings {
        // An idea has neither kind nor horizon.
        let nothing: SQL = "SELECT '', '', 0 WHERE 1 = 0"
        var findings = try spread(
            of: try request(for: query), horizons: nothing, kinds: nothing,
            topics: """
                SELECT 'topic', code, count(*) FROM ideaTerm
                WHERE idea IN (SELECT id FROM found) AND scheme = 'topic' GROUP BY code
                """)
        guard findings.count > 0 else { return findings }
        findings.hits = try ideas(query).items.map { SearchHit($0) }
        return findings
    }

    private func request(for query: IdeaQuery) throws -> ListRequest {
        ListRequest(.idea, query, filters: try filters(of: query), sortedBy: Idea.column)
            .holding(query.words)
    }

    private func filters(of query: IdeaQuery) throws -> [SQL] {
        var filters: [SQL] = []
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        if !query.organizations.isEmpty {
            filters.append("organization IN (\(.values(query.organizations)))")
        }
        if !query.areas.isEmpty {
            let areas = try areaTree().descendants(of: query.areas)
            filters.append(
                """
                EXISTS (SELECT 1 FROM ideaArea WHERE ideaArea.idea = idea.id
                    AND ideaArea.area IN (\(.values(areas.sorted()))))
                """)
        }
        if !query.topics.isEmpty {
            filters.append(
                """
                EXISTS (SELECT 1 FROM ideaTerm WHERE ideaTerm.idea = idea.id AND ideaTerm.scheme = 'topic'
                    AND ideaTerm.code IN (\(.values(query.topics))))
                """)
        }
        return filters
    }
}

extension Idea {
    fileprivate static let areaTable = ListTable(name: "ideaArea", owner: "idea")
    fileprivate static let termTable = ListTable(name: "ideaTerm", owner: "idea")

    /// The columns in the order in which they are read and written, but for the first two and the last four.
    fileprivate static let columns: SQL = """
        version, organization, status, title, text, carrier, need, recordedForArea, updatedAt, createdBy
        """

    fileprivate static let insertion = RowCommand.insert(
        into: "idea", "id, createdAt, \(columns), openness, members, titleKey, words")
    fileprivate static let update = RowCommand.update("idea", "\(columns), openness, members, titleKey")

    /// Where a key of the order stands; all of them are in the index `ideaListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        case .title: ("titleKey", false)
        }
    }

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(organization)
        row.add(status)
        row.add(content.title)
        row.add(content.text)
        row.add(adoption?.carrier)
        row.add(adoption?.need)
        row.add(recordedForArea)
        row.add(updatedAt)
        row.add(createdBy)
    }

    fileprivate init(
        row: inout Row, areas: [Identifier<Idea>: [Identifier<Area>]], terms: [Identifier<Idea>: Terms]
    ) throws {
        let id: Identifier<Idea> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        let organization: Identifier<Organization> = try row.next()
        let status: Status = try row.next()
        var content = Content(title: try row.next())
        content.text = try row.next()
        content.areas = areas[id] ?? []
        content.topics = terms[id]?.topics ?? []
        let carrier: Identifier<Organization>? = try row.next()
        let need: Identifier<Need>? = try row.next()
        let adoption = carrier.flatMap { carrier in need.map { Adoption(by: carrier, as: $0) } }
        let recordedForArea: Identifier<Area>? = try row.next()
        self.init(
            id: id, version: version, organization: organization, content: content, status: status,
            adoption: adoption, recordedForArea: recordedForArea, createdAt: createdAt,
            updatedAt: try row.next(), createdBy: try row.next())
    }
}

extension Idea.Status: ValueConvertible {}
