import SQLite
import Scharnier

extension SQLiteTransaction {
    /// How many topics are told of at most: those of the most hits.
    private static let mostTopics = 50

    func findings(_ query: NeedQuery) throws -> SearchFindings {
        let request = ListRequest(.need, query, filters: try filters(of: query), sortedBy: Need.column)
            .holding(query.words)
        var findings = SearchFindings()
        let page = try page(request) { ids in
            Dictionary(try needs(among: .values(ids)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        }
        findings.hits = page.items.map { SearchHit($0) }
        findings.count = page.count ?? 0
        guard findings.count > 0 else { return findings }
        let found = request.allIdentifiers
        findings.horizons = try facets(
            "SELECT horizon, count(*) FROM need WHERE id IN (\(found)) AND horizon IS NOT NULL GROUP BY horizon")
        findings.kinds = try facets(
            """
            SELECT kind, count(DISTINCT need) FROM needItem WHERE need IN (\(found)) AND isWithdrawn = 0 GROUP BY kind
            """)
        findings.topics = try facets(
            """
            SELECT code, count(*) FROM needTerm WHERE need IN (\(found)) AND scheme = 'topic' GROUP BY code
            """)
        return findings
    }

    func findings(_ query: OfferQuery) throws -> SearchFindings {
        let request = ListRequest(.offer, query, filters: try filters(of: query), sortedBy: Offer.column)
            .holding(query.words)
        var findings = SearchFindings()
        let page = try page(request) { ids in
            Dictionary(
                try offers(among: .values(ids)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        }
        findings.hits = page.items.map { SearchHit($0) }
        findings.count = page.count ?? 0
        guard findings.count > 0 else { return findings }
        let found = request.allIdentifiers
        findings.horizons = try facets(
            """
            SELECT code, count(*) FROM (SELECT 'acute' AS code UNION SELECT 'temporary' UNION SELECT 'permanent')
                JOIN offer ON instr(horizons, code)
            WHERE id IN (\(found)) GROUP BY code
            """)
        findings.kinds = try facets(
            "SELECT kind, count(*) FROM offer WHERE id IN (\(found)) GROUP BY kind")
        findings.topics = try facets(
            """
            SELECT code, count(*) FROM offerTerm WHERE offer IN (\(found)) AND scheme = 'topic' GROUP BY code
            """)
        return findings
    }

    /// Values and how often they are there, the most frequent first.
    private func facets(_ grouped: SQL) throws -> [Facet] {
        try connection.rows("\(grouped) ORDER BY 2 DESC, 1 LIMIT \(Self.mostTopics)") { row in
            Facet(try row.next(), try row.next())
        }
    }
}

extension ListRequest {
    /// The identifiers on all pages.
    fileprivate var allIdentifiers: SQL { "SELECT \(table.name).id FROM \(source) WHERE \(countClause)" }
}
