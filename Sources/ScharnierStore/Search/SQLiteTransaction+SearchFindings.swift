import SQLite
import Scharnier

extension SQLiteTransaction {
    /// How many topics are told of at most: those of the most hits.
    private static let mostTopics = 50

    func findings(_ query: NeedQuery) throws -> SearchFindings {
        let request = ListRequest(.need, query, filters: try filters(of: query), sortedBy: Need.column)
            .holding(query.words)
        var findings = try spread(
            of: request,
            horizons: """
                SELECT 'horizon', horizon, count(*) FROM need
                WHERE id IN (SELECT id FROM found) AND horizon IS NOT NULL GROUP BY horizon
                """,
            kinds: """
                SELECT 'kind', kind, count(DISTINCT need) FROM needItem
                WHERE need IN (SELECT id FROM found) AND isWithdrawn = 0 GROUP BY kind
                """,
            topics: """
                SELECT 'topic', code, count(*) FROM needTerm
                WHERE need IN (SELECT id FROM found) AND scheme = 'topic' GROUP BY code
                """)
        guard findings.count > 0 else { return findings }
        let page = try page(request) { ids in
            Dictionary(
                try needs(among: .values(ids)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        }
        findings.hits = page.items.map { SearchHit($0) }
        return findings
    }

    func findings(_ query: OfferQuery) throws -> SearchFindings {
        let request = ListRequest(.offer, query, filters: try filters(of: query), sortedBy: Offer.column)
            .holding(query.words)
        var findings = try spread(
            of: request,
            horizons: """
                SELECT 'horizon', code, count(*)
                FROM (SELECT 'acute' AS code UNION SELECT 'temporary' UNION SELECT 'permanent')
                    JOIN offer ON instr(horizons, code)
                WHERE id IN (SELECT id FROM found) GROUP BY code
                """,
            kinds: """
                SELECT 'kind', kind, count(*) FROM offer WHERE id IN (SELECT id FROM found) GROUP BY kind
                """,
            topics: """
                SELECT 'topic', code, count(*) FROM offerTerm
                WHERE offer IN (SELECT id FROM found) AND scheme = 'topic' GROUP BY code
                """)
        guard findings.count > 0 else { return findings }
        let page = try page(request) { ids in
            Dictionary(
                try offers(among: .values(ids)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        }
        findings.hits = page.items.map { SearchHit($0) }
        return findings
    }

    /// How many records there are on all pages, and how they spread: they are looked for once, and all is counted of
    /// what was found (sqlite.org/lang_with.html §3, materialization).
    func spread(
        of request: ListRequest, horizons: SQL, kinds: SQL, topics: SQL
    ) throws -> SearchFindings {
        var findings = SearchFindings()
        try connection.forEach(
            """
            WITH found AS MATERIALIZED (
                SELECT \(request.table.name).id AS id FROM \(request.table.name) WHERE \(request.countClause))
            SELECT 'all', '', count(*) FROM found UNION ALL \(horizons) UNION ALL \(kinds) UNION ALL \(topics)
            """
        ) { row in
            let part: String = try row.next()
            let (code, count): (String, Int64) = (try row.next(), try row.next())
            switch part {
            case "all": findings.count = count
            case "horizon": findings.horizons.append(Facet(code, count))
            case "kind": findings.kinds.append(Facet(code, count))
            default: findings.topics.append(Facet(code, count))
            }
            return true
        }
        findings.horizons.sort(by: Facet.comes)
        findings.kinds.sort(by: Facet.comes)
        findings.topics.sort(by: Facet.comes)
        findings.topics = Array(findings.topics.prefix(Self.mostTopics))
        return findings
    }
}

extension Facet {
    /// The most frequent first.
    fileprivate static func comes(_ one: Facet, before other: Facet) -> Bool {
        (other.count, one.code) < (one.count, other.code)
    }
}
