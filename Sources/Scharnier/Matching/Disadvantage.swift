/// The disadvantage index of domain.md §7.3: how many areas of its type are strictly better off than an area.
///
/// Only areas valid on the day are compared.
struct Disadvantage {
    /// The values that count, by the number of the area, in the order of the rules' indicators.
    private(set) var measured: [[IndicatorValue]]
    private var sums: [Int64]

    /// Values of one measure among areas of one type.
    private struct Group: Hashable {
        let indicator: Int
        let kind: Area.Kind
    }

    /// The values of the newest period of a group, by the number of the area.
    private struct Newest {
        var period = ""
        var values: [(area: Int, value: IndicatorValue)] = []

        /// Keeps a value of the newest period so far; a month is later than its year: "2024" < "2024-06" < "2025".
        mutating func take(_ value: IndicatorValue, of area: Int) {
            guard value.period >= period else { return }
            if value.period > period { (period, values) = (value.period, []) }
            values.append((area, value))
        }
    }

    /// Ranks the areas by these values.
    init(
        _ values: [IndicatorValue], indicators: [Indicator], rules: MatchingRules, areas: AreaTable,
        on day: Day
    ) {
        measured = Array(repeating: [], count: areas.entries.count)
        sums = Array(repeating: 0, count: areas.entries.count)
        let newest = Self.newest(values, rules.indicators, areas, on: day)
        let polarities = Dictionary(
            indicators.map { ($0.code, $0.polarity) }, uniquingKeysWith: { first, _ in first })
        for (position, code) in rules.indicators.enumerated() {
            guard let polarity = polarities[code], polarity != .neutral else { continue }
            for kind in Area.Kind.allCases {
                rank(newest[Group(indicator: position, kind: kind)]?.values ?? [], polarity)
            }
        }
    }

    /// ⌊mean⌋ over the measures of an area; `nil` if there is none.
    func index(of area: Int) -> Int64? {
        measured[area].isEmpty ? nil : sums[area] / Int64(measured[area].count)
    }

    /// Gives each area 100 times the share of the others that are strictly better.
    private mutating func rank(_ values: [(area: Int, value: IndicatorValue)], _ polarity: Indicator.Polarity)
    {
        let readings = values.enumerated().compactMap { position, entry in
            ExactDecimal(entry.value.value).map { (number: $0, position: position) }
        }
        guard readings.count > 1 else { return }
        // Best first, so that those before the first equal one are strictly better.
        let ordered = readings.sorted { polarity == .burden ? $0.number < $1.number : $0.number > $1.number }
        var better = 0
        for (position, reading) in ordered.enumerated() {
            if reading.number != ordered[better].number { better = position }
            let (area, value) = values[reading.position]
            sums[area] += 100 * Int64(better) / Int64(ordered.count - 1)
            measured[area].append(value)
        }
    }

    /// The values of the newest period up to `day`, for each measure and type of area.
    private static func newest(
        _ values: [IndicatorValue], _ codes: [String], _ areas: AreaTable, on day: Day
    ) -> [Group: Newest] {
        var newest: [Group: Newest] = [:]
        let (month, year) = (String(day.description.prefix(7)), String(day.description.prefix(4)))
        for value in values where value.period <= (value.period.utf8.count > 4 ? month : year) {
            guard let indicator = codes.firstIndex(of: value.indicator), let area = areas.number(value.area)
            else { continue }
            newest[Group(indicator: indicator, kind: areas.kind(area)), default: .init()].take(
                value, of: area)
        }
        return newest
    }
}
