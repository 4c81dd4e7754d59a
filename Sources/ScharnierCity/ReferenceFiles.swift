import JSON
package import Scharnier
import ScharnierFiles

/// What holds for a city before anybody acts in it: areas, indicators, vocabulary.
package enum ReferenceFiles {
    /// Stores all of it; into an empty database only.
    package static func load(into tx: any WriteTransaction) throws {
        let ids = try loadAreas(into: tx)
        try loadIndicators(into: tx, ids)
        for record in try CityFiles.list(BuiltIn.taxonomy, "taxonomy.json") {
            try tx.insert(try term(record, id: tx.newID(), at: tx.now))
        }
    }

    /// Areas come in an order in which parents precede their children.
    private static func loadAreas(into tx: any WriteTransaction) throws -> [String: Identifier<Area>] {
        var ids: [String: Identifier<Area>] = [:]
        for record in try CityFiles.list(BuiltIn.areas, "areas.json") {
            let area = try area(
                record, id: tx.newID(), parent: record.text("parent").flatMap { ids[$0] }, at: tx.now)
            ids[area.code] = area.id
            try tx.insert(area)
        }
        for record in try CityFiles.list(BuiltIn.areaRelations, "area-relations.json") {
            guard let from = ids[try record.requiredText("from")], let to = ids[try record.requiredText("to")]
            else {
                throw record.fault("from")
            }
            try tx.insert(
                AreaRelation(
                    from: from, to: to, kind: try record.word("kind"),
                    shareBasisPoints: record.integer("share_bp")))
        }
        return ids
    }

    private static func area(
        _ record: CityRecord, id: Identifier<Area>, parent: Identifier<Area>?, at now: Instant
    ) throws -> Area {
        Area(
            id: id, kind: try record.word("type"), code: try record.requiredText("code"),
            name: try record.requiredText("name"), aliases: record.texts("aliases"), parent: parent,
            validity: DayRange(from: try record.day("valid_from"), to: try record.day("valid_to")),
            decidedOn: try record.day("decided_on"), decisionText: record.text("decision_text"),
            population: record.integer("population"), hectares: record.text("area_ha"),
            supervisingUnit: record.text("supervising_unit"),
            geometryStatus: try record.word("geometry_status"),
            geometry: geometry(record), centroid: centroid(record), createdAt: now)
    }

    private static func geometry(_ record: CityRecord) -> String? {
        guard let geometry = record.json["geometry"], geometry != .null else { return nil }
        var writer = JSONWriter()
        writer.value(geometry)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func centroid(_ record: CityRecord) -> Area.Centroid? {
        guard case .object(let object) = record.json["centroid"] else { return nil }
        let point = CityRecord(json: object, file: record.file)
        guard let latitude = point.text("lat"), let longitude = point.text("lon") else { return nil }
        return Area.Centroid(latitude: latitude, longitude: longitude)
    }

    private static func loadIndicators(into tx: any WriteTransaction, _ ids: [String: Identifier<Area>])
        throws
    {
        let file = try CityFiles.object(BuiltIn.indicators, "indicators.json")
        for record in file.records("definitions") {
            try tx.insert(
                Indicator(
                    code: try record.requiredText("code"),
                    name: Wording(try record.requiredText("name_de"), try record.requiredText("name_en")),
                    unit: try record.requiredText("unit"), polarity: try record.word("polarity"),
                    domain: try record.requiredText("domain"), method: record.text("method")))
        }
        for record in file.records("values") {
            guard let area = ids[try record.requiredText("area")] else { throw record.fault("area") }
            try tx.insert(
                IndicatorValue(
                    indicator: try record.requiredText("definition"), area: area,
                    period: try record.requiredText("period"), value: try record.requiredText("value"),
                    source: try record.requiredText("source"), isRounded: record.flag("rounded")))
        }
    }

    private static func term(
        _ record: CityRecord, id: Identifier<TaxonomyTerm>, at now: Instant
    ) throws -> TaxonomyTerm {
        let definition = record.text("definition_de").map { Wording($0, record.text("definition_en") ?? $0) }
        return TaxonomyTerm(
            id: id, scheme: try record.word("scheme"), code: try record.requiredText("code"),
            label: Wording(try record.requiredText("label_de"), try record.requiredText("label_en")),
            definition: definition, parent: record.text("parent"),
            kind: record.text("kind").flatMap(ResourceKind.init(rawValue:)),
            validity: DayRange(from: try record.day("valid_from"), to: try record.day("valid_to")),
            replacedBy: record.text("replaced_by"), createdAt: now)
    }
}
