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
        try insert(Area.insertion, unlessThere: area.code) { row in
            row.add(area.id)
            area.write(to: &row)
        }
        try insertAliases(of: area)
        // What lies inside an area decides about the rights of its officers.
        shared.tokenStamp.change()
        try changeReference()
    }

    func update(_ area: Area) throws {
        try connection.run(Area.update) { row in
            area.write(to: &row)
            row.add(area.id)
        }
        try connection.run("DELETE FROM areaAlias WHERE area = \(area.id)")
        try insertAliases(of: area)
        shared.tokenStamp.change()
        try changeReference()
    }

    private func insertAliases(of area: Area) throws {
        for (position, alias) in area.aliases.enumerated() {
            try connection.run(
                "INSERT INTO areaAlias (area, position, alias) VALUES (\(area.id), \(position), \(alias))")
        }
    }

    func areaRelations() throws -> [AreaRelation] {
        try connection.rows(
            "SELECT \(AreaRelation.columns) FROM areaRelation ORDER BY fromArea, toArea, kind"
        ) { row in
            AreaRelation(
                from: try row.next(), to: try row.next(), kind: try row.next(),
                shareBasisPoints: try row.next())
        }
    }

    func insert(_ relation: AreaRelation) throws {
        try insert(AreaRelation.insertion, unlessThere: nil) { row in
            row.add(relation.from)
            row.add(relation.to)
            row.add(relation.kind)
            row.add(relation.shareBasisPoints)
        }
    }

    /// Reads all areas with their other names, ordered by code.
    func readAreas() throws -> [Area] {
        var aliases: [Identifier<Area>: [String]] = [:]
        try connection.forEach("SELECT area, alias FROM areaAlias ORDER BY area, position") { row in
            aliases[try row.next(), default: []].append(try row.next())
            return true
        }
        return try connection.rows("SELECT id, \(Area.columns) FROM area ORDER BY code, validFrom, id") {
            row in
            try Area(row: &row, aliases: aliases)
        }
    }
}

extension Area {
    fileprivate static let columns: SQL = """
        version, kind, code, name, parent, validFrom, validTo, decidedOn, decisionText, population, hectares,
        supervisingUnit, geometryStatus, geometry, latitude, longitude, createdAt, updatedAt
        """

    fileprivate static let insertion = RowCommand.insert(into: "area", "id, \(columns)")
    fileprivate static let update = RowCommand.update("area", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(kind)
        row.add(code)
        row.add(name)
        row.add(parent)
        row.add(validity.from)
        row.add(validity.to)
        row.add(decidedOn)
        row.add(decisionText)
        row.add(population)
        row.add(hectares)
        row.add(supervisingUnit)
        row.add(geometryStatus)
        row.add(geometry)
        row.add(centroid?.latitude)
        row.add(centroid?.longitude)
        row.add(createdAt)
        row.add(updatedAt)
    }

    fileprivate init(row: inout Row, aliases: [Identifier<Area>: [String]]) throws {
        let id: Identifier<Area> = try row.next()
        self.init(
            id: id, version: try row.next(), kind: try row.next(), code: try row.next(), name: try row.next(),
            aliases: aliases[id] ?? [], parent: try row.next(), validity: try row.days(),
            decidedOn: try row.next(), decisionText: try row.next(), population: try row.next(),
            hectares: try row.next(), supervisingUnit: try row.next(), geometryStatus: try row.next(),
            geometry: try row.next(), centroid: try Centroid(row: &row), createdAt: try row.next(),
            updatedAt: try row.next())
    }
}

extension AreaRelation {
    fileprivate static let columns: SQL = "fromArea, toArea, kind, shareBasisPoints"
    fileprivate static let insertion = RowCommand.insert(into: "areaRelation", columns)
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
