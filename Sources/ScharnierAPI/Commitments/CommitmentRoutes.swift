import HTTPWire
import JSON
import Scharnier

/// `/v1/commitments`: what two organisations promise each other, until it is kept (F-62 to F-69).
enum CommitmentRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/commitments", .readCommitments, list: listed, .read(list)),
        Route(.post, "/v1/commitments", .writeCommitments, .write(create)),
        Route(.get, "/v1/commitments/{id}", .readCommitments, .read(show)),
        Route(.patch, "/v1/commitments/{id}", .writeCommitments, .write(update)),
        Route(.get, "/v1/commitments/{id}/transitions", .readCommitments, .read(listTransitions)),
        Route(.post, "/v1/commitments/{id}/transitions", .writeCommitments, .write(transition)),
        Route(.post, "/v1/commitments/{id}/signatures", .writeCommitments, .write(sign)),
        Route(.post, "/v1/commitments/{id}/outcomes", .writeCommitments, .write(evaluate)),
        Route(.post, "/v1/commitments/{id}/decisions", .decideCommitments, .write(decide)),
    ]

    private static let listed = ListForm(
        sortedBy: Commitment.SortKey.self,
        [
            .words("status", Commitment.Status.self), .identifier("introduction_id"),
            .identifier("need_id"), .identifier("offer_id"),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = CommitmentQuery(party: call.party)
        query.statuses = try call.query.choices("status")
        query.introduction = try call.query.identifier("introduction_id")
        query.need = try call.query.identifier("need_id")
        query.offer = try call.query.identifier("offer_id")
        try call.readPage(of: &query)
        let page = try tx.commitments(query).map { try body(of: $0, tx) }
        return call.list(page, limit: query.limit)
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let commitment = try tx.commitment(try call.identifier(), for: call.party)
        return .ok(try body(of: commitment, tx), tag: commitment.tag)
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: CommitmentDraft.readOnly)
        let draft = CommitmentDraft(&form)
        form.require("introduction_id")
        try form.refuse(adding: draft.violations)
        let commitment = try tx.draftCommitment(
            from: draft.introduction ?? .nil, draft.content, lines: draft.lines, as: call.party)
        return .created(
            try body(of: commitment, tx), at: "/v1/commitments/\(commitment.id)", tag: commitment.tag)
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.commitmentToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(old.version)
        let base = try CommitmentTerms(commitment: old).draft(without: [])
        var form = try Form(base.merged(with: patch), readOnly: CommitmentDraft.readOnly)
        let draft = CommitmentDraft(&form)
        if let named = draft.introduction, named != old.introduction {
            form.note("introduction_id", .immutable, .stays)
        }
        try form.refuse(adding: draft.violations)
        let commitment = try tx.revise(old.id, to: draft.content, lines: draft.lines, as: call.party)
        return .ok(try body(of: commitment, tx), tag: commitment.tag)
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let commitment = try tx.commitment(try call.identifier(), for: call.party)
        return try call.list(tx.transitions(of: .commitment, .init(commitment.id)))
    }

    /// The events that need no more than a transition; the others are made by facts of their own.
    enum Move: String, CaseIterable {
        case discard, start, deliver, acknowledge, dispute, cancel, close

        var event: Commitment.Event {
            switch self {
            case .discard: .discard
            case .start: .start
            case .deliver: .deliver
            case .acknowledge: .acknowledge
            case .dispute: .dispute
            case .cancel: .cancel
            case .close: .close
            }
        }
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        try moved(call, tx) { json, id in
            let draft = try TransitionDraft<Move>(
                json, facts: ["reason_code", "note", "lines"], reasons: Commitment.reasonCodes)
            return try tx.fire(draft.event.event, on: id, facts: draft.facts, as: call.party)
        }
    }

    private static func sign(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        try moved(call, tx) { json, id in
            let draft = try SignatureDraft(json)
            return try tx.sign(id, revision: draft.revision, for: draft.side, as: call.party)
        }
    }

    private static func evaluate(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        try moved(call, tx) { json, id in
            try tx.evaluate(id, try Outcome(json, at: tx.now), as: call.party)
        }
    }

    private static func decide(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        try moved(call, tx) { json, id in
            let draft = try DecisionDraft(json)
            return try tx.resolve(id, to: draft.status, facts: draft.facts, as: call.party)
        }
    }

    /// Changes a commitment by one event, and answers with it.
    private static func moved(
        _ call: Call, _ tx: any WriteTransaction,
        _ fire: (JSONValue, Identifier<Commitment>) throws -> Fired<Commitment>
    ) throws -> Answer {
        let json = try call.json()
        let commitment = try tx.commitmentToMove(try call.identifier(), as: call.party)
        try call.requireMatch(commitment.version, isOptional: true)
        let fired = try fire(json, commitment.id)
        return call.fired(
            fired, try body(of: fired.item, tx), tag: fired.item.tag, of: "/v1/commitments/\(commitment.id)")
    }

    private static func body(of commitment: Commitment, _ tx: any ReadTransaction) throws -> CommitmentBody {
        CommitmentBody(commitment: commitment, advice: try tx.advice(on: commitment))
    }
}

extension Commitment {
    /// Only parties see a commitment.
    fileprivate var tag: EntityTag { .item(version: version, closeness: .party) }
}
