import HTTPWire
import JSON
import Scharnier

/// `/v1/offers`: what foundations, companies and others give.
enum OfferRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/offers", .readOffers, list: listed, item: .offer, .read(list)),
        Route(.post, "/v1/offers", .writeOffers, .prepared(create)),
        Route(.get, "/v1/offers/{id}", .readOffers, item: .offer, .read(show)),
        Route(.patch, "/v1/offers/{id}", .writeOffers, .write(update)),
        Route(.delete, "/v1/offers/{id}", .writeOffers, isReleasing: true, .write(delete)),
        Route(.get, "/v1/offers/{id}/transitions", .checkOffers, .read(listTransitions)),
        Route(.post, "/v1/offers/{id}/transitions", .writeOffers, .write(transition)),
    ]

    private static let listed = ListForm(
        sortedBy: Offer.SortKey.self, isSearchable: true,
        [
            .words("status", Offer.Status.self), .words("kind", ResourceKind.self),
            .words("horizon", Horizon.self), .identifiers("area_id"), .codes("topic"),
            .codes("target_group"), .identifiers("organization_id"),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = OfferQuery(party: call.party)
        query.statuses = try call.query.choices("status")
        query.kinds = try call.query.choices("kind")
        query.horizons = try call.query.choices("horizon")
        query.areas = Set(try call.query.identifiers("area_id"))
        query.topics = try call.query.codes("topic")
        query.targetGroups = try call.query.codes("target_group")
        query.organizations = try call.query.identifiers("organization_id")
        try call.readPage(of: &query)
        let party = call.party
        return call.list(try tx.offers(query), limit: query.limit) { offer, writer in
            writer.value(OfferBody(offer, for: offer.closeness(of: party)))
        }
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let id: Identifier<Offer> = try call.identifier()
        if let ready = try tx.encodedOffer(id, for: call.party) { return .ok(ready) }
        return call.show(try tx.offer(id, for: call.party))
    }

    private static func create(_ call: Call) throws -> @Sendable (any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: OfferDraft.readOnly)
        let draft = OfferDraft(&form)
        let owner = draft.organization ?? call.party.organization ?? .nil
        return { [form] tx in
            try form.refuseUnsound(adding: tx.violations(in: draft.content, ownedBy: owner))
            let offer = try form.inDocumentOrder {
                try tx.createOffer(draft.content, for: owner, as: call.party)
            }
            return .created(
                OfferBody(offer, for: offer.closeness(of: call.party)), at: "/v1/offers/\(offer.id)",
                tag: offer.tag(for: call.party))
        }
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.offerToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(old.version)
        let merged = try OfferBody(old, for: .own).draft(without: OfferDraft.readOnly).merged(with: patch)
        var form = try Form(merged, readOnly: OfferDraft.readOnly)
        let draft = OfferDraft(&form)
        if let owner = draft.organization, owner != old.organization {
            form.note(
                "organization_id", .immutable, Wording("Die Organisation bleibt.", "The organisation stays."))
        }
        try form.refuse(adding: tx.violations(in: draft.content, ownedBy: old.organization))
        return call.show(try tx.revise(old.id, to: draft.content, as: call.party))
    }

    private static func delete(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let offer = try tx.offerToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(offer.version)
        try tx.deleteOffer(offer.id, as: call.party)
        return .noContent
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let offer = try tx.offer(try call.identifier(), for: call.party)
        guard offer.closeness(of: call.party) >= .party else { throw Refusal.roleForbidden }
        return try call.list(tx.transitions(of: .offer, .init(offer.id)))
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let offer = try tx.offerToMove(try call.identifier(), as: call.party)
        try call.requireMatch(offer.version, isOptional: true)
        let draft = try TransitionDraft<Offer.Event>(
            json, facts: ["reason_code", "note", "lint_acknowledged"], reasons: Offer.reasonCodes)
        let fired = try tx.fire(draft.event, on: offer.id, facts: draft.facts, as: call.party)
        let body = OfferBody(fired.item, for: fired.item.closeness(of: call.party))
        return call.fired(fired, body, tag: fired.item.tag(for: call.party))
    }
}

extension Call {
    fileprivate func show(_ offer: Offer) -> Answer {
        .ok(OfferBody(offer, for: offer.closeness(of: party)), tag: offer.tag(for: party))
    }
}
