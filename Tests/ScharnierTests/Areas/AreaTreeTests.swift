import Scharnier
import Testing

@Suite struct AreaTreeTests {
    /// Dortmund as domain.md §11.1 tells it: code, kind, district, first day, end.
    static let dortmund = """
        ar-bodelschwingh-westerfilde action_area mengede 2008-01-01 -
        ar-dorstfelder-bruecke action_area innenstadt-west 2008-01-01 -
        ar-eving-kemminghausen action_area eving 2008-01-01 -
        ar-eving-lindenhorst action_area eving 2008-01-01 -
        ar-hoerde action_area hoerde 2008-01-01 -
        ar-marten action_area luetgendortmund 2008-01-01 -
        ar-nette action_area mengede 2008-01-01 -
        ar-hafen action_area innenstadt-nord 2008-01-01 -
        ar-borsigplatz action_area innenstadt-nord 2008-01-01 -
        ar-nordmarkt action_area innenstadt-nord 2008-01-01 -
        ar-scharnhorst-ost action_area scharnhorst 2008-01-01 -
        ar-alt-scharnhorst action_area scharnhorst 2008-01-01 2021-01-01
        ar-wickede action_area brackel 2008-01-01 2021-01-01
        ar-dorstfeld action_area innenstadt-west 2021-01-01 -
        ar-boevinghausen-westrich action_area luetgendortmund 2021-01-01 -
        aq-wambeler-heide action_quarter scharnhorst 2021-01-01 -
        aq-meylantviertel action_quarter brackel 2021-01-01 -
        """

    private let tree: AreaTree
    private let city: Area

    init() throws {
        let rows = Self.dortmund.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let city = Area.sample(1, .city, "dortmund")
        let districts = Set(rows.map { $0[2] }).sorted().enumerated().map { index, code in
            Area.sample(UInt64(index + 10), .district, code, in: city)
        }
        let parts = try rows.enumerated().map { index, row in
            Area.sample(
                UInt64(index + 100), try #require(Area.Kind(rawValue: row[1])), row[0],
                in: districts.first { $0.code == row[2] },
                validity: DayRange(from: Day(row[3]), to: Day(row[4])))
        }
        self.city = city
        self.tree = AreaTree([city] + districts + parts)
    }

    @Test(arguments: [
        ("2007-12-31", 0, 0), ("2008-01-01", 13, 0), ("2019-06-01", 13, 0), ("2020-12-31", 13, 0),
        ("2021-01-01", 13, 2), ("2026-01-01", 13, 2),
    ])
    func `so many areas and quarters are valid on a day`(day: String, areas: Int, quarters: Int) {
        let valid = tree.areas.values.filter { $0.validity.contains(.on(day)) }
        #expect(valid.count { $0.kind == .actionArea } == areas)
        #expect(valid.count { $0.kind == .actionQuarter } == quarters)
    }

    @Test func `an area of an earlier generation is found only in its time`() {
        #expect(tree.area(code: "ar-wickede", on: .on("2019-06-01"))?.code == "ar-wickede")
        #expect(tree.area(code: "ar-wickede", on: .on("2020-12-31")) != nil)
        #expect(tree.area(code: "ar-wickede", on: .on("2021-01-01")) == nil)
        #expect(tree.area(code: "ar-dorstfeld", on: .on("2020-12-31")) == nil)
        #expect(tree.area(code: "nowhere", on: .on("2026-01-01")) == nil)
    }

    @Test func `an area lies in its district and in the city, from the inside out`() throws {
        let nordmarkt = try #require(tree.area(code: "ar-nordmarkt", on: .on("2026-01-01")))
        #expect(
            tree.ancestry(of: nordmarkt.id).map(\.code) == ["ar-nordmarkt", "innenstadt-nord", "dortmund"])
        #expect(tree.contains(city.id, nordmarkt.id))
        #expect(tree.contains(nordmarkt.id, nordmarkt.id))
        #expect(!tree.contains(nordmarkt.id, city.id))
    }

    @Test func `neighbours do not contain each other`() throws {
        let nordmarkt = try #require(tree.area(code: "ar-nordmarkt", on: .on("2026-01-01")))
        let hafen = try #require(tree.area(code: "ar-hafen", on: .on("2026-01-01")))
        #expect(!tree.contains(nordmarkt.id, hafen.id))
        #expect(!tree.contains(hafen.id, nordmarkt.id))
    }

    @Test func `what lies inside is found, the roots included`() throws {
        let north = try #require(tree.area(code: "innenstadt-nord", on: .on("2026-01-01")))
        let codes = tree.descendants(of: [north.id]).compactMap { tree.areas[$0]?.code }
        #expect(codes.sorted() == ["ar-borsigplatz", "ar-hafen", "ar-nordmarkt", "innenstadt-nord"])
        #expect(tree.descendants(of: [city.id]).count == tree.areas.count)
        #expect(tree.descendants(of: []).isEmpty)
        #expect(tree.descendants(of: [.numbered(999)]).isEmpty)
    }

    @Test func `the city is found on a day it is valid`() {
        #expect(tree.city(on: .on("2026-01-01"))?.id == city.id)
        #expect(AreaTree([]).city(on: .on("2026-01-01")) == nil)
    }

    @Test func `what is unknown lies nowhere`() {
        #expect(tree.ancestry(of: .numbered(999)).isEmpty)
        #expect(!tree.contains(city.id, .numbered(999)))
        #expect(!tree.contains(.numbered(999), .numbered(999)))
    }

    @Test func `a parent that is missing ends the way up`() {
        let orphan = Area.sample(5, .district, "orphan", parent: .numbered(999))
        #expect(AreaTree([orphan]).ancestry(of: orphan.id).map(\.code) == ["orphan"])
    }

    @Test func `a cycle holds nobody up`() {
        let one = Area.sample(1, .custom, "one", parent: .numbered(2))
        let other = Area.sample(2, .custom, "other", parent: .numbered(1))
        let tree = AreaTree([one, other])
        #expect(tree.ancestry(of: one.id).count <= 16)
        #expect(tree.contains(one.id, other.id))
    }

    @Test func `of two generations of one code the valid one is found`() {
        let old = Area.sample(1, .actionArea, "ar-marten", validity: DayRange(to: .on("2021-01-01")))
        let new = Area.sample(2, .actionArea, "ar-marten", validity: DayRange(from: .on("2021-01-01")))
        let tree = AreaTree([new, old])
        #expect(tree.area(code: "ar-marten", on: .on("2020-12-31"))?.id == old.id)
        #expect(tree.area(code: "ar-marten", on: .on("2021-01-01"))?.id == new.id)
    }
}

extension Area {
    fileprivate static func sample(
        _ number: UInt64, _ kind: Kind, _ code: String, in area: Area? = nil, parent: Identifier<Area>? = nil,
        validity: DayRange = DayRange()
    ) -> Area {
        Area(
            id: .numbered(number), kind: kind, code: code, name: code, parent: area?.id ?? parent,
            validity: validity, createdAt: .at("2026-01-01T00:00:00Z"))
    }
}
