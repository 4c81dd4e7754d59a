/// How the areas of a need and of an offer lie to each other (domain.md §7.3, area); the best pair counts.
enum AreaFit: Equatable {
    /// They have nothing to do with each other, or the offer does not say where it holds.
    case none

    /// Offered in the whole city; or digital, or wherever.
    case city

    /// Needed in the whole city, offered in a part of it.
    case partOfCity

    /// The beneficiary area lies in a district that the offer names.
    case district(Int, Int)

    /// The beneficiary area lies in a smaller area that the offer names.
    case inside(Int, Int)

    /// The offer's area lies in the beneficiary area.
    case around(Int, Int)

    /// Needed and offered in the whole city.
    case wholeCity
    case equal(Int)

    /// 0…100.
    var value: Int64 {
        switch self {
        case .none: 0
        case .city: 60
        case .partOfCity: 70
        case .district: 80
        case .inside, .around: 90
        case .wholeCity, .equal: 100
        }
    }

    /// The numbers of the areas that decide.
    var areas: [Int] {
        switch self {
        case .none, .city, .partOfCity, .wholeCity: []
        case .district(let asked, let given), .inside(let asked, let given), .around(let asked, let given):
            [asked, given]
        case .equal(let area): [area]
        }
    }
}

extension Pair {
    /// The best over all pairs of areas.
    var areaFit: AreaFit {
        guard let reach = giving.content.reach else { return .none }
        guard reach == .area else { return asking.isCityWide ? .wholeCity : .city }
        var best = AreaFit.none
        for given in giving.areas {
            if asking.isCityWide { best = better(best, cityWide(given)) }
            for asked in asking.areas { best = better(best, fit(asked, given)) }
        }
        return best
    }

    /// The one with more points; the first of equals.
    private func better(_ one: AreaFit, _ other: AreaFit) -> AreaFit {
        other.value > one.value ? other : one
    }

    private func cityWide(_ given: Int) -> AreaFit {
        tables.areas.kind(given) == .city ? .wholeCity : .partOfCity
    }

    private func fit(_ asked: Int, _ given: Int) -> AreaFit {
        let kind = tables.areas.kind(given)
        if asked == given { return .equal(asked) }
        if tables.areas.lies(asked, inside: given) {
            return kind == .city ? .city : kind == .district ? .district(asked, given) : .inside(asked, given)
        }
        // A need of the whole city is judged as such, not as one of an area that holds all others.
        guard tables.areas.lies(given, inside: asked), tables.areas.kind(asked) != .city else { return .none }
        return .around(asked, given)
    }
}
