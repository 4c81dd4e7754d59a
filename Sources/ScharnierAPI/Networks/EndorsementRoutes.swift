import HTTPWire
import JSON
import Scharnier

/// `/v1/needs/{id}/endorsements`: which networks speak for a need (F-13, R-27).
enum EndorsementRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/needs/{id}/endorsements", .readEndorsements, .read(list)),
        Route(.post, "/v1/needs/{id}/endorsements", .endorse, .write(create)),
        Route(.get, "/v1/needs/{id}/endorsements/{endorsement_id}", .readEndorsements, .read(show)),
        Route(
            .delete, "/v1/needs/{id}/endorsements/{endorsement_id}", .endorse, isReleasing: true,
            .write(delete)),
    ]

    /// Few: a network speaks once for a need, so it is one page.
    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let need = try tx.need(try call.identifier(), for: call.party)
        return try call.list(all: tx.endorsements(of: need.id).map { EndorsementBody(endorsement: $0) })
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let endorsement = try tx.endorsement(
            try call.identifier(1), of: try call.identifier(), for: call.party)
        return .ok(EndorsementBody(endorsement: endorsement), tag: endorsement.tag)
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let need = try tx.need(try call.identifier(), for: call.party)
        var form = try Form(json)
        let network = form.identifier("network_id", of: Organization.self, isNullable: false)
        let statement = form.text("statement")
        try form.refuse(adding: Endorsement.violations(in: statement))
        let endorsement = try tx.endorse(
            need.id, for: network ?? call.party.organization ?? .nil, statement, as: call.party)
        return .created(
            EndorsementBody(endorsement: endorsement),
            at: "/v1/needs/\(need.id)/endorsements/\(endorsement.id)", tag: endorsement.tag)
    }

    private static func delete(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let endorsement = try tx.endorsementToWithdraw(
            try call.identifier(1), of: try call.identifier(), as: call.party)
        try call.requireMatch(endorsement.version)
        try tx.withdraw(endorsement, as: call.party)
        return .noContent
    }
}

/// An endorsement on the wire; it never changes.
struct EndorsementBody: JSONWritable {
    let endorsement: Endorsement

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", endorsement.id)
            writer.member("version", endorsement.version)
            writer.member("need_id", endorsement.need)
            writer.member("network_id", endorsement.network)
            writer.member("statement", endorsement.statement)
            writer.member("at", endorsement.at)
        }
    }
}

extension Endorsement {
    fileprivate var tag: EntityTag { .item(version: version, closeness: .anyone) }
}
