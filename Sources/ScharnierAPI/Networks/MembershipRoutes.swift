import HTTPWire
import JSON
import Scharnier

/// `/v1/memberships`: who belongs to which network (F-13).
enum MembershipRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/memberships", .readMemberships, list: listed, .read(list)),
        Route(.post, "/v1/memberships", .writeMemberships, .write(create)),
        Route(.get, "/v1/memberships/{id}", .readMemberships, .read(show)),
        Route(.patch, "/v1/memberships/{id}", .writeMemberships, .write(update)),
        Route(.get, "/v1/memberships/{id}/transitions", .checkMembership, .read(listTransitions)),
        Route(.post, "/v1/memberships/{id}/transitions", .writeMemberships, .write(transition)),
    ]

    private static let listed = ListForm(
        sortedBy: Membership.SortKey.self,
        [
            .identifiers("network_id"), .identifiers("organization_id"),
            .words("status", Membership.Status.self),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = MembershipQuery(party: call.party)
        query.networks = try call.query.identifiers("network_id")
        query.organizations = try call.query.identifiers("organization_id")
        query.statuses = try call.query.choices("status")
        try call.readPage(of: &query)
        return call.list(try tx.memberships(query), limit: query.limit) { item, writer in
            writer.value(MembershipBody(membership: item))
        }
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        .ok(try tx.membership(try call.identifier(), for: call.party))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: MembershipDraft.readOnly)
        let draft = MembershipDraft(&form)
        form.require("network_id")
        try form.refuse(adding: draft.content.violations())
        let membership = try tx.requestMembership(
            in: draft.network ?? .nil, of: draft.organization ?? call.party.organization ?? .nil,
            draft.content, as: call.party)
        return .created(
            MembershipBody(membership: membership), at: "/v1/memberships/\(membership.id)",
            tag: membership.tag)
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.membershipToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(old.version)
        let base = try MembershipBody(membership: old).draft(without: MembershipDraft.readOnly)
        var form = try Form(base.merged(with: patch), readOnly: MembershipDraft.readOnly)
        let draft = MembershipDraft(&form)
        if draft.network != old.network { form.note("network_id", .immutable, .stays) }
        if draft.organization != old.organization { form.note("organization_id", .immutable, .stays) }
        try form.refuse(adding: draft.content.violations())
        return .ok(try tx.revise(old.id, to: draft.content, as: call.party))
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let membership = try tx.membershipToRevise(try call.identifier(), as: call.party)
        return try call.list(tx.transitions(of: .membership, .init(membership.id)))
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let membership = try tx.membershipToMove(try call.identifier(), as: call.party)
        try call.requireMatch(membership.version, isOptional: true)
        let draft = try TransitionDraft<Membership.Event>(json, facts: ["note"], reasons: [])
        let fired = try tx.fire(draft.event, on: membership.id, facts: draft.facts, as: call.party)
        return call.fired(fired, MembershipBody(membership: fired.item), tag: fired.item.tag)
    }
}

extension Membership {
    /// All who see a membership see all of it.
    fileprivate var tag: EntityTag { .item(version: version, closeness: .anyone) }
}

extension Answer {
    fileprivate static func ok(_ membership: Membership) -> Answer {
        .ok(MembershipBody(membership: membership), tag: membership.tag)
    }
}
