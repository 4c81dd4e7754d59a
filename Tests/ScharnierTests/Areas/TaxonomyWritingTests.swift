import Testing

@testable import Scharnier

/// What a term may say of itself and of others (F-17).
@Suite struct TaxonomyWritingTests {
    private let taxonomy = Taxonomy([
        .made("education"), .made("reading", parent: "education"), .made("sport"),
    ])

    private func paths(_ term: TaxonomyTerm) -> [String] {
        term.violations().map(\.path) + taxonomy.violations(ofReferencesIn: term).map(\.path)
    }

    @Test func `wider terms and successors are terms of the same scheme`() {
        #expect(paths(.made("poetry", parent: "reading")) == [])
        #expect(paths(.made("poetry", parent: "nothing")) == ["parent_code"])
        #expect(paths(.made("poetry", replacedBy: "nothing")) == ["replaced_by"])
        #expect(paths(.made("poetry", scheme: .skill, parent: "reading")) == ["parent_code"])
    }

    @Test func `no term lies under itself, and none replaces itself`() {
        #expect(paths(.made("education", parent: "education")) == ["parent_code"])
        #expect(paths(.made("education", parent: "reading")) == ["parent_code"])
        #expect(paths(.made("reading", parent: "sport")) == [])
        #expect(paths(.made("sport", replacedBy: "sport")) == ["replaced_by"])
    }

    @Test(arguments: ["", "Sport", "1sport", "sport-1", "spört", String(repeating: "s", count: 65)])
    func `a code has a form`(code: String) {
        #expect(paths(.made(code)) == ["code"])
    }

    @Test func `only resource categories have a kind of resource`() {
        #expect(TaxonomyTerm.made("room", scheme: .resourceCategory, kind: .room).violations() == [])
        #expect(TaxonomyTerm.made("room", kind: .room).violations().map(\.path) == ["kind"])
    }
}

extension TaxonomyTerm {
    fileprivate static func made(
        _ code: String, scheme: Scheme = .topic, parent: String? = nil, kind: ResourceKind? = nil,
        replacedBy: String? = nil
    ) -> TaxonomyTerm {
        TaxonomyTerm(
            id: .nil, scheme: scheme, code: code, label: Wording("de", "en"), parent: parent, kind: kind,
            replacedBy: replacedBy, createdAt: .at("2026-01-01T00:00:00Z"))
    }
}
