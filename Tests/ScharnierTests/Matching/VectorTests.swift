import Testing

@testable import Scharnier

/// The vectors of domain.md §7.3.
@Suite struct VectorTests {
    private typealias Place = SampleCity.Place

    @Test func `M1: 7755 points`() {
        var city = SampleCity()
        // 26 areas: 23 are better off than the one in need, 10 were promised more.
        city.areas += rank(23, promised: 10, among: 26, in: &city)
        #expect(values(city) == [90, 60, 75, 92, 50, 70, 100])
        #expect(city.evaluation.points == 7755)
        #expect(city.evaluation.score == 77)
    }

    @Test func `M2: 7295 points`() {
        var city = SampleCity()
        city.areas += rank(1, promised: 0, among: 4, in: &city)
        city.given.category = "school_bags"
        city.given.reach = .area
        city.given.areas = [Place.nordmarkt]
        city.need.content.horizon = .permanent
        city.need.content.neededByOn = nil
        city.need.content.topics = ["education"]
        city.need.content.targetGroups = ["children"]
        city.given.targetGroups = ["children"]
        city.offer.freshness = SampleCity.freshness(on: city.asOf.adding(-45))
        #expect(values(city) == [100, 100, 20, 33, 100, 50, 50])
        #expect(city.evaluation.points == 7295)
        #expect(city.evaluation.score == 72)
    }

    @Test func `the index vector`() {
        let city = DisadvantageCity(
            burden: ["10", "25", "25", "40"], relief: ["120", "80", "90", "60"])
        #expect(city.indices == [0, 49, 33, 100])
    }

    @Test func `the index vector of the burden alone`() {
        #expect(DisadvantageCity(burden: ["10", "25", "25", "40"]).indices == [0, 33, 33, 100])
    }

    @Test func `the index vector of the relief alone`() {
        #expect(DisadvantageCity(relief: ["120", "80", "90", "60"]).indices == [0, 66, 33, 100])
    }

    private func values(_ city: SampleCity) -> [Int64] { city.evaluation.components.map(\.value) }

    /// Other areas of the same type: so many better off than the one in need, so many with more commitments.
    private func rank(_ better: Int, promised: Int, among count: Int, in city: inout SampleCity) -> [Area] {
        let others = (0..<count - 1).map {
            SampleCity.area(.numbered(UInt64($0 + 1000)), .actionArea, "a\($0)", population: 1000)
        }
        let own = SampleCity.area(
            Place.nordmarkt, .actionArea, "nordmarkt", in: Place.north, population: 1000)
        city.areas.removeAll { $0.kind == .actionArea }
        city.areas.append(own)
        city.indicators = [DisadvantageCity.burden]
        city.indicatorValues = others.enumerated().map { index, area in
            DisadvantageCity.value("sgb2_share", area.id, index < better ? "9.5" : "30")
        }
        city.indicatorValues.append(DisadvantageCity.value("sgb2_share", own.id, "20"))
        city.committedValueCents = Dictionary(
            others.prefix(promised).map { ($0.id, 1) }, uniquingKeysWith: { first, _ in first })
        return others
    }
}
