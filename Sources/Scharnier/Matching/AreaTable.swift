/// What matching asks about areas, computed once for a day: areas are numbered, so that a pair needs no look-up.
struct AreaTable: Sendable {
    /// What is known of one area.
    struct Entry: Sendable {
        let area: Area
        let isValid: Bool

        /// The numbers of the area itself and of all it lies in, from the inside out.
        let ancestry: [Int]

        /// The disadvantage index, and the area whose values it rests on: itself or the nearest around it.
        var disadvantage: (index: Int64, source: Int)?

        /// The values that an index of this very area rests on.
        var measured: [IndicatorValue] = []

        /// How far behind it is in what it was promised, 0…100 (domain.md §7.3, coverage).
        var deficit: Int64 = Deficits.unknown
    }

    private(set) var entries: [Entry]

    /// The numbers of the areas that are valid.
    private let numbers: [Identifier<Area>: Int]

    /// The areas of `tree` as they are on `day`.
    init(_ tree: AreaTree, on day: Day) {
        let ids = tree.areas.keys.sorted()
        var numbers = Dictionary(
            ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let areas = ids.compactMap { tree.areas[$0] }
        let parents = areas.map { $0.parent.flatMap { numbers[$0] } }
        entries = areas.enumerated().map { number, area in
            Entry(
                area: area, isValid: area.validity.contains(day), ancestry: Self.ancestry(of: number, parents)
            )
        }
        for entry in entries where !entry.isValid { numbers[entry.area.id] = nil }
        self.numbers = numbers
    }

    private static func ancestry(of number: Int, _ parents: [Int?]) -> [Int] {
        var chain = [number]
        // Bounded as in ``AreaTree/ancestry(of:)``, so that a cycle in the data cannot hold anyone up.
        while let last = chain.last, let parent = parents[last], chain.count < 16 { chain.append(parent) }
        return chain
    }

    /// The numbers of those of these areas that are valid.
    func valid(_ ids: [Identifier<Area>]) -> [Int] { ids.compactMap { numbers[$0] } }

    /// The number of a valid area.
    func number(_ id: Identifier<Area>) -> Int? { numbers[id] }

    /// Whether one area lies inside another one.
    func lies(_ inner: Int, inside outer: Int) -> Bool {
        inner != outer && entries[inner].ancestry.contains(outer)
    }

    /// Whether one of these areas is one of `outer` or lies in one.
    func lie(_ inner: [Int], in outer: [Int]) -> Bool {
        inner.contains { entries[$0].ancestry.contains(where: outer.contains) }
    }

    /// The district around an area, or the area itself where it is one.
    func district(_ number: Int) -> Int? { entries[number].ancestry.first { kind($0) == .district } }

    /// The kind of an area.
    func kind(_ number: Int) -> Area.Kind { entries[number].area.kind }

    /// Fills in the disadvantage index.
    mutating func measure(
        _ values: [IndicatorValue], by indicators: [Indicator], _ rules: MatchingRules, on day: Day
    ) {
        let ranked = Disadvantage(values, indicators: indicators, rules: rules, areas: self, on: day)
        for number in entries.indices {
            entries[number].measured = ranked.measured[number]
            let source = entries[number].ancestry.first { ranked.index(of: $0) != nil }
            entries[number].disadvantage = source.flatMap { source in
                ranked.index(of: source).map { ($0, source) }
            }
        }
    }

    /// Fills in how far each area is behind.
    mutating func compare(committed cents: [Identifier<Area>: Int64]) {
        for (number, deficit) in Deficits(cents, areas: self).byArea { entries[number].deficit = deficit }
    }
}
