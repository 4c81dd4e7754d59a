/// Looks up which unit is in charge of what.
package protocol ResponsibilityReading {
    /// All responsibilities, past ones and those to come; oldest first.
    func responsibilities() throws -> [Responsibility]
}

/// Keeps which unit is in charge of what.
package protocol ResponsibilityRepository: ResponsibilityReading {
    /// Adds a responsibility.
    func insert(_ responsibility: Responsibility) throws

    /// Replaces what is kept about a responsibility.
    func update(_ responsibility: Responsibility) throws
}

extension ResponsibilityReading {
    /// The responsibility with this identifier.
    ///
    /// - Throws: ``Refusal/notFound``.
    package func responsibility(_ id: Identifier<Responsibility>) throws -> Responsibility {
        guard let found = try responsibilities().first(where: { $0.id == id }) else { throw Refusal.notFound }
        return found
    }
}

extension ReadTransaction {
    /// Who is in charge of something in an area on a day, the most specific first.
    ///
    /// - Throws: ``Refusal/notFound`` for an area that does not exist.
    package func responsible(
        in area: Identifier<Area>?, topic: String?, kind: ResourceKind?, on day: Day
    ) throws -> [Responsibility] {
        let areas = try area.map { try areaTree().ancestry(of: $0).map(\.id) } ?? []
        let question = Responsibility.Question(areas: areas, topic: topic, kind: kind, on: day)
        return question.answers(among: try responsibilities())
    }

    /// Everything that breaks a rule, references included.
    package func violations(in content: Responsibility.Content) throws -> [Violation] {
        var found = content.violations()
        let kind = try organization(content.unit)?.kind
        if kind == nil { found.append(.init("unit_organization_id", .referenceNotFound, .noSuchReference)) }
        if let kind, kind != .cityUnit { found.append(.noUnit) }
        if let area = content.area, try self.area(area) == nil {
            found.append(.init("area_id", .referenceNotFound, .noSuchReference))
        }
        if let topic = content.topic,
            let bad = try taxonomy().violation(of: topic, in: .topic, on: today, at: "topic")
        {
            found.append(bad)
        }
        return found
    }
}

extension WriteTransaction {
    /// Puts a unit in charge of something.
    ///
    /// - Throws: ``Refusal/invalid(_:)``.
    package func createResponsibility(
        _ content: Responsibility.Content, as party: Party
    ) throws -> Responsibility {
        try check(content)
        var responsibility = Responsibility(id: newID(), content: content, createdAt: now, updatedAt: now)
        try keep(&responsibility, isNew: true, "responsibility.create", by: party)
        return responsibility
    }

    /// Replaces what a responsibility says.
    package func revise(
        _ old: Responsibility, to content: Responsibility.Content, as party: Party
    ) throws -> Responsibility {
        guard old.content != content else { return old }
        try check(content)
        var responsibility = old
        responsibility.content = content
        try keep(&responsibility, isNew: false, "responsibility.update", by: party)
        return responsibility
    }

    private func check(_ content: Responsibility.Content) throws {
        let found = try violations(in: content)
        guard found.isEmpty else { throw Refusal.invalid(found) }
    }

    private func keep(
        _ responsibility: inout Responsibility, isNew: Bool, _ action: String, by party: Party
    ) throws {
        responsibility.version = try announce(
            .responsibility, .init(responsibility.id), before: isNew ? .none : .open, after: .open,
            isDeletion: false, by: party.organization)
        responsibility.updatedAt = now
        try isNew ? insert(responsibility) : update(responsibility)
        try audit(action, .init("responsibility", responsibility.id), fields: [], as: party)
    }
}
