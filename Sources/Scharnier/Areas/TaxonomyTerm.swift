/// One word of the city's vocabulary, with labels and a span of validity (domain.md §4.1).
package struct TaxonomyTerm: Equatable, Identifiable, Sendable {
    package enum Scheme: String, CaseIterable, Sendable {
        case topic
        case targetGroup = "target_group"
        case resourceCategory = "resource_category"
        case skill, accessibility
        case engagementForm = "engagement_form"
        case purpose, document
    }

    package let id: Identifier<TaxonomyTerm>

    /// The position of its last entry in the change feed; 0 until it changes.
    package var version: Int64
    package let scheme: Scheme
    package let code: String
    package let label: Wording
    package let definition: Wording?
    package let parent: String?

    /// The kind of resource, for top-level resource categories.
    package let kind: ResourceKind?
    package let validity: DayRange
    package let replacedBy: String?
    package let createdAt: Instant
    package var updatedAt: Instant

    /// A term put together from what is kept of it.
    package init(
        id: Identifier<TaxonomyTerm>, version: Int64 = 0, scheme: Scheme, code: String, label: Wording,
        definition: Wording? = nil, parent: String? = nil, kind: ResourceKind? = nil,
        validity: DayRange = DayRange(), replacedBy: String? = nil, createdAt: Instant,
        updatedAt: Instant? = nil
    ) {
        self.id = id
        self.version = version
        self.scheme = scheme
        self.code = code
        self.label = label
        self.definition = definition
        self.parent = parent
        self.kind = kind
        self.validity = validity
        self.replacedBy = replacedBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt ?? createdAt
    }
}

/// The vocabulary, to be asked for codes.
package struct Taxonomy: Sendable {
    private let terms: [TaxonomyTerm.Scheme: [String: TaxonomyTerm]]

    /// The vocabulary of these terms.
    package init(_ all: [TaxonomyTerm]) {
        terms = Dictionary(grouping: all, by: \.scheme).mapValues { list in
            Dictionary(list.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The term with this code.
    package func term(_ code: String, in scheme: TaxonomyTerm.Scheme) -> TaxonomyTerm? {
        terms[scheme]?[code]
    }

    /// The codes of a scheme, valid or not, in order.
    package func codes(in scheme: TaxonomyTerm.Scheme) -> [String] { (terms[scheme] ?? [:]).keys.sorted() }

    /// Whether one of two codes is an ancestor of the other.
    package func areRelated(_ one: String, _ other: String, in scheme: TaxonomyTerm.Scheme) -> Bool {
        ancestry(of: one, in: scheme).contains(other) || ancestry(of: other, in: scheme).contains(one)
    }

    /// Whether `code` lies under `other`, at whatever depth.
    func isBelow(_ code: String, _ other: String, in scheme: TaxonomyTerm.Scheme) -> Bool {
        ancestry(of: code, in: scheme).dropFirst().contains(other)
    }

    private func ancestry(of code: String, in scheme: TaxonomyTerm.Scheme) -> [String] {
        var chain = [code]
        // Bounded, so that a cycle in the data cannot hold anyone up.
        while let last = chain.last, let parent = term(last, in: scheme)?.parent, chain.count < 16 {
            chain.append(parent)
        }
        return chain
    }

    /// The codes that new records may not use on `day`: unknown ones and those no longer valid (F-17).
    func violations(
        of codes: [String], in scheme: TaxonomyTerm.Scheme, on day: Day, at path: @autoclosure () -> String
    ) -> [Violation] {
        codes.enumerated().compactMap { index, code in
            violation(of: code, in: scheme, on: day, at: "\(path())/\(index)")
        }
    }

    /// Why `code` may not be used in a new record on `day`.
    func violation(
        of code: String, in scheme: TaxonomyTerm.Scheme, on day: Day, at path: @autoclosure () -> String
    ) -> Violation? {
        guard let term = term(code, in: scheme) else {
            return Violation(path(), .referenceNotFound, .noSuchReference)
        }
        guard !term.validity.contains(day) else { return nil }
        let text = Wording("Dieser Begriff gilt nicht mehr.", "This term is no longer valid.")
        return Violation(path(), .notInEnum, text, allowed: term.replacedBy.map { [$0] } ?? [])
    }
}

/// Looks up the vocabulary.
package protocol TaxonomyReading {
    /// All terms, valid or not, ordered by scheme and code.
    func taxonomyTerms() throws -> [TaxonomyTerm]

    /// The vocabulary, to be asked for codes.
    func taxonomy() throws -> Taxonomy
}

/// Keeps the vocabulary.
package protocol TaxonomyRepository: TaxonomyReading {
    /// Adds a term.
    func insert(_ term: TaxonomyTerm) throws

    /// Replaces what is kept about a term.
    func update(_ term: TaxonomyTerm) throws
}

extension TaxonomyReading {
    /// The vocabulary, to be asked for codes.
    package func taxonomy() throws -> Taxonomy {
        Taxonomy(try taxonomyTerms())
    }
}
