import HTTPWire
import JSON
import Scharnier

/// `/v1/search`: one question for offers, needs, ideas and programmes (F-21).
enum SearchRoutes {
    static let all: [Route] = [Route(.get, "/v1/search", .search, parameters: parameters, .heavy(search))]

    /// Filters that every list of a subject has, too: so a hit list leads on to the whole list.
    private static let filters: Set<String> = ["q", "area_id", "topic", "target_group", "horizon", "kind"]
    private static let parameters = filters.union(["type", "limit"])

    /// Hits of each subject: unless told otherwise, and at most.
    private static let standardLimit = 10
    private static let largestLimit = 50

    private static func search(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let wish = try wish(call)
        let subjects = try call.query.choices("type", of: SearchSubject.self)
        let sections = try SearchSubject.allCases
            .filter { subjects.isEmpty || subjects.contains($0) }
            .filter { call.mayRead($0) && $0.isAsked(for: wish) }
            .map { subject in
                SearchSection(
                    subject: subject, findings: try tx.findings(of: subject, wish),
                    list: listAddress(of: subject, call))
            }
        return .ok(SearchBody(sections: sections)).tagged()
    }

    private static func wish(_ call: Call) throws -> SearchWish {
        var wish = SearchWish(party: call.party)
        wish.words = try call.words()
        wish.areas = Set(try call.query.identifiers("area_id"))
        wish.topics = try call.query.codes("topic")
        wish.targetGroups = try call.query.codes("target_group")
        wish.horizons = try call.query.choices("horizon")
        wish.kinds = try call.query.choices("kind")
        wish.limit = Int(
            try call.query.integer("limit", in: 1...Int64(largestLimit), isClamped: true)
                ?? Int64(standardLimit))
        return wish
    }

    /// Where all hits of a subject are listed, page by page.
    private static func listAddress(of subject: SearchSubject, _ call: Call) -> String {
        let kept = (call.request.query ?? []).split(separator: UInt8(ascii: "&"))
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { filters.contains(String($0.prefix { $0 != "=" })) }
        let query = kept + ["status=\(subject.statuses.joined(separator: ","))"]
        return "/v1/\(subject.rawValue)s?\(query.joined(separator: "&"))"
    }
}

extension Call {
    /// Whether the caller could read the list of a subject: what it could not is not searched, nor counted.
    fileprivate func mayRead(_ subject: SearchSubject) -> Bool {
        let operation = subject.operation
        guard operation.reach(for: party) != .none else { return false }
        return party.role == .public || operation.scope.map { party.scopes.allow($0) } ?? true
    }
}

/// What was found of one subject, on the wire.
private struct SearchSection: JSONWritable {
    let subject: SearchSubject
    let findings: SearchFindings
    let list: String

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", word: subject)
            writer.member("question_de", subject.label.de)
            writer.member("question_en", subject.label.en)
            writer.member("count", findings.count)
            writer.member("href", list)
            writer.memberArray("items") { writer in
                for hit in findings.hits { writer.object { write(hit, to: &$0) } }
            }
            writer.memberObject("facets") { writer in
                writer.member("kind", findings.kinds.map(FacetBody.init))
                writer.member("horizon", findings.horizons.map(FacetBody.init))
                writer.member("topic", findings.topics.map(FacetBody.init))
            }
        }
    }

    private func write(_ hit: SearchHit, to writer: inout JSONWriter) {
        writer.member("id", hit.id)
        writer.member("href", "/v1/\(subject.rawValue)s/\(hit.id)")
        writer.member("title", hit.title)
        writer.member("kinds", words: hit.kinds)
        writer.member("horizons", words: hit.horizons)
        writer.member("topics", hit.topics)
        writer.member("area_ids", hit.areas)
        writer.member("created_at", hit.createdAt)
    }
}

private struct FacetBody: JSONWritable {
    let facet: Facet

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", facet.code)
            writer.member("count", facet.count)
        }
    }
}

private struct SearchBody: JSONWritable {
    let sections: [SearchSection]

    func write(to writer: inout JSONWriter) {
        writer.object { $0.member("sections", sections) }
    }
}
