import SQLite
import Scharnier

extension SQLiteTransaction {
    func programmes(_ query: ProgrammeQuery) throws -> Page<Programme> {
        try page(try request(for: query)) { ids in
            Dictionary(
                try programmes(among: .values(ids)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        }
    }

    func findings(_ query: ProgrammeQuery) throws -> SearchFindings {
        var findings = try spread(
            of: try request(for: query),
            horizons: """
                SELECT 'horizon', code, count(*)
                FROM (SELECT 'acute' AS code UNION SELECT 'temporary' UNION SELECT 'permanent')
                    JOIN programme ON instr(horizons, code)
                WHERE id IN (SELECT id FROM found) GROUP BY code
                """,
            kinds: """
                SELECT 'kind', code, count(*) FROM (\(Self.resources)) JOIN programme ON awardKind = award
                WHERE id IN (SELECT id FROM found) GROUP BY code
                """,
            topics: """
                SELECT 'topic', code, count(*) FROM programmeTerm
                WHERE programme IN (SELECT id FROM found) AND scheme = 'topic' GROUP BY code
                """)
        guard findings.count > 0 else { return findings }
        findings.hits = try programmes(query).items.map { SearchHit($0) }
        return findings
    }

    private func request(for query: ProgrammeQuery) throws -> ListRequest {
        ListRequest(.programme, query, filters: try filters(of: query), sortedBy: Programme.column)
            .holding(query.words)
    }

    /// A table of what each kind of award gives, as the domain says: `award`, `code`.
    private static var resources: SQL {
        var rows: SQL = "SELECT '' AS award, '' AS code WHERE 1 = 0"
        for award in Programme.AwardKind.allCases {
            for resource in award.resources { rows += " UNION ALL SELECT \(award), \(resource)" }
        }
        return rows
    }

    private func filters(of query: ProgrammeQuery) throws -> [SQL] {
        var filters: [SQL] = []
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        if !query.kinds.isEmpty { filters.append("kind IN (\(.values(query.kinds)))") }
        if !query.resources.isEmpty {
            filters.append("awardKind IN (\(.values(Programme.AwardKind.giving(query.resources))))")
        }
        if !query.horizons.isEmpty {
            filters.append("(\(.any(query.horizons.map { "instr(horizons, \($0))" })))")
        }
        if !query.organizations.isEmpty {
            filters.append("organization IN (\(.values(query.organizations)))")
        }
        if !query.areas.isEmpty { filters.append(try gives(in: query.areas)) }
        if !query.topics.isEmpty { filters.append(names(query.topics, "'topic'")) }
        if !query.targetGroups.isEmpty { filters.append(names(query.targetGroups, "'target_group'")) }
        if let day = query.openOn { filters.append(isOpen(on: day)) }
        return filters
    }

    /// Whether one can apply on a day: the same as ``Programme/isOpen(on:)``.
    private func isOpen(on day: Day) -> SQL {
        """
        ((isRolling = 1 AND validFrom <= \(day) AND (validTo IS NULL OR validTo > \(day)))
            OR EXISTS (SELECT 1 FROM programmeCall WHERE programmeCall.programme = programme.id
                AND opensOn <= \(day) AND closesOn >= \(day)))
        """
    }

    /// What names no area gives in all of them.
    private func gives(in areas: Set<Identifier<Area>>) throws -> SQL {
        let tree = try areaTree()
        let wider = Set(areas.flatMap { tree.ancestry(of: $0).map(\.id) }).sorted()
        return """
            (NOT EXISTS (SELECT 1 FROM programmeArea WHERE programmeArea.programme = programme.id)
                OR EXISTS (SELECT 1 FROM programmeArea WHERE programmeArea.programme = programme.id
                    AND programmeArea.area IN (\(.values(wider)))))
            """
    }

    private func names(_ codes: [String], _ scheme: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM programmeTerm WHERE programmeTerm.programme = programme.id
            AND programmeTerm.scheme = \(scheme) AND programmeTerm.code IN (\(.values(codes))))
        """
    }
}

extension Programme {
    /// Where a key of the order stands; all of them are in the index `programmeListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        case .title: ("titleKey", false)
        }
    }
}
