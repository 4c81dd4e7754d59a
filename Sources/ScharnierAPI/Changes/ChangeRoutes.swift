import HTTPWire
import JSON
import Scharnier

/// `/v1/changes`: what changed for this caller, in order and without gaps (api.md §10).
enum ChangeRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/changes", .readFeed, parameters: ["after", "limit", "types"], .read(list))
    ]

    /// Entries of one answer: unless told otherwise, and at most.
    private static let standardLimit = 200
    private static let largestLimit = 1000

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let query = call.query
        let limits = 1...Int64(largestLimit)
        let limit = Int(try query.integer("limit", in: limits, isClamped: true) ?? Int64(standardLimit))
        let subjects = try query.choices("types", of: Subject.self)
        let position = try position(query, tx)
        let page = try tx.feed(
            after: position, limit: limit, subjects: Set(subjects.isEmpty ? Subject.allCases : subjects),
            for: call.party)
        return .ok(FeedBody(page: page, party: call.party))
    }

    /// The position to read from; `latest` is where nothing is behind it now.
    private static func position(_ query: Query, _ tx: any ReadTransaction) throws -> Int64 {
        let last = try tx.lastPosition()
        if query["after"] == "latest" { return last }
        let after = try query.integer("after", in: 0...Int64.max) ?? 0
        let oldest = try tx.oldestPosition()
        guard after <= last, after == 0 || after >= oldest else { throw Problem(.feedPositionGone) }
        if after != last, try tx.isCutOff(after) { throw Problem(.feedPositionGone) }
        return after
    }
}

/// A part of the feed on the wire.
private struct FeedBody: JSONWritable {
    let page: FeedPage
    let party: Party

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberArray("items") { writer in
                for entry in page.entries { writer.object { write(entry, to: &$0) } }
            }
            writer.member("next_after", page.nextAfter)
            writer.member("has_more", page.hasMore)
        }
    }

    private func write(_ entry: FeedPage.Entry, to writer: inout JSONWriter) {
        let change = entry.change
        writer.member("seq", change.sequence)
        writer.member("op", word: entry.effect)
        writer.member("type", word: change.subject)
        writer.member("id", change.id)
        writer.member("version", change.sequence)
        let href = "/v1/\(change.subject.collection)/\(change.id)"
        writer.member("href", change.isShown(to: party) ? href : nil)
        writer.member("origin", party.isFrom(change.origin) ? "self" : "other")
        writer.member("at", change.at)
    }
}

extension Subject {
    /// The path segment under which such things are found.
    var collection: String {
        switch self {
        case .responsibility: "responsibilities"
        case .taxonomyTerm: "taxonomy-terms"
        case .areaAssignment: "area-assignments"
        case .privacyRequest: "privacy-requests"
        case .allocationPlan: "allocation-plans"
        default: "\(rawValue)s"
        }
    }
}
