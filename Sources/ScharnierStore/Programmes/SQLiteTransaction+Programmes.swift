import SQLite
import Scharnier

extension SQLiteTransaction {
    func programme(_ id: Identifier<Programme>) throws -> Programme? {
        try programmes(among: "\(id)").first
    }

    func programmes(of organization: Identifier<Organization>) throws -> [Programme] {
        let programmes = try programmes(
            among: "SELECT id FROM programme WHERE organization = \(organization)")
        return programmes.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    func insert(_ programme: Programme) throws {
        let place = try addWords(programme.words)
        try connection.run(Programme.insertion) { row in
            row.add(programme.id)
            row.add(programme.createdAt)
            programme.write(to: &row)
            row.add(programme.audience)
            row.add(programme.titleKey)
            row.add(place)
        }
        try keepLists(of: programme, isNew: true)
    }

    func update(_ programme: Programme) throws {
        try connection.run(Programme.update) { row in
            programme.write(to: &row)
            row.add(programme.audience)
            row.add(programme.titleKey)
            row.add(programme.id)
        }
        try keepLists(of: programme, isNew: false)
        try keepWords(of: programme)
    }

    func delete(_ programme: Programme) throws {
        for table in [
            Programme.areaTable, Programme.termTable, Programme.callTable, Programme.awardTable,
        ] {
            try deleteList(table, of: programme.id)
        }
        try deleteWords(of: programme)
        try connection.run("DELETE FROM programme WHERE id = \(programme.id)")
    }

    /// The programmes whose identifiers are in `subset`, ordered by them, in five statements.
    func programmes(among subset: SQL) throws -> [Programme] {
        var programmes = try connection.rows(
            "SELECT id, createdAt, \(Programme.columns) FROM programme WHERE id IN (\(subset)) ORDER BY id"
        ) { row in try Programme(row: &row) }
        guard !programmes.isEmpty else { return [] }
        let areas: [Identifier<Programme>: [Identifier<Area>]] = try areas(
            of: subset, in: Programme.areaTable)
        let terms: [Identifier<Programme>: Terms] = try terms(of: subset, in: Programme.termTable)
        let (calls, awards) = (try calls(of: subset), try awards(of: subset))
        for index in programmes.indices {
            let id = programmes[index].id
            programmes[index].content.policy?.areas = areas[id] ?? []
            programmes[index].content.policy?.topics = terms[id]?.topics ?? []
            programmes[index].content.policy?.targetGroups = terms[id]?.targetGroups ?? []
            programmes[index].content.calls = calls[id] ?? []
            programmes[index].content.awards = awards[id] ?? []
        }
        return programmes
    }

    private func keepLists(of programme: Programme, isNew: Bool) throws {
        let (id, policy) = (programme.id, programme.content.policy)
        try keepAreas(policy?.areas ?? [], of: id, in: Programme.areaTable, isNew: isNew)
        try keepTerms(
            Terms(topics: policy?.topics ?? [], targetGroups: policy?.targetGroups ?? []), of: id,
            in: Programme.termTable, isNew: isNew)
        try keepCalls(programme.content.calls, of: id, isNew: isNew)
        try keepAwards(programme.content.awards, of: id, isNew: isNew)
    }

    private func keepCalls(_ calls: [Programme.Call], of id: Identifier<Programme>, isNew: Bool) throws {
        if !isNew {
            if try self.calls(of: "\(id)")[id] ?? [] == calls { return }
            try deleteList(Programme.callTable, of: id)
        }
        for (position, call) in calls.enumerated() {
            try connection.run(
                """
                INSERT INTO programmeCall (programme, position, opensOn, closesOn, decisionOn)
                VALUES (\(id), \(position), \(call.opensOn), \(call.closesOn), \(call.decisionOn))
                """)
        }
    }

    private func keepAwards(_ awards: [Programme.Award], of id: Identifier<Programme>, isNew: Bool) throws {
        if !isNew {
            if try self.awards(of: "\(id)")[id] ?? [] == awards { return }
            try deleteList(Programme.awardTable, of: id)
        }
        for (position, award) in awards.enumerated() {
            try connection.run(
                """
                INSERT INTO programmeAward (programme, position, year, recipient, cents)
                VALUES (\(id), \(position), \(award.year), \(award.recipient), \(award.cents))
                """)
        }
    }

    private func calls(of subset: SQL) throws -> [Identifier<Programme>: [Programme.Call]] {
        var calls: [Identifier<Programme>: [Programme.Call]] = [:]
        try connection.forEach(
            """
            SELECT programme, opensOn, closesOn, decisionOn FROM programmeCall WHERE programme IN (\(subset))
            ORDER BY programme, position
            """
        ) { row in
            calls[try row.next(), default: []].append(
                .init(opensOn: try row.next(), closesOn: try row.next(), decisionOn: try row.next()))
            return true
        }
        return calls
    }

    private func awards(of subset: SQL) throws -> [Identifier<Programme>: [Programme.Award]] {
        var awards: [Identifier<Programme>: [Programme.Award]] = [:]
        try connection.forEach(
            """
            SELECT programme, year, recipient, cents FROM programmeAward WHERE programme IN (\(subset))
            ORDER BY programme, position
            """
        ) { row in
            awards[try row.next(), default: []].append(
                .init(year: try row.next(), recipient: try row.next(), cents: try row.next()))
            return true
        }
        return awards
    }
}
