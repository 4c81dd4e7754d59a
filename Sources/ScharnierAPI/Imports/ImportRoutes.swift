import HTTPWire
import JSON
import Scharnier

/// `/v1/imports`: many records of another system at once.
enum ImportRoutes {
    static let all: [Route] = [
        Route(
            .post, "/v1/imports", .writeImports, parameters: ["kind", "source", "mode", "separator"],
            contentTypes: [lines, table], .steps(run)),
        Route(.get, "/v1/imports/{id}", .writeImports, .read(show)),
    ]

    private static let lines = "application/x-ndjson"
    private static let table = "text/csv"

    private static func run(
        _ call: Call, _ steps: any Steps, _ closing: @escaping Route.Closing
    ) throws -> Answer {
        let query = call.query
        guard let source = query["source"].flatMap(Source.init) else {
            throw Problem(parameter: "source", .noSource)
        }
        let run = ImportRun(
            call: call, kind: try query.externalKind(), source: source, mode: try query.mode(),
            isTrial: try call.isTrial(), file: ImportFile(call.request.body, try call.format(query)))
        return try run.answer(in: steps, closing: closing)
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let report = try tx.importReport(try call.identifier(), for: call.party)
        return Answer(200, body: report.document, type: .json)
    }
}

extension Query {
    fileprivate func mode() throws(Problem) -> ImportMode {
        let modes: [ImportMode] = try choices("mode")
        guard modes.count <= 1 else { throw Problem(parameter: "mode", .onlyOne) }
        return modes.first ?? .each
    }

    /// What separates the columns of a table, if the caller says so.
    fileprivate func separator() throws(Problem) -> UInt8? {
        switch self["separator"] {
        case nil: nil
        case "comma": UInt8(ascii: ",")
        case "semicolon": UInt8(ascii: ";")
        default: throw Problem(parameter: "separator", .noSeparator, allowed: ["comma", "semicolon"])
        }
    }
}

extension Call {
    /// How the content is to be read.
    fileprivate func format(_ query: Query) throws(Problem) -> ImportFile.Format {
        let separator = try query.separator()
        return MediaRange.isType(request.fields.first(.contentType), "text/csv")
            ? .table(separator: separator) : .lines
    }
}

extension Wording {
    fileprivate static let onlyOne = Wording("Genau einen Wert angeben.", "Give exactly one value.")
    fileprivate static let noSeparator = Wording(
        "Erlaubt sind comma und semicolon.", "Allowed are comma and semicolon.")
}
