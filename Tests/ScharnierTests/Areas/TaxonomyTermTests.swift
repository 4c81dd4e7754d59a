import Testing

@testable import Scharnier

@Suite struct TaxonomyTermTests {
    private let day = Day.on("2026-11-21")
    private let taxonomy = Taxonomy([
        .sample("education"), .sample("school", parent: "education"), .sample("reading", parent: "school"),
        .sample("health"),
        .sample(
            "integration", validity: DayRange(to: .on("2026-11-21")), replacedBy: "migration_integration"),
        .sample("gone", validity: DayRange(to: .on("2026-11-21"))),
        .sample("coming", validity: DayRange(from: .on("2026-11-22"))),
        .sample("last_day", validity: DayRange(from: .on("2026-11-21"), to: .on("2026-11-22"))),
        .sample("education", scheme: .skill), .sample("loop", parent: "pool"),
        .sample("pool", parent: "loop"),
    ])

    private func violation(_ code: String, in scheme: TaxonomyTerm.Scheme = .topic) -> Violation? {
        taxonomy.violation(of: code, in: scheme, on: day, at: "topics/0")
    }

    @Test func `a valid code may be used`() {
        #expect(violation("education") == nil)
        #expect(violation("last_day") == nil)
    }

    @Test func `an unknown code is not found`() {
        #expect(violation("nonsense")?.code == .referenceNotFound)
        #expect(violation("")?.code == .referenceNotFound)
    }

    @Test func `a code of another scheme is not found`() {
        #expect(violation("health", in: .skill)?.code == .referenceNotFound)
        #expect(violation("education", in: .skill) == nil)
    }

    @Test func `a code that is no longer valid is refused and names its successor`() {
        #expect(violation("integration")?.code == .notInEnum)
        #expect(violation("integration")?.allowed == ["migration_integration"])
        #expect(violation("gone")?.code == .notInEnum)
        #expect(violation("gone")?.allowed == [])
    }

    @Test func `a code that is not valid yet is refused`() {
        #expect(violation("coming")?.code == .notInEnum)
    }

    @Test func `a code that is no longer valid stays readable`() {
        #expect(taxonomy.term("gone", in: .topic)?.code == "gone")
        #expect(taxonomy.term("gone", in: .purpose) == nil)
    }

    @Test func `each wrong code of a list is named with its place`() {
        let found = taxonomy.violations(
            of: ["education", "nonsense", "health", "gone"], in: .topic, on: day, at: "topics")
        #expect(found.short == ["topics/1 reference_not_found", "topics/3 not_in_enum"])
    }

    @Test(arguments: [
        ("education", "education", true), ("education", "reading", true), ("reading", "education", true),
        ("school", "reading", true), ("education", "health", false), ("nonsense", "nonsense", true),
        ("nonsense", "education", false), ("loop", "pool", true), ("loop", "health", false),
    ])
    func `codes are related if one is an ancestor of the other`(one: String, other: String, areRelated: Bool)
    {
        #expect(taxonomy.areRelated(one, other, in: .topic) == areRelated)
    }
}

extension TaxonomyTerm {
    fileprivate static func sample(
        _ code: String, scheme: Scheme = .topic, parent: String? = nil, validity: DayRange = DayRange(),
        replacedBy: String? = nil
    ) -> TaxonomyTerm {
        TaxonomyTerm(
            id: .nil, scheme: scheme, code: code, label: Wording(code, code), parent: parent,
            validity: validity, replacedBy: replacedBy, createdAt: .at("2026-01-01T00:00:00Z"))
    }
}
