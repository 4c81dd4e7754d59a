import HTTPWire
import JSON
import Scharnier

/// `/v1/introductions`: two organisations brought together.
enum IntroductionRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/introductions", .readIntroductions, list: listed, item: .introduction, .read(list)),
        Route(.post, "/v1/introductions", .proposeIntroduction, .write(create)),
        Route(.get, "/v1/introductions/{id}", .readIntroductions, item: .introduction, .read(show)),
        Route(.get, "/v1/introductions/{id}/transitions", .readIntroductions, .read(listTransitions)),
        Route(.post, "/v1/introductions/{id}/transitions", .transitionIntroductions, .write(transition)),
    ]

    private static let listed = ListForm(
        sortedBy: Introduction.SortKey.self,
        [
            .words("status", Introduction.Status.self), .identifier("need_id"), .identifier("offer_id"),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = IntroductionQuery(party: call.party)
        query.statuses = try call.query.choices("status")
        query.need = try call.query.identifier("need_id")
        query.offer = try call.query.identifier("offer_id")
        try call.readPage(of: &query)
        let page = try tx.introductions(query).map { try body(of: $0, call, tx) }
        return call.list(page, limit: query.limit)
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let introduction = try tx.introduction(try call.identifier(), for: call.party)
        return .ok(try body(of: introduction, call, tx), tag: introduction.tag)
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let draft = IntroductionDraft(&form)
        try form.refuse(adding: draft.proposal.violations())
        let introduction = try tx.propose(draft.proposal, as: call.party)
        return .created(
            try body(of: introduction, call, tx), at: "/v1/introductions/\(introduction.id)",
            tag: introduction.tag)
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let introduction = try tx.introduction(try call.identifier(), for: call.party)
        let log = try tx.transitions(of: .introduction, .init(introduction.id))
        let namesSupplier = try tx.namesSupplier(of: introduction, to: call.party)
        return call.list(
            log,
            showsNote: { introduction.showsNotes(to: call.party) || call.party.isFrom($0.organization) },
            showsActor: { namesSupplier || $0.organization != introduction.supplier })
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let introduction = try tx.introductionToMove(try call.identifier(), as: call.party)
        try call.requireMatch(introduction.version, isOptional: true)
        let draft = try TransitionDraft<Introduction.Event>(
            json, facts: ["reason_code", "note"], reasons: Introduction.reasonCodes)
        let fired = try tx.fire(draft.event, on: introduction.id, facts: draft.facts, as: call.party)
        return call.fired(fired, try body(of: fired.item, call, tx), tag: fired.item.tag)
    }

    private static func body(
        of introduction: Introduction, _ call: Call, _ tx: any ReadTransaction
    ) throws -> IntroductionBody {
        let contacts = try tx.disclosedContacts(of: introduction, to: call.party)
        let namesSupplier = try tx.namesSupplier(of: introduction, to: call.party)
        return IntroductionBody(
            introduction, for: call.party, contacts: contacts, namesSupplier: namesSupplier)
    }
}

extension Introduction {
    /// Only parties see an introduction.
    fileprivate var tag: EntityTag { .item(version: version, closeness: .party) }
}
