import Testing

@testable import Scharnier

/// Four areas a, b, c, d of one type with these values; an empty text is no value.
struct DisadvantageCity {
    static let burden = indicator("sgb2_share", .burden)
    static let relief = indicator("employment_share", .relief)
    static let areas = (0..<4).map { SampleCity.area(.numbered(UInt64($0 + 1)), .actionArea, "a\($0)") }

    var areas = DisadvantageCity.areas
    var indicators = [burden, relief]
    var values: [IndicatorValue]
    var asOf = SampleCity.today

    init(burden: [String] = [], relief: [String] = [], period: String = "2024") {
        values = Self.values("sgb2_share", burden, period) + Self.values("employment_share", relief, period)
    }

    /// The index of each area, in their order.
    var indices: [Int64?] {
        let context = MatchingContext(
            asOf: asOf, tree: AreaTree(areas), taxonomy: Taxonomy([]), organizations: [:],
            indicators: indicators,
            indicatorValues: values)
        return areas.map { context.disadvantageIndex(of: $0.id) }
    }

    static func values(_ code: String, _ texts: [String], _ period: String = "2024") -> [IndicatorValue] {
        zip(areas, texts).filter { !$1.isEmpty }.map { value(code, $0.id, $1, period) }
    }

    static func value(
        _ code: String, _ area: Identifier<Area>, _ text: String, _ period: String = "2024"
    ) -> IndicatorValue {
        IndicatorValue(
            indicator: code, area: area, period: period, value: text, source: "illustrative", isRounded: false
        )
    }

    static func indicator(_ code: String, _ polarity: Indicator.Polarity) -> Indicator {
        Indicator(
            code: code, name: Wording(code, code), unit: "percent_bp", polarity: polarity,
            domain: "employment", method: nil)
    }
}

@Suite struct DisadvantageTests {
    @Test func `numbers are compared as numbers, exactly`() {
        #expect(DisadvantageCity(burden: ["9", "10", "9.50", "9.5"]).indices == [0, 100, 33, 33])
        let close = ["9007199254740992", "9007199254740993", "9007199254740991", "1"]
        #expect(DisadvantageCity(burden: close).indices == [66, 100, 33, 0])
    }

    @Test func `neutral measures and those that the rules do not name are never ranked`() {
        var city = DisadvantageCity(burden: ["1", "2", "3", "4"])
        city.indicators = [DisadvantageCity.indicator("sgb2_share", .neutral)]
        #expect(city.indices == [nil, nil, nil, nil])
        city = DisadvantageCity()
        city.indicators = [DisadvantageCity.indicator("vacancy_rate", .burden)]
        city.values = DisadvantageCity.values("vacancy_rate", ["1", "2", "3", "4"])
        #expect(city.indices == [nil, nil, nil, nil])
    }

    @Test func `the newest period up to the day counts`() {
        var city = DisadvantageCity(burden: ["1", "2", "3", "4"], period: "2023")
        city.values += DisadvantageCity.values("sgb2_share", ["4", "3", "2", "1"], "2025-11")
        city.values += DisadvantageCity.values("sgb2_share", ["7", "7", "7", "7"], "2026-04")
        #expect(city.indices == [100, 66, 33, 0])
        city.asOf = .on("2025-10-31")
        #expect(city.indices == [0, 33, 66, 100])
        city.asOf = .on("2026-04-01")
        #expect(city.indices == [0, 0, 0, 0])
        city.asOf = .on("2022-12-31")
        #expect(city.indices == [nil, nil, nil, nil])
    }

    @Test func `a measure of one area in the newest period ranks nobody`() {
        var city = DisadvantageCity(burden: ["1", "2", "3", "4"], period: "2023")
        city.values += DisadvantageCity.values("sgb2_share", ["9"], "2024")
        #expect(city.indices == [nil, nil, nil, nil])
    }

    @Test func `an area is judged by the measures it has`() {
        #expect(
            DisadvantageCity(burden: ["1", "2", "", ""], relief: ["", "", "1", "2"]).indices == [
                0, 100, 100, 0,
            ])
        #expect(
            DisadvantageCity(burden: ["1", "2", "3", ""], relief: ["1", "2", "", ""]).indices == [
                50, 25, 100, nil,
            ])
    }

    @Test func `an area without values takes those of the nearest around it`() {
        var city = DisadvantageCity(burden: ["1", "2", "3", "4"])
        let inside = SampleCity.area(.numbered(50), .subdistrict, "inside", in: city.areas[3].id)
        let deeper = SampleCity.area(.numbered(51), .custom, "deeper", in: inside.id)
        city.areas += [inside, deeper, SampleCity.area(.numbered(52), .custom, "outside")]
        #expect(city.indices == [0, 33, 66, 100, 100, 100, nil])
    }

    @Test func `areas that are not valid on the day are not compared`() {
        var city = DisadvantageCity(burden: ["1", "2", "3", "4"])
        let old = city.areas[0]
        city.areas[0] = SampleCity.area(old.id, .actionArea, "old", validity: DayRange(to: .on("2021-01-01")))
        #expect(city.indices == [nil, 0, 50, 100])
    }

    @Test func `types of areas are ranked apart`() {
        var city = DisadvantageCity(burden: ["1", "2", "3", "4"])
        city.areas[2] = SampleCity.area(city.areas[2].id, .district, "c")
        city.areas[3] = SampleCity.area(city.areas[3].id, .district, "d")
        #expect(city.indices == [0, 100, 0, 100])
    }

    @Test func `the order of the values makes no difference`() {
        var generator = SeededGenerator(seed: 3)
        var city = DisadvantageCity(burden: ["10", "25", "25", "40"], relief: ["120", "80", "90", "60"])
        city.values += DisadvantageCity.values("sgb2_share", ["4", "3", "2", "1"], "2020")
        for _ in 0..<20 {
            city.values.shuffle(using: &generator)
            #expect(city.indices == [0, 49, 33, 100])
        }
    }

    @Test func `the area that is worst off counts, and fifty where nothing is known`() {
        var city = SampleCity()
        #expect(city.value(.disadvantage) == 50)
        city.indicators = [DisadvantageCity.burden]
        city.indicatorValues = [(SampleCity.Place.nordmarkt, "1"), (.marten, "2"), (.hafen, "3")].map {
            DisadvantageCity.value("sgb2_share", $0, $1)
        }
        #expect(city.value(.disadvantage) == 0)
        city.need.content.beneficiaryAreas = [.nordmarkt, .marten]
        #expect(city.value(.disadvantage) == 50)
        city.need.content.beneficiaryAreas = [.hafen, .nordmarkt]
        #expect(city.value(.disadvantage) == 100)
    }
}
