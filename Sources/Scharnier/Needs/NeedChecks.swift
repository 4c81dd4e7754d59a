// What domain.md §4.3 and the rules ask of a need. Paths are those of the API's members.

extension Need {
    /// How many days ahead an acute need may be due (domain.md §5.1 `acute_window`).
    package static let acuteWindowInDays = 90

    /// How many days ahead a permanent need may be reviewed (`permanent_review`, 12 months).
    package static let longestReviewInDays = 366

    static let itemCount = 1...30
}

extension Need.Content {
    /// The same of a need with this content and these lines.
    func violations(with items: [NeedItem.Content]) -> [Violation] {
        violations() + Violation.count(of: items, 0...Need.itemCount.upperBound, at: "items")
            + items.enumerated().flatMap { $1.violations(at: "items/\($0)") }
    }

    /// What breaks a rule that holds already for drafts, in the order of the members.
    package func violations() -> [Violation] {
        Violation.length(of: title, 3...120, at: "title")
            + Violation.length(of: text, 20...4000, at: "text")
            + Violation.length(of: plainSummary, 0...600, at: "plain_summary")
            + (period?.violations(at: "period") ?? [])
            + Violation.list(beneficiaryAreas, 0...20, at: "beneficiary_area_ids")
            + Violation.length(of: site?.name, 0...120, at: "site/name")
            + Violation.length(of: site?.address, 0...300, at: "site/address")
            + Violation.list(topics, 0...8, at: "topics")
            + Violation.list(targetGroups, 0...8, at: "target_groups")
            + Violation.list(actionFields, 0...3, at: "action_fields")
            + Violation.length(of: participation, 0...1000, at: "participation")
            + Violation.length(of: ownSteps, 0...1000, at: "own_steps")
            + Violation.length(of: otherwiseUnavailable, 0...1000, at: "otherwise_unavailable")
            + Violation.length(of: selfHelp, 0...1000, at: "self_help")
            + Violation.length(of: counterpart, 0...1000, at: "counterpart")
    }

    /// The facts that are missing before a need can be submitted: six suffice, one is the carrier.
    package func missing(items: [NeedItem]) -> [Violation] {
        var found: [Violation] = []
        if title == nil { found.append(.missing("title")) }
        if text == nil { found.append(.missing("text")) }
        if horizon == nil { found.append(.missing("horizon")) }
        if let date = missingDate { found.append(.missing(date)) }
        if beneficiaryAreas.isEmpty { found.append(.missing("beneficiary_area_ids")) }
        if !items.contains(where: { !$0.isWithdrawn }) { found.append(.missing("items")) }
        return found
    }

    /// The member that holds the date which the horizon asks for, if it is empty.
    private var missingDate: String? {
        switch horizon {
        case .acute: neededByOn == nil ? "needed_by_on" : nil
        case .temporary: neededByOn == nil && period?.to == nil ? "period" : nil
        case .permanent: reviewOn == nil ? "review_on" : nil
        case nil: nil
        }
    }

    /// Whether the dates are in the range that the horizon asks for on `day`.
    package func datesAreInRange(on day: Day) -> Bool {
        switch horizon {
        case .acute: neededByOn.map { (0...Need.acuteWindowInDays).contains($0.days(since: day)) } ?? false
        case .temporary: (neededByOn ?? period?.to).map { $0 >= day } ?? false
        case .permanent:
            reviewOn.map { (0...Need.longestReviewInDays).contains($0.days(since: day)) } ?? false
        case nil: false
        }
    }

    /// The last day on which help is of use, if there is one.
    package var lastDay: Day? { neededByOn ?? period?.to }
}

extension NeedItem.Content {
    /// What breaks the rules of a line, in the order of the members.
    func violations(at path: String) -> [Violation] {
        Violation.length(of: title, 3...120, at: "\(path)/title")
            + Violation.length(of: description, 0...1000, at: "\(path)/description")
            + quantityViolations(at: path)
            + schedule.violations(at: "\(path)/schedule")
            + Violation.list(skills, 0...10, at: "\(path)/skills")
            + Violation.list(languages, 0...20, at: "\(path)/languages")
            + Violation.list(accessibility, 0...20, at: "\(path)/accessibility")
            + engagementViolations(at: path)
    }

    private func quantityViolations(at path: String) -> [Violation] {
        guard kind == .money else {
            return (unit == nil ? [.missing("\(path)/unit")] : [])
                + Violation.range(of: quantity, Quantity.units, at: "\(path)/quantity")
                + Violation.range(of: minimum, 1...max(1, quantity), at: "\(path)/min_quantity")
        }
        return (costType == nil ? [.missing("\(path)/cost_type")] : [])
            + (costLayer == nil ? [.missing("\(path)/cost_layer")] : [])
            + Violation.range(of: quantity, Quantity.cents, at: "\(path)/amount_cents")
            + Violation.range(of: minimum, 1...max(1, quantity), at: "\(path)/min_amount_cents")
    }

    private func engagementViolations(at path: String) -> [Violation] {
        guard engagementForm != nil, kind != .volunteering, kind != .expertise else { return [] }
        return [
            .excluded(
                "\(path)/engagement_form", "Nur bei Zeit und Wissen.", "Only with volunteering and expertise."
            )
        ]
    }
}

/// The ranges of quantities (domain.md §4.3, §0).
package enum Quantity {
    /// Pieces, hours, persons and whatever else is counted.
    package static let units: ClosedRange<Int64> = 1...100_000

    /// Cents: 1 EUR to 10^12 cents.
    package static let cents: ClosedRange<Int64> = 100...1_000_000_000_000

    /// The smallest part of money unless told otherwise, in cents.
    package static let smallestCents: Int64 = 100
}
