import SQLite
import Scharnier

extension SQLiteTransaction {
    func areas() throws -> [Area] {
        try currentReference().areas
    }

    func area(_ id: Identifier<Area>) throws -> Area? {
        try currentReference().tree.areas[id]
    }

    func areaTree() throws -> AreaTree {
        try currentReference().tree
    }

    func insert(_ area: Area) throws {
        try insert(
            "INSERT INTO area (\(Area.columns)) VALUES (\(area.values))", unlessThere: area.code)
        for (position, alias) in area.aliases.enumerated() {
            try connection.run(
                "INSERT INTO areaAlias (area, position, alias) VALUES (\(area.id), \(position), \(alias))")
        }
        try changeReference()
    }

    func areaRelations() throws -> [AreaRelation] {
        try connection.rows(
            """
            SELECT fromArea, toArea, kind, shareBasisPoints FROM areaRelation ORDER BY fromArea, toArea, kind
            """
        ) { row in
            AreaRelation(
                from: try row.next(), to: try row.next(), kind: try row.next(),
                shareBasisPoints: try row.next())
        }
    }

    func insert(_ relation: AreaRelation) throws {
        try insert(
            """
            INSERT INTO areaRelation (fromArea, toArea, kind, shareBasisPoints)
            VALUES (\(relation.from), \(relation.to), \(relation.kind), \(relation.shareBasisPoints))
            """, unlessThere: nil)
    }

    /// Reads all areas with their other names, ordered by code.
    func readAreas() throws -> [Area] {
        var aliases: [Identifier<Area>: [String]] = [:]
        try connection.forEach("SELECT area, alias FROM areaAlias ORDER BY area, position") { row in
            aliases[try row.next(), default: []].append(try row.next())
            return true
        }
        return try connection.rows("SELECT \(Area.columns) FROM area ORDER BY code, validFrom, id") { row in
            try Area(row: &row, aliases: aliases)
        }
    }
}

extension Area {
    fileprivate static let columns: SQL = """
        id, kind, code, name, parent, validFrom, validTo, decidedOn, decisionText, population, hectares,
        supervisingUnit, geometryStatus, geometry, latitude, longitude, createdAt
        """

    fileprivate var values: SQL {
        """
        \(id), \(kind), \(code), \(name), \(parent), \(validity.from), \(validity.to), \(decidedOn),
        \(decisionText), \(population), \(hectares), \(supervisingUnit), \(geometryStatus), \(geometry),
        \(centroid?.latitude), \(centroid?.longitude), \(createdAt)
        """
    }

    fileprivate init(row: inout Row, aliases: [Identifier<Area>: [String]]) throws {
        let id: Identifier<Area> = try row.next()
        self.init(
            id: id, kind: try row.next(), code: try row.next(), name: try row.next(),
            aliases: aliases[id] ?? [], parent: try row.next(), validity: try row.days(),
            decidedOn: try row.next(), decisionText: try row.next(), population: try row.next(),
            hectares: try row.next(), supervisingUnit: try row.next(), geometryStatus: try row.next(),
            geometry: try row.next(), centroid: try Centroid(row: &row), createdAt: try row.next())
    }
}

extension Area.Centroid {
    fileprivate init?(row: inout Row) throws {
        let latitude: String? = try row.next()
        let longitude: String? = try row.next()
        guard let latitude, let longitude else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}

extension Area.Kind: ValueConvertible {}
extension Area.GeometryStatus: ValueConvertible {}
extension AreaRelation.Kind: ValueConvertible {}
