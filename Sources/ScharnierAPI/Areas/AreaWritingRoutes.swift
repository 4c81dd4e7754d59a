import HTTPWire
import JSON
import Scharnier

/// How the city changes its areas and what is measured in them (F-14).
enum AreaWritingRoutes {
    static let all: [Route] = [
        Route(.post, "/v1/areas", .writeAreas, .write(create)),
        Route(.patch, "/v1/areas/{id}", .writeAreas, .write(update)),
        Route(.post, "/v1/areas/{id}/relations", .writeAreas, .write(relate)),
        Route(.post, "/v1/areas/{id}/indicator-values", .writeAreas, .write(record)),
        Route(.post, "/v1/indicators", .writeAreas, .write(define)),
        Route(.get, "/v1/indicators/{code}", .readAreas, .read(showIndicator)),
    ]

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: AreaDraft.readOnly)
        let draft = AreaDraft(&form, id: tx.newID(), createdAt: tx.now, updatedAt: tx.now)
        try form.refuse(adding: tx.violations(in: draft.area, draft.drawing))
        return try created(try tx.createArea(draft.area, draft.drawing, as: call.party), tx)
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try tx.area(try call.identifier(), on: nil)
        try call.requireMatch(old.version)
        let body = AreaBody(area: old, relations: [], hasGeometry: true)
        let base = try body.draft(without: AreaDraft.readOnly)
        var form = try Form(base.merged(with: patch), readOnly: AreaDraft.readOnly)
        let draft = AreaDraft(
            &form, id: old.id, version: old.version, createdAt: old.createdAt, updatedAt: old.updatedAt)
        try form.refuse(
            adding: old.forbidden(in: draft.area, on: tx.today) + tx.violations(in: draft.area, draft.drawing)
        )
        return .ok(try tx.revise(old, to: draft.area, draft.drawing, as: call.party), try tx.areaRelations())
    }

    private static func relate(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let from = try tx.area(try call.identifier(), on: nil)
        var form = try Form(json)
        form.require("to_id")
        form.require("kind")
        let relation = AreaRelation(
            from: from.id, to: form.identifier("to_id", isNullable: false) ?? .nil,
            kind: form.choice("kind", AreaRelation.Kind.successor), shareBasisPoints: form.integer("share_bp")
        )
        try form.refuse()
        return try created(try tx.relate(relation, as: call.party), tx)
    }

    private static func record(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let area = try tx.area(try call.identifier(), on: nil)
        var form = try Form(json)
        for name in ["indicator", "period", "value", "source"] { form.require(name) }
        let value = IndicatorValue(
            indicator: form.line("indicator", isNullable: false) ?? "", area: area.id,
            period: form.line("period", isNullable: false) ?? "",
            value: form.line("value", isNullable: false) ?? "",
            source: form.line("source", isNullable: false) ?? "", isRounded: form.boolean("rounded", false))
        let replaced = form.line("replaces")
        try form.refuse(adding: value.violations())
        let kept = try tx.record(value, replacing: replaced, as: call.party)
        return .created(IndicatorValueBody(value: kept), at: "/v1/areas/\(area.id)/indicator-values")
    }

    private static func define(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        for name in ["code", "name_de", "name_en", "unit", "polarity", "domain"] { form.require(name) }
        let indicator = Indicator(
            code: form.line("code", isNullable: false) ?? "",
            name: Wording(
                form.line("name_de", isNullable: false) ?? "", form.line("name_en", isNullable: false) ?? ""),
            unit: form.choice("unit", Indicator.Unit.count).rawValue,
            polarity: form.choice("polarity", Indicator.Polarity.neutral),
            domain: form.choice("domain", Indicator.Domain.demography).rawValue, method: form.text("method"))
        try form.refuse(adding: indicator.violations())
        let kept = try tx.define(indicator, as: call.party)
        return .created(IndicatorBody(indicator: kept), at: "/v1/indicators/\(kept.code)")
    }

    private static func showIndicator(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let code = call.parameters.first.map { String(decoding: $0, as: UTF8.self) }
        guard let indicator = try tx.indicators().first(where: { $0.code == code }) else {
            throw Refusal.notFound
        }
        return .ok(IndicatorBody(indicator: indicator))
    }

    private static func created(_ area: Area, _ tx: any WriteTransaction) throws -> Answer {
        let body = AreaBody(area: area, relations: try tx.areaRelations(), hasGeometry: true)
        return .created(body, at: "/v1/areas/\(area.id)", tag: area.tag)
    }
}

extension Area {
    /// All who see an area see all of it.
    var tag: EntityTag { .item(version: version, closeness: .anyone) }
}

extension Answer {
    /// 200 with an area, whole.
    static func ok(_ area: Area, _ relations: [AreaRelation]) -> Answer {
        .ok(AreaBody(area: area, relations: relations, hasGeometry: true), tag: area.tag)
    }
}
