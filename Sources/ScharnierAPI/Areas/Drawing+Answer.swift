import HTTPWire
import JSON
import Scharnier

extension Answer.MediaType {
    /// As `Accept` and `Content-Type` name it; for kinds that a route can offer besides JSON.
    var name: String {
        switch self {
        case .json: "application/json"
        case .sparse: "application/vnd.scharnier.sparse+json"
        case .geoJSON: "application/geo+json"
        case .problem: "application/problem+json"
        case .yaml: "application/yaml"
        case .metrics: "text/plain"
        case .lines: ExportFormat.lines.rawValue
        case .table: ExportFormat.table.rawValue
        case .page: "text/html"
        case .style: "text/css"
        case .archive: "application/zip"
        }
    }
}

extension Call {
    /// Whether the caller wants `type`, and no JSON: who takes both gets JSON.
    func accepts(_ type: Answer.MediaType) -> Bool {
        let wanted = request.fields.first(.accept)
        return !MediaRange.accepts(wanted, Answer.MediaType.json.name)
            && MediaRange.accepts(wanted, type.name)
    }

    /// 200 with areas to be drawn; the tag is another one than that of the same areas in JSON.
    func drawn(_ drawing: some JSONWritable) -> Answer {
        Answer(200, body: drawing.encoded, type: .geoJSON).tagged()
    }
}
