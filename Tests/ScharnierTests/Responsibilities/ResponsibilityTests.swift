import Testing

@testable import Scharnier

/// Who is my contact? The most specific match wins (F-16, domain.md §4.1).
@Suite struct ResponsibilityTests {
    private static let district = Identifier<Area>(high: 1, low: 9)

    private static func one(
        _ number: UInt64, area: Identifier<Area>? = nil, topic: String? = nil, kind: ResourceKind? = nil,
        _ days: DayRange = DayRange()
    ) -> Responsibility {
        var content = Responsibility.Content(unit: .carrier, functionAddress: "amt@example.org")
        (content.area, content.topic, content.kind, content.validity) = (area, topic, kind, days)
        return Responsibility(
            id: Identifier(high: 0, low: number), content: content, createdAt: .at("2026-01-01T00:00:00Z"),
            updatedAt: .at("2026-01-01T00:00:00Z"))
    }

    /// From the most to the least specific; the numbers run the other way, so that no tie decides.
    private static let levels = [
        one(7, area: .nordmarkt, topic: "education", kind: .money),
        one(6, area: .nordmarkt, topic: "education"), one(5, area: .nordmarkt, kind: .money),
        one(4, area: .nordmarkt), one(3, topic: "education"), one(2, kind: .money), one(1),
    ]

    private func question(
        _ areas: [Identifier<Area>] = [.nordmarkt, district], topic: String? = "education",
        kind: ResourceKind? = .money, on day: String = "2026-11-21"
    ) -> Responsibility.Question {
        .init(areas: areas, topic: topic, kind: kind, on: .on(day))
    }

    @Test func `there are seven levels`() {
        #expect(Self.levels.map(\.specificity) == Responsibility.Specificity.allCases)
    }

    @Test(arguments: 0..<7)
    func `without the more specific ones the next level wins`(level: Int) {
        let left = Array(Self.levels[level...].reversed())
        #expect(question().answers(among: left).first == Self.levels[level])
        #expect(question().answers(among: left).map(\.id) == Self.levels[level...].map(\.id))
    }

    @Test func `what names something else is no answer`() {
        func numbers(_ question: Responsibility.Question) -> [UInt64] {
            question.answers(among: Self.levels).map(\.id.low)
        }
        #expect(numbers(question(topic: "sport")) == [5, 4, 2, 1])
        #expect(numbers(question(topic: nil)) == [5, 4, 2, 1])
        #expect(numbers(question(kind: .goods)) == [6, 4, 3, 1])
        #expect(numbers(question([.marten])) == [3, 2, 1])
        #expect(numbers(question([], topic: nil, kind: nil)) == [1])
    }

    @Test func `what holds for an area around it holds, too, but the nearer one wins`() {
        let around = Self.one(1, area: Self.district)
        let near = Self.one(2, area: .nordmarkt)
        #expect(question().answers(among: [around, near]) == [near, around])
        #expect(question([Self.district]).answers(among: [around, near]) == [around])
        let topical = Self.one(3, area: Self.district, topic: "education")
        #expect(question().answers(among: [near, topical]).first == topical)
    }

    @Test func `of two alike the older is named`() {
        let (older, younger) = (Self.one(1, topic: "education"), Self.one(2, topic: "education"))
        #expect(question().answers(among: [younger, older]) == [older, younger])
    }

    @Test func `it holds on its days only`() {
        let days = DayRange(from: .on("2026-01-01"), to: .on("2026-11-21"))
        let all = [Self.one(1, days)]
        #expect(question(on: "2026-11-20").answers(among: all) == all)
        #expect(question(on: "2026-11-21").answers(among: all) == [])
        #expect(question(on: "2025-12-31").answers(among: all) == [])
    }

    @Test func `topic and kind together need an area, and an address has a length`() {
        var content = Responsibility.Content(unit: .carrier, functionAddress: "a@b")
        #expect(content.violations() == [])
        (content.topic, content.kind, content.functionAddress) = ("education", .money, "ab")
        #expect(content.violations().map(\.path) == ["function_address", "area_id"])
        content.area = .nordmarkt
        #expect(content.violations().map(\.path) == ["function_address"])
    }
}
