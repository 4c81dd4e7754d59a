import SQLite
import Scharnier

extension SQLiteTransaction {
    func encodedNeed(_ id: Identifier<Need>, for party: Party) throws -> EncodedItem? {
        try encodedItem(id, in: .need, for: party)
    }

    func needs(_ query: NeedQuery) throws -> Page<ListedItem<Need>> {
        let request = ListRequest(.need, query, filters: try filters(of: query), sortedBy: Need.column)
            .holding(query.words)
        return try listedPage(request) { ids in
            Dictionary(uniqueKeysWithValues: try needs(among: .values(ids)).map { ($0.id, $0) })
        }
    }

    func filters(of query: NeedQuery) throws -> [SQL] {
        var filters: [SQL] = []
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        if !query.horizons.isEmpty { filters.append("horizon IN (\(.values(query.horizons)))") }
        if !query.carriers.isEmpty { filters.append("carrier IN (\(.values(query.carriers)))") }
        if let from = query.neededBy.from { filters.append("neededByOn >= \(from)") }
        if let to = query.neededBy.to { filters.append("neededByOn < \(to)") }
        if !query.kinds.isEmpty {
            filters.append(
                """
                EXISTS (SELECT 1 FROM needItem WHERE needItem.need = need.id AND needItem.isWithdrawn = 0
                    AND needItem.kind IN (\(.values(query.kinds))))
                """)
        }
        if !query.topics.isEmpty { filters.append(has(query.topics, "'topic'")) }
        if !query.targetGroups.isEmpty { filters.append(has(query.targetGroups, "'target_group'")) }
        if !query.areas.isEmpty {
            let areas = try areaTree().descendants(of: query.areas)
            filters.append(
                """
                EXISTS (SELECT 1 FROM needArea WHERE needArea.need = need.id
                    AND needArea.area IN (\(.values(areas.sorted()))))
                """)
        }
        return filters
    }

    private func has(_ codes: [String], _ scheme: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM needTerm WHERE needTerm.need = need.id AND needTerm.scheme = \(scheme)
            AND needTerm.code IN (\(.values(codes))))
        """
    }
}

extension Need {
    /// Where a key of the order stands; all of them are in the index `needListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        case .publishedAt: ("publishedAt", true)
        case .neededByOn: ("neededByOn", true)
        case .title: ("titleKey", true)
        }
    }
}
