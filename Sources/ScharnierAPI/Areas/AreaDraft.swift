import JSON
import Scharnier

/// What the city sends to add or change an area.
struct AreaDraft {
    /// With the identifier and the times of the area that is changed, or of none.
    var area: Area
    var drawing: Drawing?

    /// Members that the server sets.
    static let readOnly: Set<String> = ["id", "version", "created_at", "updated_at", "relations"]

    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form, id: Identifier<Area>, version: Int64 = 0, createdAt: Instant, updatedAt: Instant)
    {
        for name in ["type", "code", "name", "valid_from_on"] { form.require(name) }
        area = Area(
            id: id, version: version, kind: form.choice("type", Area.Kind.custom),
            code: form.line("code", isNullable: false) ?? "",
            name: form.line("name", isNullable: false) ?? "", aliases: form.lines("aliases"),
            parent: form.identifier("parent_id"),
            validity: DayRange(from: form.day("valid_from_on"), to: form.day("valid_to_on")),
            decidedOn: form.day("decided_on"), decisionText: form.line("decision_text"),
            population: form.integer("population"), hectares: form.line("area_ha"),
            supervisingUnit: form.line("supervising_unit"),
            geometryStatus: form.choice("geometry_status", Area.GeometryStatus.none), createdAt: createdAt,
            updatedAt: updatedAt)
        drawing = form.drawing("geometry")
        area.geometry = drawing?.text
        area.centroid =
            form.nested("centroid") { form in
                form.require("lat")
                form.require("lon")
                let latitude = form.degrees("lat", upTo: 90)
                let longitude = form.degrees("lon", upTo: 180)
                return latitude.flatMap { north in
                    longitude.map { Area.Centroid(latitude: north, longitude: $0) }
                }
            } ?? nil
    }
}

extension Form {
    /// A list of lines.
    fileprivate mutating func lines(_ name: String) -> [String] {
        guard let value = value(name, isNullable: false) else { return [] }
        guard case .array(let elements) = value else {
            note(name, .wrongType, Wording("Erwartet wird eine Liste.", "A list is expected."))
            return []
        }
        return elements.enumerated().compactMap { index, element in
            guard case .string(let raw) = element else {
                note("\(name)/\(index)", .wrongType, Wording("Erwartet wird Text.", "A string is expected."))
                return nil
            }
            guard let line = PlainText.normalized(raw, isOneLine: true) else {
                note("\(name)/\(index)", .badCharacters, .controlCharacters)
                return nil
            }
            return line
        }
    }

    /// A number of degrees on either side of zero, as it was written.
    fileprivate mutating func degrees(_ name: String, upTo limit: Double) -> String? {
        guard let value = value(name, isNullable: false) else { return nil }
        guard let number = value.double else {
            note(name, .wrongType, Wording("Erwartet wird eine Zahl.", "A number is expected."))
            return nil
        }
        guard (-limit...limit).contains(number) else {
            note(name, .outOfRange, Wording("Das liegt nicht auf der Erde.", "This is not on Earth."))
            return nil
        }
        return value.numberText
    }

    /// A polygon or several, as GeoJSON (RFC 7946 §3.1.6).
    fileprivate mutating func drawing(_ name: String) -> Drawing? {
        guard let value = value(name) else { return nil }
        if let drawing = Drawing(geoJSON: value) { return drawing }
        let text = Wording(
            "Erwartet wird ein Polygon oder MultiPolygon in GeoJSON.",
            "A Polygon or MultiPolygon in GeoJSON is expected.")
        note(name, .badFormat, text)
        return nil
    }
}
