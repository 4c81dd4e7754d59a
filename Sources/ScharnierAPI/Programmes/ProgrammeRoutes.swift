import HTTPWire
import JSON
import Scharnier

/// `/v1/programmes`: grant programmes, funds and prizes, and when one can apply (F-73).
enum ProgrammeRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/programmes", .readProgrammes, list: listed, item: .programme, .read(list)),
        Route(.post, "/v1/programmes", .writeProgrammes, .write(create)),
        Route(.get, "/v1/programmes/{id}", .readProgrammes, item: .programme, .read(show)),
        Route(.patch, "/v1/programmes/{id}", .writeProgrammes, .write(update)),
        Route(.delete, "/v1/programmes/{id}", .writeProgrammes, isReleasing: true, .write(delete)),
        Route(.get, "/v1/programmes/{id}/transitions", .checkProgrammes, .read(listTransitions)),
        Route(.post, "/v1/programmes/{id}/transitions", .writeProgrammes, .write(transition)),
    ]

    private static let listed = ListForm(
        sortedBy: Programme.SortKey.self, isSearchable: true,
        [
            .words("status", Programme.Status.self), .words("type", Programme.Kind.self),
            .words("kind", ResourceKind.self), .words("horizon", Horizon.self), .identifiers("area_id"),
            .codes("topic"), .codes("target_group"), .identifiers("organization_id"), .day("open_on"),
        ])

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        var query = ProgrammeQuery(party: call.party)
        query.statuses = try call.query.choices("status")
        query.kinds = try call.query.choices("type")
        query.resources = try call.query.choices("kind")
        query.horizons = try call.query.choices("horizon")
        query.areas = Set(try call.query.identifiers("area_id"))
        query.topics = try call.query.list("topic")
        query.targetGroups = try call.query.list("target_group")
        query.organizations = try call.query.identifiers("organization_id")
        query.openOn = try call.query.day("open_on")
        try call.readPage(of: &query)
        let party = call.party
        return call.list(try tx.programmes(query), limit: query.limit) { programme, writer in
            writer.value(ProgrammeBody(programme, for: programme.closeness(of: party)))
        }
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        call.show(try tx.programme(try call.identifier(), for: call.party))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: ProgrammeDraft.readOnly)
        let draft = ProgrammeDraft(&form)
        try form.refuse(adding: tx.violations(in: draft.content))
        let owner = draft.organization ?? call.party.organization ?? .nil
        let programme = try tx.createProgramme(draft.content, for: owner, as: call.party)
        return .created(
            ProgrammeBody(programme, for: programme.closeness(of: call.party)),
            at: "/v1/programmes/\(programme.id)", tag: programme.tag(for: call.party))
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.programmeToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(old.version)
        let base = try ProgrammeBody(old, for: .own).draft(without: ProgrammeDraft.readOnly)
        var form = try Form(base.merged(with: patch), readOnly: ProgrammeDraft.readOnly)
        let draft = ProgrammeDraft(&form)
        if draft.organization != old.organization { form.note("organization_id", .immutable, .stays) }
        try form.refuse(adding: tx.violations(in: draft.content))
        return call.show(try tx.revise(old.id, to: draft.content, as: call.party))
    }

    private static func delete(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let programme = try tx.programmeToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(programme.version)
        try tx.deleteProgramme(programme.id, as: call.party)
        return .noContent
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let programme = try tx.programme(try call.identifier(), for: call.party)
        guard programme.closeness(of: call.party) >= .own else { throw Refusal.roleForbidden }
        return try call.list(tx.transitions(of: .programme, .init(programme.id)))
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let programme = try tx.programmeToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(programme.version, isOptional: true)
        let draft = try TransitionDraft<Programme.Event>(json, facts: ["note"], reasons: [])
        let fired = try tx.fire(draft.event, on: programme.id, facts: draft.facts, as: call.party)
        let body = ProgrammeBody(fired.item, for: fired.item.closeness(of: call.party))
        return call.fired(fired, body, tag: fired.item.tag(for: call.party))
    }
}

extension Call {
    fileprivate func show(_ programme: Programme) -> Answer {
        .ok(ProgrammeBody(programme, for: programme.closeness(of: party)), tag: programme.tag(for: party))
    }
}
