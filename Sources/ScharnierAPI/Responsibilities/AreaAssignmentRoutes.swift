import HTTPWire
import JSON
import Scharnier

/// `/v1/area-assignments`: which unit looks after which area, and until when (F-15).
enum AreaAssignmentRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/area-assignments", .readAssignments, parameters: filters, .read(list)),
        Route(.post, "/v1/area-assignments", .writeAreas, .write(create)),
        Route(.get, "/v1/area-assignments/{id}", .readAssignments, .read(show)),
        Route(.patch, "/v1/area-assignments/{id}", .writeAreas, .write(update)),
    ]

    private static let filters: Set<String> = ["area_id", "unit_organization_id", "as_of"]

    /// A city has some dozens of them: one page.
    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let query = call.query
        let areas = try query.identifiers("area_id", of: Area.self)
        let units = try query.identifiers("unit_organization_id", of: Organization.self)
        let day = try query.day("as_of")
        let found = try tx.areaAssignments().filter { one in
            (areas.isEmpty || areas.contains(one.area)) && (units.isEmpty || units.contains(one.unit))
                && (day.map(one.content.validity.contains) ?? true)
        }
        return call.list(all: found.map { AreaAssignmentBody($0, for: $0.closeness(of: call.party)) })
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        call.show(try tx.areaAssignment(try call.identifier()))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: AreaAssignmentDraft.readOnly)
        let draft = AreaAssignmentDraft(&form)
        try form.refuse(adding: draft.content.violations())
        let assignment = try tx.assign(draft.unit, to: draft.area, draft.content, as: call.party)
        return .created(
            AreaAssignmentBody(assignment, for: .city), at: "/v1/area-assignments/\(assignment.id)",
            tag: assignment.tag(.city))
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.areaAssignment(try call.identifier())
        try call.requireMatch(old.version)
        let base = try AreaAssignmentBody(old, for: .city).draft(without: AreaAssignmentDraft.readOnly)
        var form = try Form(base.merged(with: patch), readOnly: AreaAssignmentDraft.readOnly)
        let draft = AreaAssignmentDraft(&form)
        if draft.unit != old.unit { form.note("unit_organization_id", .immutable, .stays) }
        if draft.area != old.area { form.note("area_id", .immutable, .stays) }
        try form.refuse(
            adding: draft.content.violations() + old.forbidden(in: draft.content, on: tx.today))
        return call.show(try tx.revise(old, to: draft.content, as: call.party))
    }
}

extension Call {
    fileprivate func show(_ assignment: AreaAssignment) -> Answer {
        let closeness = assignment.closeness(of: party)
        return .ok(AreaAssignmentBody(assignment, for: closeness), tag: assignment.tag(closeness))
    }
}

extension AreaAssignment {
    fileprivate func tag(_ closeness: Closeness) -> EntityTag {
        .item(version: version, closeness: closeness)
    }
}

/// An assignment on the wire.
struct AreaAssignmentBody: JSONWritable {
    let assignment: AreaAssignment
    let closeness: Closeness

    /// The assignment as it looks from `closeness`.
    init(_ assignment: AreaAssignment, for closeness: Closeness) {
        self.assignment = assignment
        self.closeness = closeness
    }

    func write(to writer: inout JSONWriter) {
        let content = assignment.content
        writer.object { writer in
            writer.common(assignment.id, assignment.version, assignment.createdAt, assignment.updatedAt)
            writer.member("unit_organization_id", assignment.unit)
            writer.member("area_id", assignment.area)
            writer.member("from_on", content.validity.from)
            writer.member("to_on", content.validity.to)
            if closeness >= .city { writer.member("contact_id", content.contact) }
            if closeness >= .party { writer.member("handover_note", content.handoverNote) }
        }
    }
}

/// What the city sends to put a unit in charge of an area.
struct AreaAssignmentDraft {
    let unit: Identifier<Organization>
    let area: Identifier<Area>
    let content: AreaAssignment.Content

    /// Members that the server sets.
    static let readOnly: Set<String> = ["id", "version", "created_at", "updated_at"]

    init(_ form: inout Form) {
        for name in ["unit_organization_id", "area_id", "from_on"] { form.require(name) }
        unit = form.identifier("unit_organization_id", isNullable: false) ?? .nil
        area = form.identifier("area_id", isNullable: false) ?? .nil
        content = AreaAssignment.Content(
            validity: DayRange(from: form.day("from_on"), to: form.day("to_on")),
            contact: form.identifier("contact_id"), handoverNote: form.text("handover_note"))
    }
}
