/// What lies in which area and district, and where, by the numbers of an ``AreaTable``.
struct AreaSurroundings: Equatable, Sendable {
    /// Each area with all that lies in it.
    private let contents: [AreaSet]

    /// The district around each area, or the area itself where it is one.
    private let districts: [Int?]

    /// Where areas have their middle, seen from the middle of the city.
    private let positions: [MapPosition?]

    init(_ areas: AreaTable) {
        var contents = [AreaSet](repeating: AreaSet(), count: areas.entries.count)
        for (number, entry) in areas.entries.enumerated() where entry.isValid {
            for outer in entry.ancestry { contents[outer].insert(AreaSet.number(number)) }
        }
        self.contents = contents
        districts = areas.entries.indices.map(areas.district)
        let middle = areas.entries.first { $0.isValid && $0.area.kind == .city }?.area.centroid
        positions = areas.entries.map { entry in
            middle.flatMap { middle in entry.area.centroid.flatMap { MapPosition($0, from: middle) } }
        }
    }

    /// These areas and all that lies in them.
    func set(of places: [Int]) -> AreaSet {
        places.reduce(into: AreaSet()) { $0.formUnion(contents[$1]) }
    }

    /// The middle of these areas, as far as it is known where they are.
    func position(of places: [Int]) -> MapPosition? {
        MapPosition.middle(of: places.compactMap { positions[$0] })
    }

    /// The districts around these areas and all that lies in them.
    func districtSet(of places: [Int]) -> AreaSet {
        set(of: places.compactMap { districts[$0] })
    }
}

extension MapPosition {
    /// Where a point lies, seen from another one nearby; nil if one of them cannot be read or is too far away.
    init?(_ point: Area.Centroid, from middle: Area.Centroid) {
        guard let latitude = Double(point.latitude), let longitude = Double(point.longitude),
            let originLatitude = Double(middle.latitude), let originLongitude = Double(middle.longitude)
        else { return nil }
        let north = (latitude - originLatitude) * Self.stepsPerDegree
        let east =
            (longitude - originLongitude) * Self.stepsPerDegree * Self.shrinking(at: originLatitude)
        guard abs(north) < Self.farthest, abs(east) < Self.farthest else { return nil }
        self.init(east: Int16(east.rounded()), north: Int16(north.rounded()))
    }

    /// Steps of ten metres in a degree of a great circle of the earth.
    private static let stepsPerDegree = 11_132.0

    /// Beyond 327 kilometres nothing belongs to a city.
    private static let farthest = 32_767.0

    /// The cosine of a latitude, by the first terms of its series: the same on every machine.
    private static func shrinking(at latitude: Double) -> Double {
        let angle = latitude * .pi / 180
        let square = angle * angle
        return 1 - square / 2 + square * square / 24 - square * square * square / 720
    }
}
