// How the city changes its areas: what is in force stays, what follows is new (F-14).

extension AreaReading {
    /// The area with this identifier, or the generation of it that is valid on `day`.
    ///
    /// - Throws: ``Refusal/notFound``.
    package func area(_ id: Identifier<Area>, on day: Day?) throws -> Area {
        guard let area = try area(id) else { throw Refusal.notFound }
        guard let day else { return area }
        guard let generation = try areaTree().area(code: area.code, on: day) else { throw Refusal.notFound }
        return generation
    }

    /// Everything that breaks a rule of an area, its place in the tree included.
    package func violations(in area: Area, _ drawing: Drawing?) throws -> [Violation] {
        var found = area.violations() + (drawing?.violations(at: "geometry") ?? [])
        guard let parent = area.parent else { return found }
        if try self.area(parent) == nil {
            found.append(.init("parent_id", .referenceNotFound, .noSuchReference))
        } else if try areaTree().contains(area.id, parent) {
            found.append(
                .excluded(
                    "parent_id", "Ein Gebiet liegt nicht in sich selbst.",
                    "An area does not lie inside itself."))
        }
        return found
    }
}

extension WriteTransaction {
    /// Adds an area, or another generation of one.
    ///
    /// - Throws: ``Refusal/invalid(_:)``; ``Refusal/duplicate(existing:)`` if the code is taken on some of its days.
    package func createArea(_ draft: Area, _ drawing: Drawing?, as party: Party) throws -> Area {
        try check(draft, drawing)
        var area = draft
        try keep(&area, isNew: true, "area.create", by: party)
        return area
    }

    /// Replaces what is said of an area: before it is in force freely, afterwards only its end.
    package func revise(_ old: Area, to draft: Area, _ drawing: Drawing?, as party: Party) throws -> Area {
        guard draft != old else { return old }
        let forbidden = old.forbidden(in: draft, on: today)
        guard forbidden.isEmpty else { throw Refusal.invalid(forbidden) }
        try check(draft, drawing)
        var area = draft
        try keep(&area, isNew: false, "area.update", by: party)
        return area
    }

    /// Says how an area belongs together with another.
    ///
    /// - Throws: ``Refusal/invalid(_:)``; ``Refusal/duplicate(existing:)`` for what is said already.
    package func relate(_ relation: AreaRelation, as party: Party) throws -> Area {
        guard var from = try area(relation.from) else { throw Refusal.notFound }
        let found = try violations(in: relation)
        guard found.isEmpty, var to = try area(relation.to) else { throw Refusal.invalid(found) }
        try insert(relation)
        try keep(&from, isNew: false, "area.relate", by: party)
        try keep(&to, isNew: false, "area.relate", by: party)
        return from
    }

    /// Announces, stores and notes a new or changed area.
    func keep(_ area: inout Area, isNew: Bool, _ action: String, by party: Party) throws {
        area.version = try announce(
            .area, .init(area.id), before: isNew ? .none : .open, after: .open, isDeletion: false,
            by: party.organization)
        area.updatedAt = now
        try isNew ? insert(area) : update(area)
        try audit(action, .init("area", area.id), fields: [], as: party)
    }

    private func check(_ area: Area, _ drawing: Drawing?) throws {
        let found = try violations(in: area, drawing)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        let taken = try areas().first {
            $0.code == area.code && $0.id != area.id && $0.validity.overlaps(area.validity)
        }
        if let taken { throw Refusal.duplicate(existing: taken.id.description) }
    }

    private func violations(in relation: AreaRelation) throws -> [Violation] {
        var found = Violation.range(of: relation.shareBasisPoints, 0...10_000, at: "share_bp")
        if try area(relation.to) == nil {
            found.append(.init("to_id", .referenceNotFound, .noSuchReference))
        } else if relation.to == relation.from {
            found.append(
                .excluded("to_id", "Ein Gebiet steht zu einem anderen.", "An area belongs to another one."))
        }
        return found
    }
}

extension Audience {
    /// What is public by its nature, as an area or a term.
    static let open = Audience(.everyone)
}
