extension Rater {
    /// The rules of the city that move a need; together within ``WeightSet/mostForPolicy``, as the weights are.
    func policy(of need: AskedProfile) -> [PolicyFactor] {
        guard weights.isPolicyEnabled else { return [] }
        return PolicyFactor.Code.allCases.compactMap { code in
            let points = points(of: code, for: need)
            return points == 0 ? nil : PolicyFactor(code, points: points)
        }
    }

    /// By how many centipoints the rules of the city move a need together.
    func movement(of need: AskedProfile) -> Int {
        guard weights.isPolicyEnabled else { return 0 }
        return urgency(of: need) + deprivation(of: need) + waiting(of: need) + newcomer(of: need)
            + stale(of: need)
    }

    private func points(of code: PolicyFactor.Code, for need: AskedProfile) -> Int {
        switch code {
        case .urgency: urgency(of: need)
        case .deprivation: deprivation(of: need)
        case .waiting: waiting(of: need)
        case .newcomer: newcomer(of: need)
        case .stale: stale(of: need)
        }
    }

    /// From sixty days before the deadline to seven; without one, half if somebody else says that it is acute.
    private func urgency(of need: AskedProfile) -> Int {
        let most = weights.weight(of: PolicyFactor.Code.urgency)
        guard let deadline = need.deadline else { return need.isConfirmedAcute ? most / 2 : 0 }
        return Self.portion(of: most, Int(deadline) - Int(day), from: 60, to: 7)
    }

    /// From the middle of all areas on.
    private func deprivation(of need: AskedProfile) -> Int {
        guard let percentile = need.deprivation else { return 0 }
        return Self.portion(
            of: weights.weight(of: PolicyFactor.Code.deprivation), Int(percentile), from: 5_000, to: 10_000)
    }

    /// From thirty to a hundred and eighty days since it was first published, as long as nothing is agreed.
    private func waiting(of need: AskedProfile) -> Int {
        guard let first = need.firstPublished, !need.isAgreed else { return 0 }
        return Self.portion(
            of: weights.weight(of: PolicyFactor.Code.waiting), Int(day) - Int(first), from: 30, to: 180)
    }

    /// The first fourteen days, once for each need.
    private func newcomer(of need: AskedProfile) -> Int {
        guard let first = need.firstPublished, 0..<14 ~= Int(day) - Int(first) else { return 0 }
        return weights.weight(of: PolicyFactor.Code.newcomer)
    }

    /// A point for every fourteen days that nobody has confirmed it beyond the review.
    private func stale(of need: AskedProfile) -> Int {
        guard let review = need.review else { return 0 }
        let periods = max(0, (Int(day) - Int(review)) / 14)
        return -min(100 * periods, weights.weight(of: PolicyFactor.Code.stale))
    }

    /// None of `most` at `none`, all of it at `all`, in between by proportion, rounded.
    private static func portion(of most: Int, _ value: Int, from none: Int, to all: Int) -> Int {
        let (way, length) = (none < all ? (value - none, all - none) : (none - value, none - all))
        return (2 * most * min(max(way, 0), length) + length) / (2 * length)
    }
}
