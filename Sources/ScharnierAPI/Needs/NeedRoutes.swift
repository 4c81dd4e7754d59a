import HTTPWire
import JSON
import Scharnier

/// `/v1/needs`: what carriers lack.
enum NeedRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/needs", .readNeeds, list: listed, item: .need, .read(list)),
        Route(.post, "/v1/needs", .writeNeeds, .prepared(create)),
        Route(.get, "/v1/needs/{id}", .readNeeds, item: .need, .read(show)),
        Route(.patch, "/v1/needs/{id}", .writeNeeds, .write(update)),
        Route(.delete, "/v1/needs/{id}", .writeNeeds, isReleasing: true, .write(delete)),
        Route(.get, "/v1/needs/{id}/completeness", .checkNeeds, .read(showCompleteness)),
        Route(.get, "/v1/needs/{id}/transitions", .checkNeeds, .read(listTransitions)),
        Route(.post, "/v1/needs/{id}/transitions", .transitionNeeds, .write(transition)),
    ]

    private static let listed = ListForm(
        sortedBy: Need.SortKey.self, isSearchable: true,
        [
            .words("status", Need.Status.self), .words("horizon", Horizon.self),
            .words("kind", ResourceKind.self), .identifiers("area_id"), .codes("topic"),
            .codes("target_group"), .identifiers("carrier_id"), .day("needed_by_from"),
            .day("needed_by_before"),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = NeedQuery(party: call.party)
        query.statuses = try call.query.choices("status")
        query.horizons = try call.query.choices("horizon")
        query.kinds = try call.query.choices("kind")
        query.areas = Set(try call.query.identifiers("area_id"))
        query.topics = try call.query.list("topic")
        query.targetGroups = try call.query.list("target_group")
        query.carriers = try call.query.identifiers("carrier_id")
        query.neededBy = DayRange(
            from: try call.query.day("needed_by_from"), to: try call.query.day("needed_by_before"))
        try call.readPage(of: &query)
        let party = call.party
        return call.list(try tx.needs(query), limit: query.limit) { need, writer in
            writer.value(NeedBody(need, for: need.closeness(of: party)))
        }
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let id: Identifier<Need> = try call.identifier()
        if let ready = try tx.encodedNeed(id, for: call.party) { return .ok(ready) }
        let need = try tx.need(id, for: call.party)
        return .ok(NeedBody(need, for: need.closeness(of: call.party)), tag: need.tag(for: call.party))
    }

    private static func create(_ call: Call) throws -> @Sendable (any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: NeedDraft.readOnly)
        let draft = NeedDraft(&form)
        let carrier = draft.carrier ?? call.party.organization ?? .nil
        let proposal = NeedProposal(draft.content, items: draft.items.map(\.content))
        return { [form] tx in
            try form.refuseUnsound(
                adding: tx.violations(in: proposal, ownedBy: carrier, for: call.party))
            let need = try form.inDocumentOrder {
                try tx.createNeed(proposal, for: carrier, as: call.party)
            }
            return .created(
                NeedBody(need, for: need.closeness(of: call.party)), at: "/v1/needs/\(need.id)",
                tag: need.tag(for: call.party))
        }
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.needToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(old.version)
        var form = try Form(NeedBody(old, for: .own).draft.merged(with: patch), readOnly: NeedDraft.readOnly)
        let draft = NeedDraft(&form)
        if let carrier = draft.carrier, carrier != old.carrier {
            form.note("carrier_id", .immutable, Wording("Der Träger bleibt.", "The carrier stays."))
        }
        let items = draft.items.map(\.content)
        try form.refuse(
            adding: tx.violations(in: draft.content, items, ownedBy: old.carrier, for: call.party))
        let need = try tx.revise(old.id, to: draft.content, items: draft.items, as: call.party)
        return .ok(NeedBody(need, for: need.closeness(of: call.party)), tag: need.tag(for: call.party))
    }

    private static func delete(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let need = try tx.needToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(need.version)
        try tx.deleteNeed(need.id, as: call.party)
        return .noContent
    }

    private static func showCompleteness(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let need = try tx.need(try call.identifier(), for: call.party)
        guard need.closeness(of: call.party) >= .party else { throw Refusal.roleForbidden }
        return .ok(CompletenessBody(completeness: try tx.completeness(of: need)))
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let need = try tx.need(try call.identifier(), for: call.party)
        guard need.closeness(of: call.party) >= .party else { throw Refusal.roleForbidden }
        return try call.list(tx.transitions(of: .need, .init(need.id)))
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let need = try tx.needToMove(try call.identifier(), as: call.party)
        try call.requireMatch(need.version, isOptional: true)
        let draft = try TransitionDraft<Need.Event>(
            json, facts: ["reason_code", "note", "outcome", "needed_by_on", "lint_acknowledged"],
            reasons: Need.reasonCodes)
        let fired = try tx.fire(draft.event, on: need.id, facts: draft.facts, as: call.party)
        let closeness = fired.item.closeness(of: call.party)
        return call.fired(fired, NeedBody(fired.item, for: closeness), tag: fired.item.tag(for: call.party))
    }
}

extension Need {
    /// The tag of the need as `party` sees it.
    func tag(for party: Party) -> EntityTag { .item(version: version, closeness: closeness(of: party)) }
}
