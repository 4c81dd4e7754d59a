/// What an organisation publishes of itself: the ten points of the Initiative Transparente Zivilgesellschaft (F-11).
package struct Transparency: Equatable, Sendable {
    package enum Point: String, CaseIterable, Sendable {
        case generalData = "general_data"
        case statutesAndAims = "statutes_and_aims"
        case taxNoticeDate = "tax_notice_date"
        case decisionMakers = "decision_makers"
        case activityReport = "activity_report"
        case staff
        case originOfMeans = "origin_of_means"
        case useOfMeans = "use_of_means"
        case affiliations
        case largeDonors = "large_donors"
    }

    /// Whether one point is published, where, and as of when.
    package struct Statement: Equatable, Sendable {
        package var isPublished: Bool
        package var url: String?
        package var asOfOn: Day?

        /// A statement about one point; not published unless told otherwise.
        package init(isPublished: Bool = false, url: String? = nil, asOfOn: Day? = nil) {
            self.isPublished = isPublished
            self.url = url
            self.asOfOn = asOfOn
        }
    }

    /// Points about which something is stated; the others are not published.
    package private(set) var statements: [Point: Statement] = [:]

    /// Nothing is published.
    package init() {}

    /// What is stated about a point.
    package subscript(_ point: Point) -> Statement {
        get { statements[point] ?? Statement() }
        set { statements[point] = newValue == Statement() ? nil : newValue }
    }

    /// How many of the ten points are published.
    package var score: Int { statements.values.count(where: \.isPublished) }
}

extension Transparency {
    /// What breaks a rule, in the order of the points.
    func violations() -> [Violation] {
        Point.allCases.flatMap { Violation.page(self[$0].url, at: "transparency/\($0.rawValue)/url") }
    }
}

extension Violation {
    /// Only addresses of pages: a link must not run anything.
    static func page(_ url: String?, at path: String) -> [Violation] {
        let length = length(of: url, 8...500, at: path)
        guard let url, length.isEmpty else { return length }
        let isPage = url.hasPrefix("https://") || url.hasPrefix("http://")
        guard !isPage || url.utf8.contains(where: { $0 <= 0x20 }) else { return [] }
        let text = Wording("Eine Adresse beginnt mit https://.", "An address begins with https://.")
        return [.init(path, .badFormat, text)]
    }
}
