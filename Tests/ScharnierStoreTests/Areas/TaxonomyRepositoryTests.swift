import Scharnier
import ScharnierStore
import Testing

@Suite struct TaxonomyRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `terms of all schemes come back as they were kept`() throws {
        let bare = TaxonomyTerm.Scheme.allCases.map {
            TaxonomyTerm(
                id: sampleID(), version: 3, scheme: $0, code: "x1", label: Wording("de", "en"),
                createdAt: Instant(milliseconds: 1), updatedAt: Instant(milliseconds: 2))
        }
        let full = ResourceKind.allCases.map {
            TaxonomyTerm(
                id: sampleID(), scheme: .resourceCategory, code: "full_\($0.rawValue)",
                label: Wording(hostileText, ""),
                definition: Wording("", hostileText), parent: "x1", kind: $0,
                validity: DayRange(from: Day(number: 0), to: Day(number: 5)), replacedBy: "later",
                createdAt: Instant(milliseconds: 7))
        }
        try city.store.write { tx in for term in bare + full { try tx.insert(term) } }
        let kept = try city.store.read { try $0.taxonomyTerms() }
        #expect((bare + full).allSatisfy(kept.contains))
        let keys = kept.map { [$0.scheme.rawValue, $0.code] }
        #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
        let taxonomy = try city.store.read { try $0.taxonomy() }
        #expect(taxonomy.areRelated("x1", "full_room", in: .resourceCategory))
    }

    @Test func `a code is there once in each scheme`() throws {
        let term = TaxonomyTerm(
            id: sampleID(), scheme: .topic, code: "sport", label: Wording("Sport", "Sport"),
            createdAt: city.clock.now)
        #expect(throws: Refusal.duplicate(existing: "sport")) {
            try city.store.write { tx in try tx.insert(term) }
        }
        try city.store.write { tx in
            try tx.insert(
                TaxonomyTerm(
                    id: sampleID(), scheme: .skill, code: "sport", label: Wording("Sport", "Sport"),
                    createdAt: tx.now))
        }
    }
}
