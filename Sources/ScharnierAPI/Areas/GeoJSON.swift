import JSON
import Scharnier

// Areas as GeoJSON (RFC 7946): to be drawn on a map, and for nothing else.

/// All areas of an answer.
struct FeatureCollection: JSONWritable {
    let areas: [Area]

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", "FeatureCollection")
            writer.member("notice_de", Wording.drawings.de)
            writer.member("notice_en", Wording.drawings.en)
            writer.memberArray("features") { writer in
                for area in areas { writer.value(Feature(area: area)) }
            }
        }
    }
}

/// One area; its geometry is null where there is no drawing (RFC 7946 §3.2).
struct Feature: JSONWritable {
    let area: Area

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", "Feature")
            writer.member("id", area.id)
            if let geometry = area.geometry {
                writer.member("geometry", raw: Array(geometry.utf8))
            } else {
                writer.member("geometry", nil as String?)
            }
            writer.memberObject("properties") { writer in
                writer.member("type", word: area.kind)
                writer.member("code", area.code)
                writer.member("name", area.name)
                writer.member("parent_id", area.parent)
                writer.member("valid_from_on", area.validity.from)
                writer.member("valid_to_on", area.validity.to)
                writer.member("geometry_status", word: area.geometryStatus)
            }
        }
    }
}

extension Wording {
    /// What has to be said with every map (domain.md §11.1).
    static let drawings = Wording(
        "Umrisse mit geometry_status illustrative sind vereinfachte eigene Zeichnungen, keine amtlichen Grenzen; "
            + "Entscheidungen beruhen auf der Gebietsgliederung.",
        "Outlines with geometry_status illustrative are simplified drawings of our own, not official boundaries; "
            + "decisions rest on the hierarchy of areas.")
}

extension Drawing {
    /// Reads a Polygon or MultiPolygon; nil for anything else.
    ///
    /// A third number of a position, its height, is let be.
    init?(geoJSON value: JSONValue) {
        guard case .object(let object) = value, object.members.count == 2,
            case .string(let type) = object["type"], let coordinates = object["coordinates"],
            let polygons = Self.polygons(type, coordinates)
        else { return nil }
        var writer = JSONWriter()
        writer.value(value)
        self.init(polygons: polygons, text: String(decoding: writer.bytes, as: UTF8.self))
    }

    private static func polygons(_ type: String, _ coordinates: JSONValue) -> [Polygon]? {
        switch type {
        case "Polygon": rings(coordinates).map { [$0] }
        case "MultiPolygon": coordinates.map(rings)
        default: nil
        }
    }

    private static func rings(_ value: JSONValue) -> Polygon? { value.map { $0.map(position) } }

    private static func position(_ value: JSONValue) -> Position? {
        guard case .array(let numbers) = value, (2...3).contains(numbers.count),
            let longitude = numbers[0].double, let latitude = numbers[1].double,
            numbers.allSatisfy({ $0.double != nil })
        else { return nil }
        return Position(longitude: longitude, latitude: latitude)
    }
}

extension JSONValue {
    /// All elements of an array read alike; nil if one cannot be, or this is none.
    fileprivate func map<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
        guard case .array(let elements) = self else { return nil }
        var found: [Element] = []
        for element in elements {
            guard let one = read(element) else { return nil }
            found.append(one)
        }
        return found
    }

    /// The number, if this is one that is finite.
    var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
        default: nil
        }
    }

    /// The number as it was written.
    var numberText: String? {
        switch self {
        case .integer(let number): String(number)
        case .number(let text): text
        default: nil
        }
    }
}
