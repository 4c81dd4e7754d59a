/// The areas of the city and how they lie inside one another.
///
/// Containment for decisions is that of the tree, never of drawings (domain.md §11.1).
package struct AreaTree: Sendable {
    package let areas: [Identifier<Area>: Area]
    private let generations: [String: [Area]]

    /// The tree of these areas, of all generations.
    package init(_ areas: [Area]) {
        self.areas = Dictionary(areas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.generations = Dictionary(grouping: areas, by: \.code)
    }

    /// The area itself and all it lies in, from the inside out.
    package func ancestry(of id: Identifier<Area>) -> [Area] {
        var chain: [Area] = []
        var next = areas[id]
        // Bounded, so that a cycle in the data cannot hold anyone up.
        while let area = next, chain.count < 16 {
            chain.append(area)
            next = area.parent.flatMap { areas[$0] }
        }
        return chain
    }

    /// Whether `inner` is `outer` or lies inside it.
    package func contains(_ outer: Identifier<Area>, _ inner: Identifier<Area>) -> Bool {
        ancestry(of: inner).contains { $0.id == outer }
    }

    /// These areas and all that lies inside them.
    package func descendants(of roots: Set<Identifier<Area>>) -> Set<Identifier<Area>> {
        Set(areas.keys.filter { id in ancestry(of: id).contains { roots.contains($0.id) } })
    }

    /// The area with this code that is valid on `day`.
    package func area(code: String, on day: Day) -> Area? {
        generations[code]?.first { $0.validity.contains(day) }
    }

    /// The city itself on `day`.
    package func city(on day: Day) -> Area? {
        areas.values.filter { $0.kind == .city && $0.validity.contains(day) }.min { $0.id < $1.id }
    }
}
