import HTTPWire
import JSON
import Scharnier

/// `/v1/ideas`: needs that nobody owns yet (F-39).
enum IdeaRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/ideas", .readIdeas, list: listed, item: .idea, .read(list)),
        Route(.post, "/v1/ideas", .createIdeas, .write(create)),
        Route(.get, "/v1/ideas/{id}", .readIdeas, item: .idea, .read(show)),
        Route(.get, "/v1/ideas/{id}/transitions", .checkIdeas, .read(listTransitions)),
        Route(.post, "/v1/ideas/{id}/transitions", .transitionIdeas, .write(transition)),
    ]

    private static let listed = ListForm(
        sortedBy: Idea.SortKey.self, isSearchable: true,
        [
            .words("status", Idea.Status.self), .identifiers("area_id"), .codes("topic"),
            .identifiers("organization_id"),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = IdeaQuery(party: call.party)
        query.statuses = try call.query.choices("status")
        query.areas = Set(try call.query.identifiers("area_id"))
        query.topics = try call.query.list("topic")
        query.organizations = try call.query.identifiers("organization_id")
        try call.readPage(of: &query)
        let party = call.party
        return call.list(try tx.ideas(query), limit: query.limit) { idea, writer in
            writer.value(IdeaBody(idea, for: idea.closeness(of: party)))
        }
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let idea = try tx.idea(try call.identifier(), for: call.party)
        return .ok(IdeaBody(idea, for: idea.closeness(of: call.party)), tag: idea.tag(for: call.party))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: IdeaDraft.readOnly)
        let draft = IdeaDraft(&form)
        try form.refuse(adding: tx.violations(in: draft.content))
        let author = draft.organization ?? call.party.organization ?? .nil
        let idea = try tx.createIdea(draft.content, for: author, as: call.party)
        return .created(
            IdeaBody(idea, for: idea.closeness(of: call.party)), at: "/v1/ideas/\(idea.id)",
            tag: idea.tag(for: call.party))
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let idea = try tx.idea(try call.identifier(), for: call.party)
        guard idea.closeness(of: call.party) >= .party else { throw Refusal.roleForbidden }
        return try call.list(tx.transitions(of: .idea, .init(idea.id)))
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let idea = try tx.ideaToMove(try call.identifier(), as: call.party)
        try call.requireMatch(idea.version, isOptional: true)
        let draft = try TransitionDraft<Idea.Event>(json, facts: ["note"], reasons: [])
        let fired = try tx.fire(draft.event, on: idea.id, facts: draft.facts, as: call.party)
        let body = IdeaBody(fired.item, for: fired.item.closeness(of: call.party))
        return call.fired(fired, body, tag: fired.item.tag(for: call.party))
    }
}
