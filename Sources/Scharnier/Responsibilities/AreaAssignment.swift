/// That a unit of the city looks after an area for a time: its officers' rights follow the dates (F-15).
package struct AreaAssignment: Equatable, Identifiable, Sendable {
    package let id: Identifier<AreaAssignment>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let unit: Identifier<Organization>
    package let area: Identifier<Area>
    package var content: Content
    package let createdAt: Instant
    package var updatedAt: Instant

    /// What may change.
    package struct Content: Equatable, Sendable {
        package var validity: DayRange

        /// The officer, for the city.
        package var contact: Identifier<Contact>?

        /// What the next one has to know, for officers and the city.
        package var handoverNote: String?

        /// An assignment for these days.
        package init(
            validity: DayRange, contact: Identifier<Contact>? = nil, handoverNote: String? = nil
        ) {
            self.validity = validity
            self.contact = contact
            self.handoverNote = handoverNote
        }
    }

    /// An assignment put together from what is kept of it.
    package init(
        id: Identifier<AreaAssignment>, version: Int64 = 0, unit: Identifier<Organization>,
        area: Identifier<Area>, content: Content, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.unit = unit
        self.area = area
        self.content = content
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

extension AreaAssignment {
    /// How `party` stands to it: the officers of the area and of the unit read the note.
    package func closeness(of party: Party) -> Closeness {
        if party.role == .cityAdmin { return .city }
        guard party.role == .areaOfficer else { return .anyone }
        return party.isFrom(unit) || party.areas.contains(area) ? .party : .anyone
    }

    /// What a change may not touch: who got it, and days that are over, in which rights were used.
    package func forbidden(in new: Content, on day: Day) -> [Violation] {
        var found: [Violation] = []
        if new.validity.from != content.validity.from {
            found.append(
                .init("from_on", .immutable, Wording("Der Beginn bleibt.", "The start cannot be changed.")))
        }
        guard new.validity.to != content.validity.to else { return found }
        let isOver = content.validity.to.map { $0 <= day } ?? false
        if isOver || new.validity.to.map({ $0 < day }) ?? false {
            let text = Wording(
                "Vergangene Tage bleiben, wie sie waren.", "Days that are over stay as they were.")
            found.append(.init("to_on", .outOfRange, text))
        }
        return found
    }
}

extension AreaAssignment.Content {
    /// What breaks a rule, in the order of the members.
    package func violations() -> [Violation] {
        var found = Violation.length(of: handoverNote, 0...2000, at: "handover_note")
        if validity.from == nil { found.append(.missing("from_on")) }
        if let from = validity.from, let to = validity.to, to < from {
            found.append(
                .excluded("to_on", "Das Ende liegt vor dem Anfang.", "The end is before the start."))
        }
        return found
    }
}

/// Looks up who looks after which area.
package protocol AreaAssignmentReading {
    /// All assignments, past ones and those to come; oldest first.
    func areaAssignments() throws -> [AreaAssignment]
}

/// Keeps who looks after which area.
package protocol AreaAssignmentRepository: AreaAssignmentReading {
    /// Adds an assignment.
    func insert(_ assignment: AreaAssignment) throws

    /// Replaces what is kept about an assignment.
    func update(_ assignment: AreaAssignment) throws
}

extension AreaAssignmentReading {
    /// The assignment with this identifier.
    ///
    /// - Throws: ``Refusal/notFound``.
    package func areaAssignment(_ id: Identifier<AreaAssignment>) throws -> AreaAssignment {
        guard let found = try areaAssignments().first(where: { $0.id == id }) else { throw Refusal.notFound }
        return found
    }
}

extension WriteTransaction {
    /// Makes the officers of `organization` responsible for `area` during `days`, as a city begins.
    package func assign(
        _ area: Identifier<Area>, to organization: Identifier<Organization>, during days: DayRange
    ) throws {
        try insert(
            AreaAssignment(
                id: newID(), unit: organization, area: area, content: .init(validity: days), createdAt: now,
                updatedAt: now))
    }

    /// Puts a unit of the city in charge of an area; what is open there is then its own to do.
    ///
    /// - Throws: ``Refusal/invalid(_:)``; ``Refusal/duplicate(existing:)`` if it has the area on some of these days.
    package func assign(
        _ unit: Identifier<Organization>, to area: Identifier<Area>, _ content: AreaAssignment.Content,
        as party: Party
    ) throws -> AreaAssignment {
        var found = try violations(in: content, of: unit)
        let kind = try organization(unit)?.kind
        if kind == nil { found.append(.init("unit_organization_id", .referenceNotFound, .noSuchReference)) }
        if let kind, kind != .cityUnit { found.append(.noUnit) }
        if try self.area(area) == nil {
            found.append(.init("area_id", .referenceNotFound, .noSuchReference))
        }
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var assignment = AreaAssignment(
            id: newID(), unit: unit, area: area, content: content, createdAt: now, updatedAt: now)
        try keep(&assignment, isNew: true, "area_assignment.create", by: party)
        return assignment
    }

    /// Ends an assignment, or changes what is noted with it.
    package func revise(
        _ old: AreaAssignment, to content: AreaAssignment.Content, as party: Party
    ) throws -> AreaAssignment {
        guard old.content != content else { return old }
        let found = try violations(in: content, of: old.unit) + old.forbidden(in: content, on: today)
        guard found.isEmpty else { throw Refusal.invalid(found) }
        var assignment = old
        assignment.content = content
        try keep(&assignment, isNew: false, "area_assignment.update", by: party)
        return assignment
    }

    private func violations(
        in content: AreaAssignment.Content, of unit: Identifier<Organization>
    ) throws -> [Violation] {
        let found = content.violations()
        guard let contact = content.contact, try self.contact(contact)?.organization != unit else {
            return found
        }
        return found + [.init("contact_id", .referenceNotFound, .noSuchReference)]
    }

    private func keep(
        _ assignment: inout AreaAssignment, isNew: Bool, _ action: String, by party: Party
    ) throws {
        let taken = try areaAssignments().first {
            $0.unit == assignment.unit && $0.area == assignment.area && $0.id != assignment.id
                && $0.content.validity.overlaps(assignment.content.validity)
        }
        if let taken { throw Refusal.duplicate(existing: taken.id.description) }
        assignment.version = try announce(
            .areaAssignment, .init(assignment.id), before: isNew ? .none : Audience(.registered),
            after: Audience(.registered), isDeletion: false, by: party.organization)
        assignment.updatedAt = now
        try isNew ? insert(assignment) : update(assignment)
        try audit(action, .init("area_assignment", assignment.id), fields: [], as: party)
    }
}

extension Violation {
    /// An organisation that is no unit of the city.
    static var noUnit: Violation {
        Violation(
            "unit_organization_id", .notAllowedTogether,
            Wording("Das ist keine Stelle der Stadt.", "This is no unit of the city."))
    }
}
