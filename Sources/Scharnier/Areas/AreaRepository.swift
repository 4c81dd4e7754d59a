/// Looks up areas and their indicators.
package protocol AreaReading {
    /// All areas of all generations, ordered by code.
    func areas() throws -> [Area]

    /// The area with this identifier.
    func area(_ id: Identifier<Area>) throws -> Area?

    /// The areas as a tree.
    func areaTree() throws -> AreaTree

    /// How areas belong together.
    func areaRelations() throws -> [AreaRelation]

    /// All measures, ordered by code.
    func indicators() throws -> [Indicator]

    /// The values of an area, or of all; ordered by measure, area, period.
    func indicatorValues(of area: Identifier<Area>?) throws -> [IndicatorValue]
}

/// Keeps areas and their indicators.
package protocol AreaRepository: AreaReading {
    /// Adds an area.
    func insert(_ area: Area) throws

    /// Replaces what is kept about an area.
    func update(_ area: Area) throws

    /// Adds a relation between areas.
    func insert(_ relation: AreaRelation) throws

    /// Adds a measure.
    func insert(_ indicator: Indicator) throws

    /// Adds a measured value.
    func insert(_ value: IndicatorValue) throws

    /// Replaces a measured value.
    func update(_ value: IndicatorValue) throws
}

extension AreaReading {
    /// The areas as a tree.
    package func areaTree() throws -> AreaTree {
        AreaTree(try areas())
    }
}
