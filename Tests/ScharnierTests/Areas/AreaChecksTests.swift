import Testing

@testable import Scharnier

/// What the city may say of an area, and until when (F-14).
@Suite struct AreaChecksTests {
    private let today = Day.on("2026-11-21")

    private func area(_ change: (inout Draft) -> Void = { _ in }) -> Area {
        var draft = Draft()
        change(&draft)
        return Area(
            id: .nordmarkt, kind: .actionQuarter, code: draft.code, name: draft.name, aliases: draft.aliases,
            validity: DayRange(from: draft.from, to: draft.to), population: draft.population,
            hectares: draft.hectares, geometryStatus: draft.status, geometry: draft.geometry,
            createdAt: .at("2026-01-01T00:00:00Z"))
    }

    private struct Draft {
        var code = "aq-beispiel"
        var name = "Beispiel"
        var aliases: [String] = []
        var from: Day? = .on("2027-01-01")
        var to: Day?
        var population: Int64?
        var hectares: String?
        var status = Area.GeometryStatus.none
        var geometry: String?
    }

    @Test func `a code has lower-case letters, digits and hyphens`() {
        for code in ["ar", "ar-1", String(repeating: "a", count: 80)] {
            #expect(area { $0.code = code }.violations() == [], "\(code)")
        }
        for (code, wanted) in [
            ("a", Violation.Code.tooShort), (String(repeating: "a", count: 81), .tooLong),
            ("Ar", .badFormat), ("a_b", .badFormat), ("hö", .badFormat), ("a b", .badFormat),
        ] {
            #expect(area { $0.code = code }.violations().map(\.code) == [wanted], "\(code)")
        }
    }

    @Test func `an area begins, and ends later`() {
        #expect(area { $0.from = nil }.violations().map(\.path) == ["valid_from_on"])
        #expect(area { $0.to = .on("2027-01-02") }.violations() == [])
        for end in ["2027-01-01", "2026-12-31"] {
            #expect(area { $0.to = .on(end) }.violations().map(\.path) == ["valid_to_on"], "\(end)")
        }
    }

    @Test(arguments: [("12", true), ("12.5", true), ("0", true), ("-1", false), ("1,5", false), ("", false)])
    func `hectares are an exact number`(text: String, isValid: Bool) {
        #expect(area { $0.hectares = text }.violations().isEmpty == isValid)
    }

    @Test func `a drawing has a status, and no status but none goes without one`() {
        #expect(area { $0.status = .illustrative }.violations().map(\.path) == ["geometry_status"])
        #expect(area { $0.geometry = "{}" }.violations().map(\.path) == ["geometry_status"])
        let drawn = area {
            $0.geometry = "{}"
            $0.status = .illustrative
        }
        #expect(drawn.violations() == [])
    }

    @Test func `what is not in force yet can change in everything`() {
        let new = area {
            $0.name = "Anders"
            $0.from = .on("2027-02-01")
        }
        #expect(area().forbidden(in: new, on: .on("2026-12-31")) == [])
        #expect(
            area().forbidden(in: new, on: .on("2027-01-01")).map(\.path) == ["name", "valid_from_on"])
    }

    /// End before, end after, and whether that may be on 21 November 2026.
    static let ends: [(String?, String?, Bool)] = [
        (nil, "2026-11-21", true), (nil, "2027-01-01", true), (nil, "2026-11-20", false),
        ("2027-01-01", nil, true), ("2027-01-01", "2026-11-21", true), ("2026-11-22", "2026-11-20", false),
        ("2026-11-21", nil, false), ("2026-11-20", "2027-01-01", false), ("2020-01-01", "2020-01-01", true),
    ]

    @Test(arguments: ends)
    func `what is in force can end from today on, and what has ended has`(
        old: String?, new: String?, isAllowed: Bool
    ) {
        func valid(to end: String?) -> Area {
            area {
                $0.from = .on("2008-01-01")
                $0.to = end.map { Day.on($0) }
            }
        }
        let found = valid(to: old).forbidden(in: valid(to: new), on: today)
        #expect(found.isEmpty == isAllowed)
        #expect(found.allSatisfy { $0.path == "valid_to_on" })
    }

    private func ring(_ points: [(Double, Double)]) -> [Drawing.Position] {
        points.map { Drawing.Position(longitude: $0.0, latitude: $0.1) }
    }

    @Test func `a ring is closed, of four positions at least, and on Earth`() {
        func codes(_ polygons: [Drawing.Polygon]) -> [Violation.Code] {
            Drawing(polygons: polygons, text: "").violations(at: "geometry").map(\.code)
        }
        let triangle = ring([(7, 51), (8, 51), (8, 52), (7, 51)])
        #expect(codes([[triangle]]) == [])
        #expect(codes([[triangle], [triangle, triangle]]) == [])
        #expect(codes([[ring([(7, 51), (8, 51), (7, 51)])]]) == [.badFormat])
        #expect(codes([[ring([(7, 51), (8, 51), (8, 52), (7, 51.1)])]]) == [.badFormat])
        #expect(codes([[]]) == [.badFormat])
        #expect(codes([]) == [.badFormat])
        #expect(codes([[ring([(51, 7), (52, 8), (52, 181), (51, 7)])]]) == [.outOfRange])
        #expect(codes([[ring([(180, 90), (-180, 90), (-180, -90), (180, 90)])]]) == [])
    }

    @Test func `a drawing has at most five thousand positions`() {
        func codes(_ count: Int) -> [Violation.Code] {
            let end = Drawing.Position(longitude: 7, latitude: 51)
            let middle = Array(repeating: Drawing.Position(longitude: 8, latitude: 51), count: count - 2)
            let ring = [end] + middle + [end]
            return Drawing(polygons: [[ring]], text: "").violations(at: "geometry").map(\.code)
        }
        #expect(codes(5_000) == [])
        #expect(codes(5_001) == [.tooMany])
    }

    @Test(arguments: [
        ("2024", true), ("2024-06", true), ("2024-12", true), ("2024-13", false), ("2024-00", false),
        ("24", false), ("2024-6", false), ("2024-06-01", false), ("", false), ("0000", false),
    ])
    func `a period is a year or a month`(period: String, isValid: Bool) {
        let value = IndicatorValue(
            indicator: "x", area: .nordmarkt, period: period, value: "1", source: "S", isRounded: false)
        #expect(value.violations().isEmpty == isValid)
    }
}
