/// What somebody would like to see in the city: a need that nobody owns yet (domain.md §4.3, F-39).
package struct Idea: Equatable, Identifiable, Sendable {
    package let id: Identifier<Idea>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let organization: Identifier<Organization>
    package let content: Content
    package var status: Status

    /// Who made it a need, and which.
    package var adoption: Adoption?

    /// The area whose officer acts for its organisation.
    package let recordedForArea: Identifier<Area>?
    package let createdAt: Instant
    package var updatedAt: Instant
    package let createdBy: Identifier<AccessToken>?

    package enum Status: String, CaseIterable, Sendable {
        case submitted, published, adopted, dropped
    }

    /// What an idea says.
    package struct Content: Equatable, Sendable {
        package var title: String
        package var text: String?
        package var areas: [Identifier<Area>] = []
        package var topics: [String] = []

        /// An idea with a name and nothing else.
        package init(title: String) {
            self.title = title
        }
    }

    /// That a carrier made it its own.
    package struct Adoption: Equatable, Sendable {
        package let carrier: Identifier<Organization>
        package let need: Identifier<Need>

        /// By a carrier, as this need.
        package init(by carrier: Identifier<Organization>, as need: Identifier<Need>) {
            self.carrier = carrier
            self.need = need
        }
    }

    /// An idea put together from what is kept of it.
    package init(
        id: Identifier<Idea>, version: Int64 = 0, organization: Identifier<Organization>, content: Content,
        status: Status = .submitted, adoption: Adoption? = nil, recordedForArea: Identifier<Area>? = nil,
        createdAt: Instant, updatedAt: Instant, createdBy: Identifier<AccessToken>? = nil
    ) {
        self.id = id
        self.version = version
        self.organization = organization
        self.content = content
        self.status = status
        self.adoption = adoption
        self.recordedForArea = recordedForArea
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.createdBy = createdBy
    }
}

extension Idea.Content {
    /// As many as a need can have, or the idea could never become one.
    private static let mostAreas = 20

    /// What breaks a rule, in the order of the members.
    package func violations() -> [Violation] {
        Violation.length(of: title, 3...120, at: "title")
            + Violation.length(of: text, 0...2000, at: "text")
            + Violation.list(areas, 0...Self.mostAreas, at: "area_ids")
            + Violation.list(topics, 0...8, at: "topics")
    }

    /// The draft of a need that says the same, as far as needs say such things.
    ///
    /// A text that would be too short for a need is not taken over.
    var draft: Need.Content {
        var content = Need.Content()
        content.title = title
        content.text = text
        content.beneficiaryAreas = areas
        content.topics = topics
        if content.violations().contains(where: { $0.path == "text" }) { content.text = nil }
        return content
    }
}
