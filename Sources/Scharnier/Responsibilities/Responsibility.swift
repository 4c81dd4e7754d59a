/// Which unit of the city is in charge of what: "who is my contact?" (F-16).
package struct Responsibility: Equatable, Identifiable, Sendable {
    package let id: Identifier<Responsibility>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package var content: Content
    package let createdAt: Instant
    package var updatedAt: Instant

    /// Who, for what, since when; what is left open holds for all.
    package struct Content: Equatable, Sendable {
        package var unit: Identifier<Organization>
        package var area: Identifier<Area>?
        package var topic: String?
        package var kind: ResourceKind?

        /// The address of the function, never of a person.
        package var functionAddress: String
        package var validity = DayRange()

        /// A unit and its address, for everything unless told otherwise.
        package init(unit: Identifier<Organization>, functionAddress: String) {
            self.unit = unit
            self.functionAddress = functionAddress
        }
    }

    /// A responsibility put together from what is kept of it.
    package init(
        id: Identifier<Responsibility>, version: Int64 = 0, content: Content, createdAt: Instant,
        updatedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.content = content
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

extension Responsibility {
    /// How exactly a responsibility names what it is for; the first wins (domain.md §4.1).
    package enum Specificity: String, CaseIterable, Sendable {
        case areaTopicKind = "area_topic_kind"
        case areaTopic = "area_topic"
        case areaKind = "area_kind"
        case area, topic, kind
        case standard = "default"
    }

    /// What somebody wants to know.
    package struct Question: Equatable, Sendable {
        /// The area and all it lies in, from the inside out.
        package var areas: [Identifier<Area>]
        package var topic: String?
        package var kind: ResourceKind?
        package var day: Day

        /// Who is in charge on a day.
        package init(
            areas: [Identifier<Area>] = [], topic: String? = nil, kind: ResourceKind? = nil, on day: Day
        ) {
            self.areas = areas
            self.topic = topic
            self.kind = kind
            self.day = day
        }
    }

    /// How exactly it names what it is for.
    package var specificity: Specificity {
        switch (content.area != nil, content.topic != nil, content.kind != nil) {
        case (true, true, true): .areaTopicKind
        case (true, true, false): .areaTopic
        case (true, false, true): .areaKind
        case (true, false, false): .area
        case (false, true, _): .topic
        case (false, false, true): .kind
        case (false, false, false): .standard
        }
    }

    /// Whether it answers a question.
    package func answers(_ question: Question) -> Bool {
        content.validity.contains(question.day)
            && (content.area.map(question.areas.contains) ?? true)
            && (content.topic.map { $0 == question.topic } ?? true)
            && (content.kind.map { $0 == question.kind } ?? true)
    }
}

extension Responsibility.Question {
    /// Those that answer it, the most specific first; of two equally specific the nearer area, then the older.
    package func answers(among all: [Responsibility]) -> [Responsibility] {
        all.filter { $0.answers(self) }.sorted { rank(of: $0) < rank(of: $1) }
    }

    private func rank(of one: Responsibility) -> (Int, Int, Identifier<Responsibility>) {
        let level = Responsibility.Specificity.allCases.firstIndex(of: one.specificity) ?? 0
        let distance = one.content.area.flatMap { areas.firstIndex(of: $0) } ?? areas.count
        return (level, distance, one.id)
    }
}

extension Responsibility.Content {
    /// What breaks a rule, in the order of the members.
    package func violations() -> [Violation] {
        var found = Violation.length(of: functionAddress, 3...254, at: "function_address")
        if topic != nil, kind != nil, area == nil {
            found.append(
                .excluded(
                    "area_id", "Thema und Ressourcenart zusammen gelten nur für ein Gebiet.",
                    "Topic and kind together hold for an area only."))
        }
        if let from = validity.from, let to = validity.to, to < from {
            found.append(
                .excluded("to_on", "Das Ende liegt vor dem Anfang.", "The end is before the start."))
        }
        return found
    }
}
