/// The amounts of a pair in one common measure: cents, the unit of both, or hours where one counts days.
struct Measure: Sendable {
    /// How many of the common measure one unit of the line, and one of the offer, is.
    private let perItem: Int64
    private let perOffer: Int64

    /// A day of work (domain.md §7.2); also matching_rule_set `hours_per_day`.
    static let hoursPerDay: Int64 = 8

    /// `nil` where the two cannot be compared, or one of them does not say what it counts.
    init?(asked: (kind: ResourceKind, unit: Unit?), given: (kind: ResourceKind, unit: Unit?)) {
        if asked.kind == .money || given.kind == .money {
            guard asked.kind == given.kind else { return nil }
            (perItem, perOffer) = (1, 1)
        } else {
            guard let asked = asked.unit, let given = given.unit else { return nil }
            switch (asked, given) {
            case (.day, .hour): (perItem, perOffer) = (Self.hoursPerDay, 1)
            case (.hour, .day): (perItem, perOffer) = (1, Self.hoursPerDay)
            default:
                guard asked == given else { return nil }
                (perItem, perOffer) = (1, 1)
            }
        }
    }

    /// Whether what is available reaches both minima, and what is open the offer's (domain.md §7.2).
    func suffices(open: Int64, minimum: Int64, available: Int64, offerMinimum: Int64) -> Bool {
        let least = offerMinimum.saturated(times: perOffer)
        return available.saturated(times: perOffer) >= max(minimum.saturated(times: perItem), least)
            && open.saturated(times: perItem) >= least
    }

    /// How much of the offer a quantity of the line takes, in the offer's measure, rounded up.
    func given(for asked: Int64) -> Int64 {
        let common = asked.saturated(times: perItem)
        return common / perOffer + (common % perOffer == 0 ? 0 : 1)
    }

    /// The least of what is open, available and allowed, in the line's measure.
    func quantity(open: Int64, available: Int64, maximum: Int64?) -> Int64 {
        min(open, min(available, maximum ?? available).saturated(times: perOffer) / perItem)
    }
}

extension Int64 {
    /// The product, or the largest number where it does not fit: an inexhaustible offer may name any minimum.
    fileprivate func saturated(times factor: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
