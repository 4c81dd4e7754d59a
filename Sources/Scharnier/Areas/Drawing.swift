/// The outline of an area: one or several polygons (RFC 7946 §3.1.6), only to be looked at.
///
/// No decision rests on it: what lies inside what, the tree says (domain.md §11.1).
package struct Drawing: Equatable, Sendable {
    /// A place, in degrees (WGS 84); longitude first.
    package struct Position: Equatable, Sendable {
        package let longitude: Double
        package let latitude: Double

        /// A place; east and north are positive.
        package init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    /// The outer ring, and rings that are cut out of it.
    package typealias Polygon = [[Position]]

    package let polygons: [Polygon]

    /// The geometry as GeoJSON, to be kept as it is.
    package let text: String

    /// The most positions that an outline has: more is more than anybody sees.
    package static let positionCount = 4...5_000

    /// An outline with its text.
    package init(polygons: [Polygon], text: String) {
        self.polygons = polygons
        self.text = text
    }
}

extension Drawing {
    /// What breaks a rule of RFC 7946, at `path`.
    package func violations(at path: String) -> [Violation] {
        let rings = polygons.flatMap(\.self)
        var found: [Violation] = []
        if polygons.isEmpty || polygons.contains(where: \.isEmpty) || !rings.allSatisfy(\.isClosed) {
            let text = Wording(
                "Ein Ring hat mindestens vier Punkte, und der letzte ist der erste.",
                "A ring has at least four positions, and the last is the first.")
            found.append(.init(path, .badFormat, text))
        }
        if !rings.joined().allSatisfy(\.isOnEarth) {
            let text = Wording(
                "Länge liegt zwischen -180 und 180, Breite zwischen -90 und 90; die Länge steht vorn.",
                "Longitude lies between -180 and 180, latitude between -90 and 90; longitude comes first.")
            found.append(.init(path, .outOfRange, text))
        }
        let count = rings.reduce(0) { $0 + $1.count }
        guard count > Self.positionCount.upperBound else { return found }
        let text = Wording("Die Zeichnung ist zu fein.", "The drawing is too detailed.")
        return found + [.init(path, .tooMany, text, maximum: Int64(Self.positionCount.upperBound))]
    }
}

extension [Drawing.Position] {
    fileprivate var isClosed: Bool { count >= Drawing.positionCount.lowerBound && first == last }
}

extension Drawing.Position {
    fileprivate var isOnEarth: Bool {
        (-180...180).contains(longitude) && (-90...90).contains(latitude)
    }
}
