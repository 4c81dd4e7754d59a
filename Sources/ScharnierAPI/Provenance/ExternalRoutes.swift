import HTTPWire
import JSON
import Scharnier

/// `/v1/external`: records under the names that other systems have for them.
enum ExternalRoutes {
    static let all: [Route] = [
        Route(
            .put, "/v1/external/{source}/{external_id}", .writeExternal,
            parameters: ["kind", "source_url", "source_updated_at"],
            .prepared(upsert))
    ]

    private static func upsert(_ call: Call) throws -> @Sendable (any WriteTransaction) throws -> Answer {
        let query = call.query
        let kind = try query.externalKind()
        let key = ExternalReference.Key(
            organization: call.party.organization ?? .nil, source: try call.source(call.text(0)),
            kind: kind, externalID: try call.externalID(call.text(1)))
        let isCreating = try call.createsOnly()
        let envelope = try ExternalEnvelope(
            try call.form(readOnly: kind.readOnly), kind, origin: try query.origin(), for: call.party)
        return { tx in
            let upsert = try envelope.upsert(key, in: tx, isCreating: isCreating, as: call.party)
            return call.answer(upsert)
        }
    }
}

extension Call {
    fileprivate func answer(_ upsert: Upsert) -> Answer {
        let path = "/v1/\(upsert.reference.key.kind.rawValue)/\(upsert.reference.record)"
        let tag = EntityTag.item(
            version: upsert.version, closeness: party.role == .cityAdmin ? .city : .own)
        let body = UpsertBody(upsert: upsert)
        var answer =
            upsert.outcome == .created
            ? Answer.created(body, at: path, tag: tag) : Answer.ok(body, tag: tag)
        answer.fields.append((.contentLocation, path))
        return answer
    }

    /// The decoded text of a part of the path; empty for what cannot be decoded.
    fileprivate func text(_ position: Int) -> String {
        guard parameters.indices.contains(position) else { return "" }
        // A plus sign is one in a path (RFC 3986 §3.3), and a blank only in a query.
        let path = parameters[position].flatMap {
            $0 == UInt8(ascii: "+") ? Array("%2B".utf8) : [$0]
        }
        return Query.decoded(path[...]) ?? ""
    }

    /// Reads the name of another system.
    ///
    /// - Throws: 400 for what is none.
    fileprivate func source(_ text: String) throws(Problem) -> Source {
        guard let source = Source(text) else { throw Problem(path: "source", .noSource) }
        return source
    }

    fileprivate func externalID(_ text: String) throws(Problem) -> ExternalID {
        guard let id = PlainText.normalized(text, isOneLine: true).flatMap(ExternalID.init) else {
            throw Problem(path: "external_id", .noExternalID)
        }
        return id
    }

    /// Whether the caller wants nothing but a new record: `If-None-Match: *` (RFC 9110 §13.1.2).
    ///
    /// - Throws: 400 for a list of tags: what is there is not compared with any.
    fileprivate func createsOnly() throws(Problem) -> Bool {
        guard let field = request.fields.string(.ifNoneMatch) else { return false }
        guard field == "*" else {
            throw Problem(
                header: "If-None-Match",
                Wording("Hier ist nur * möglich: nur anlegen.", "Only * is possible here: create only."))
        }
        return true
    }
}

extension Query {
    /// What kind of records a request is about.
    ///
    /// - Throws: 400 if it does not say exactly one.
    func externalKind() throws(Problem) -> ExternalReference.Kind {
        let kinds: [ExternalReference.Kind] = try choices("kind")
        guard let kind = kinds.first, kinds.count == 1 else {
            throw Problem(
                parameter: "kind", Wording("Genau eine Art angeben.", "Give exactly one kind."),
                allowed: ExternalReference.Kind.allCases.map(\.rawValue))
        }
        return kind
    }
}

extension Query {
    /// What the source says of its own copy.
    ///
    /// - Throws: 400 for what is no address or no moment.
    fileprivate func origin() throws(Problem) -> ExternalReference.Origin {
        let url = self["source_url"]
        if let url, !ExternalEnvelope.isAddress(url) {
            throw Problem(parameter: "source_url", .noAddress)
        }
        let moment = self["source_updated_at"].map(Instant.init(_:))
        if let moment, moment == nil {
            throw Problem(
                parameter: "source_updated_at",
                Wording(
                    "Ein Zeitpunkt wird nach RFC 3339 geschrieben.", "A moment is written as in RFC 3339."))
        }
        return .init(url: url, updatedAt: moment ?? nil)
    }
}

extension Wording {
    static let noSource = Wording(
        "1 bis 64 Zeichen: Kleinbuchstaben, Ziffern, dahinter auch . _ -",
        "1 to 64 characters: lower-case letters, digits, and behind the first . _ -")
    static let noExternalID = Wording(
        "1 bis 200 Zeichen auf einer Zeile.", "1 to 200 characters on one line.")
}

/// What an upsert came to.
private struct UpsertBody: JSONWritable {
    let upsert: Upsert

    func write(to writer: inout JSONWriter) {
        let reference = upsert.reference
        writer.object { writer in
            writer.member("result", word: upsert.outcome)
            writer.member("kind", word: reference.key.kind)
            writer.member("source", reference.key.source.name)
            writer.member("external_id", reference.key.externalID.text)
            writer.member("id", reference.record)
            writer.member("version", upsert.version)
            writer.member("conflicts", upsert.conflicts)
            writer.member("source_url", reference.origin.url)
            writer.member("source_updated_at", reference.origin.updatedAt)
            writer.member("first_seen_at", reference.firstSeenAt)
            writer.member("last_seen_at", reference.lastSeenAt)
        }
    }
}
