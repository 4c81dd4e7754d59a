// How the city changes its vocabulary: a term ends, and stays readable (F-17).

extension TaxonomyTerm {
    /// What breaks the rules of domain.md §4.1, in the order of the members.
    package func violations() -> [Violation] {
        (Code.isWellFormed(code) ? [] : [.badCode("code")])
            + Violation.length(of: label.de, 1...120, at: "label_de")
            + Violation.length(of: label.en, 1...120, at: "label_en")
            + Violation.length(of: definition?.de, 1...1000, at: "definition_de")
            + Violation.length(of: definition?.en, 1...1000, at: "definition_en")
            + kindViolations + endViolations
    }

    private var kindViolations: [Violation] {
        guard kind != nil, scheme != .resourceCategory else { return [] }
        return [
            .excluded(
                "kind", "Nur Ressourcenkategorien haben eine Ressourcenart.",
                "Only resource categories have a kind of resource.")
        ]
    }

    private var endViolations: [Violation] {
        guard let from = validity.from, let to = validity.to, to < from else { return [] }
        return [.excluded("valid_to_on", "Das Ende liegt vor dem Anfang.", "The end is before the start.")]
    }
}

extension Taxonomy {
    /// What a term says of others: its wider term, and the one that takes its place.
    package func violations(ofReferencesIn term: TaxonomyTerm) -> [Violation] {
        var found: [Violation] = []
        for (code, path) in [(term.parent, "parent_code"), (term.replacedBy, "replaced_by")] {
            guard let code else { continue }
            if self.term(code, in: term.scheme) == nil, code != term.code {
                found.append(.init(path, .referenceNotFound, .noSuchReference))
            }
        }
        if let parent = term.parent, parent == term.code || isBelow(parent, term.code, in: term.scheme) {
            found.append(
                .excluded(
                    "parent_code", "Ein Begriff liegt nicht unter sich selbst.",
                    "A term does not lie under itself."))
        }
        if term.replacedBy == term.code {
            found.append(
                .excluded("replaced_by", "Ein Begriff ersetzt einen anderen.", "A term replaces another one.")
            )
        }
        return found
    }
}

extension WriteTransaction {
    /// Adds a term.
    ///
    /// - Throws: ``Refusal/invalid(_:)``; ``Refusal/duplicate(existing:)`` if the code is taken in its scheme.
    package func createTerm(_ draft: TaxonomyTerm, as party: Party) throws -> TaxonomyTerm {
        try check(draft)
        if let taken = try taxonomy().term(draft.code, in: draft.scheme) {
            throw Refusal.duplicate(existing: taken.id.description)
        }
        var term = draft
        try keep(&term, isNew: true, "taxonomy_term.create", by: party)
        return term
    }

    /// Replaces what is said of a term; its code is what records refer to, and stays.
    package func revise(_ old: TaxonomyTerm, to draft: TaxonomyTerm, as party: Party) throws -> TaxonomyTerm {
        guard draft != old else { return old }
        try check(draft)
        var term = draft
        try keep(&term, isNew: false, "taxonomy_term.update", by: party)
        return term
    }

    private func check(_ term: TaxonomyTerm) throws {
        let found = try term.violations() + taxonomy().violations(ofReferencesIn: term)
        guard found.isEmpty else { throw Refusal.invalid(found) }
    }

    private func keep(_ term: inout TaxonomyTerm, isNew: Bool, _ action: String, by party: Party) throws {
        term.version = try announce(
            .taxonomyTerm, .init(term.id), before: isNew ? .none : .open, after: .open, isDeletion: false,
            by: party.organization)
        term.updatedAt = now
        try isNew ? insert(term) : update(term)
        try audit(action, .init("taxonomy_term", term.id), fields: [], as: party)
    }
}
