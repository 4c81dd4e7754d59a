import Scharnier
import ScharnierStore
import Testing

@Suite struct AreaRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `an area with everything in it comes back as it was kept`() throws {
        let area = Area(
            id: sampleID(), kind: .fundArea, code: "zz", name: hostileText,
            aliases: ["b", hostileText, "a", ""],
            parent: city.area("north"), validity: DayRange(from: Day(number: 1), to: Day(number: 9)),
            decidedOn: Day(number: 0), decisionText: hostileText, population: 9_000_000_000, hectares: "12.5",
            supervisingUnit: "Amt", geometryStatus: .official, geometry: "{\"type\":\"Polygon\"}",
            centroid: .init(latitude: "51.5", longitude: "7.46"), createdAt: Instant(milliseconds: -1))
        try city.store.write { tx in try tx.insert(area) }
        #expect(try city.store.read { try $0.area(area.id) } == area)
        #expect(try city.store.read { try $0.areas() }.last == area)
    }

    @Test func `areas come ordered by code, with their tree`() throws {
        let (areas, tree) = try city.store.read { (try $0.areas(), try $0.areaTree()) }
        #expect(areas.map(\.code) == ["city", "harbour", "market", "north", "south"])
        #expect(tree.ancestry(of: city.area("market")).map(\.code) == ["market", "north", "city"])
        #expect(areas.allSatisfy { $0.centroid == nil && $0.aliases.isEmpty })
    }

    @Test func `a code can be used again by a later generation, not by the same one`() throws {
        @Sendable func generation(_ from: Int32) -> Area {
            Area(
                id: sampleID(), kind: .custom, code: "again", name: "x",
                validity: DayRange(from: Day(number: from)), createdAt: Instant(milliseconds: 0))
        }
        try city.store.write { tx in try tx.insert(generation(1)) }
        try city.store.write { tx in try tx.insert(generation(2)) }
        #expect(throws: Refusal.duplicate(existing: "again")) {
            try city.store.write { tx in try tx.insert(generation(2)) }
        }
    }

    @Test func `what a refused write added is seen by nobody after it`() throws {
        let area = Area(
            id: sampleID(), kind: .custom, code: "new", name: "Neu", validity: DayRange(),
            createdAt: city.clock.now)
        let before = try city.store.read { try $0.areas() }
        #expect(throws: Refusal.inUse) {
            try city.store.write { tx throws in
                try tx.insert(area)
                #expect(try tx.area(area.id) == area)
                throw Refusal.inUse
            }
        }
        #expect(try city.store.read { try $0.areas() } == before)
        #expect(try city.store.write { try $0.areas() } == before)
        let other = Area(
            id: sampleID(), kind: .custom, code: "new", name: "Anders", validity: DayRange(),
            createdAt: city.clock.now)
        try city.store.write { tx in try tx.insert(other) }
        #expect(try city.store.read { try $0.area(other.id) } == other)
        #expect(try city.store.read { try $0.area(area.id) } == nil)
    }

    @Test func `relations come back, each once`() throws {
        let relations = AreaRelation.Kind.allCases.map {
            AreaRelation(from: city.area("north"), to: city.area("south"), kind: $0, shareBasisPoints: 10_000)
        }
        let bare = AreaRelation(from: city.area("market"), to: city.area("south"), kind: .successor)
        try city.store.write { tx in for relation in relations + [bare] { try tx.insert(relation) } }
        let kept = try city.store.read { try $0.areaRelations() }
        #expect(kept.count == 4)
        #expect((relations + [bare]).allSatisfy(kept.contains))
        #expect(throws: Refusal.duplicate(existing: nil)) {
            try city.store.write { tx in try tx.insert(bare) }
        }
    }

    @Test func `indicators and their values come back in order`() throws {
        let indicators = Indicator.Polarity.allCases.map {
            Indicator(
                code: "i_\($0.rawValue)", name: Wording(hostileText, "en"), unit: "count", polarity: $0,
                domain: "health", method: $0 == .burden ? nil : hostileText)
        }
        let values = [("2020", "north"), ("2019-12", "north"), ("2019", "south")].map {
            IndicatorValue(
                indicator: "i_burden", area: city.area($1), period: $0, value: "1.25", source: "Amt",
                isRounded: $0 == "2020")
        }
        try city.store.write { tx in
            for indicator in indicators { try tx.insert(indicator) }
            for value in values { try tx.insert(value) }
        }
        #expect(try city.store.read { try $0.indicators() } == indicators.sorted { $0.code < $1.code })
        #expect(try city.store.read { try $0.indicatorValues(of: city.area("south")) } == [values[2]])
        let all = try city.store.read { try $0.indicatorValues(of: nil) }
        #expect(all.map(\.period) == ["2019-12", "2020", "2019"])
        #expect(throws: Refusal.duplicate(existing: "i_burden")) {
            try city.store.write { tx in try tx.insert(indicators[0]) }
        }
        #expect(throws: Refusal.duplicate(existing: nil)) {
            try city.store.write { tx in try tx.insert(values[0]) }
        }
    }
}
