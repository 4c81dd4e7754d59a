import HTTPWire
import JSON
import Scharnier

/// `/v1/responsibilities`: who is in charge of what (F-16).
enum ResponsibilityRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/responsibilities", .readAreas, parameters: filters, .read(list)),
        Route(.post, "/v1/responsibilities", .writeAreas, .write(create)),
        Route(.get, "/v1/responsibilities/{id}", .readAreas, .read(show)),
        Route(.patch, "/v1/responsibilities/{id}", .writeAreas, .write(update)),
        Route(.get, "/v1/responsibility-matches", .readAreas, parameters: question, .read(answer)),
    ]

    private static let filters: Set<String> = ["unit_organization_id", "as_of"]
    private static let question: Set<String> = ["area_id", "topic", "kind", "as_of"]

    /// A city has some dozens of them: one page.
    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let query = call.query
        let units = try query.identifiers("unit_organization_id", of: Organization.self)
        let day = try query.day("as_of")
        let found = try tx.responsibilities().filter { one in
            (units.isEmpty || units.contains(one.content.unit))
                && (day.map(one.content.validity.contains) ?? true)
        }
        return call.list(all: found.map { ResponsibilityBody(responsibility: $0) })
    }

    /// All that answer the question, the most specific first: the first is the contact.
    private static func answer(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let query = call.query
        let found = try tx.responsible(
            in: try query.one(try query.identifiers("area_id", of: Area.self), of: "area_id"),
            topic: try query.one(try query.codes("topic"), of: "topic"),
            kind: try query.one(try query.choices("kind", of: ResourceKind.self), of: "kind"),
            on: try query.day("as_of") ?? tx.today)
        return call.list(all: found.map { ResponsibilityBody(responsibility: $0) })
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        .ok(try tx.responsibility(try call.identifier()))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: ResponsibilityDraft.readOnly)
        let content = ResponsibilityDraft.read(&form)
        try form.refuse(adding: tx.violations(in: content))
        let responsibility = try tx.createResponsibility(content, as: call.party)
        return .created(
            ResponsibilityBody(responsibility: responsibility),
            at: "/v1/responsibilities/\(responsibility.id)", tag: responsibility.tag)
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.responsibility(try call.identifier())
        try call.requireMatch(old.version)
        let base = try ResponsibilityBody(responsibility: old).draft(without: ResponsibilityDraft.readOnly)
        var form = try Form(base.merged(with: patch), readOnly: ResponsibilityDraft.readOnly)
        let content = ResponsibilityDraft.read(&form)
        try form.refuse(adding: tx.violations(in: content))
        return .ok(try tx.revise(old, to: content, as: call.party))
    }
}

extension Query {
    /// The one value of a parameter that takes one.
    fileprivate func one<Value>(_ values: [Value], of name: String) throws(Problem) -> Value? {
        guard values.count <= 1 else {
            throw Problem(parameter: name, Wording("Nur ein Wert ist erlaubt.", "Only one value is allowed."))
        }
        return values.first
    }
}

/// A responsibility on the wire.
struct ResponsibilityBody: JSONWritable {
    let responsibility: Responsibility

    func write(to writer: inout JSONWriter) {
        let content = responsibility.content
        writer.object { writer in
            writer.common(
                responsibility.id, responsibility.version, responsibility.createdAt, responsibility.updatedAt)
            writer.member("unit_organization_id", content.unit)
            writer.member("area_id", content.area)
            writer.member("topic", content.topic)
            writer.member("resource_kind", word: content.kind)
            writer.member("function_address", content.functionAddress)
            writer.member("from_on", content.validity.from)
            writer.member("to_on", content.validity.to)
            writer.member("specificity", word: responsibility.specificity)
        }
    }
}

/// What the city sends to put a unit in charge of something.
enum ResponsibilityDraft {
    /// Members that the server sets.
    static let readOnly: Set<String> = ["id", "version", "created_at", "updated_at", "specificity"]

    static func read(_ form: inout Form) -> Responsibility.Content {
        form.require("unit_organization_id")
        form.require("function_address")
        var content = Responsibility.Content(
            unit: form.identifier("unit_organization_id", isNullable: false) ?? .nil,
            functionAddress: form.line("function_address", isNullable: false) ?? "")
        content.area = form.identifier("area_id")
        content.topic = form.line("topic")
        content.kind = form.choice("resource_kind")
        content.validity = DayRange(from: form.day("from_on"), to: form.day("to_on"))
        return content
    }
}

extension Responsibility {
    fileprivate var tag: EntityTag { .item(version: version, closeness: .anyone) }
}

extension Answer {
    fileprivate static func ok(_ responsibility: Responsibility) -> Answer {
        .ok(ResponsibilityBody(responsibility: responsibility), tag: responsibility.tag)
    }
}
