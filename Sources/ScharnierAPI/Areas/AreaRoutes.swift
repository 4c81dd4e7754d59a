import HTTPWire
import JSON
import Scharnier

/// `/v1/areas`, `/v1/indicators`, `/v1/taxonomy-terms`: the city as it is described.
enum AreaRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/areas", .readAreas, parameters: ["as_of", "type", "code"], offers: [.geoJSON],
            .read(list)),
        Route(.get, "/v1/areas/{id}", .readAreas, parameters: ["as_of"], offers: [.geoJSON], .read(show)),
        Route(.get, "/v1/areas/{id}/indicator-values", .readAreas, .read(listValues)),
        Route(.get, "/v1/indicators", .readAreas, .read(listIndicators)),
        Route(.get, "/v1/taxonomy-terms", .readAreas, parameters: ["scheme", "as_of"], .read(listTerms)),
    ]

    /// The areas that are valid on a day, today unless told otherwise (F-14).
    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let query = call.query
        let day = try query.day("as_of") ?? tx.today
        let kinds = try query.choices("type", of: Area.Kind.self)
        let codes = try query.codes("code")
        let areas = try tx.areas().filter { area in
            area.validity.contains(day) && (kinds.isEmpty || kinds.contains(area.kind))
                && (codes.isEmpty || codes.contains(area.code))
        }
        if call.accepts(.geoJSON) { return call.drawn(FeatureCollection(areas: areas)) }
        let relations = try tx.areaRelations()
        let bodies = areas.map { AreaBody(area: $0, relations: relations, hasGeometry: false) }
        return call.list(all: bodies)
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let query = call.query
        let area = try tx.area(try call.identifier(), on: try query.day("as_of"))
        guard call.accepts(.geoJSON) else { return .ok(area, try tx.areaRelations()) }
        return call.drawn(Feature(area: area))
    }

    private static func listValues(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        guard let area = try tx.area(try call.identifier()) else { throw Refusal.notFound }
        let bodies = try tx.indicatorValues(of: area.id).map { IndicatorValueBody(value: $0) }
        return call.list(all: bodies)
    }

    private static func listIndicators(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let bodies = try tx.indicators().map { IndicatorBody(indicator: $0) }
        return call.list(all: bodies)
    }

    private static func listTerms(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let query = call.query
        let schemes = try query.choices("scheme", of: TaxonomyTerm.Scheme.self)
        let day = try query.day("as_of")
        let terms = try tx.taxonomyTerms().filter { term in
            (schemes.isEmpty || schemes.contains(term.scheme)) && (day.map(term.validity.contains) ?? true)
        }
        return call.list(all: terms.map { TaxonomyTermBody(term: $0) })
    }
}
