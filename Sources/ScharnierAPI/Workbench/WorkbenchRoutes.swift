import HTTPWire
import JSON
import Scharnier

/// `/v1/workbench`: the desk of whoever is in charge of areas (F-27).
enum WorkbenchRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/workbench", .readWorkbench, parameters: ["area_id", "limit"], .heavy(show))
    ]

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let areas: [Identifier<Area>] = try call.query.identifiers("area_id")
        guard areas.count <= 1 else { throw Problem(parameter: "area_id", .onlyOne) }
        let limit = try call.query.integer("limit", in: 1...Int64(PageSize.largest), isClamped: true)
        let bench = try tx.workbench(in: areas.first, for: call.party)
        return .ok(
            WorkbenchBody(
                bench: bench, area: areas.first, limit: limit.map(Int.init) ?? PageSize.standard, now: tx.now)
        )
    }
}

extension Wording {
    fileprivate static let onlyOne = Wording("Höchstens ein Gebiet angeben.", "Give one area at most.")
}
