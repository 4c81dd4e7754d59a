import SQLite
import Scharnier

extension SQLiteTransaction {
    func insert(_ introduction: Introduction) throws {
        try connection.run(Introduction.insertion) { row in
            row.add(introduction.id)
            introduction.write(to: &row)
            row.add(introduction.audience)
        }
        for (position, line) in introduction.lines.enumerated() {
            try connection.run(
                """
                INSERT INTO introductionLine (introduction, position, item, quantity)
                VALUES (\(introduction.id), \(position), \(line.item), \(line.quantity))
                """)
        }
        try keepAreas(introduction.areas, of: introduction.id, in: Introduction.areaTable, isNew: true)
        try keepParts(of: introduction, isNew: true)
    }

    func update(_ introduction: Introduction) throws {
        try connection.run(Introduction.update) { row in
            introduction.write(to: &row)
            row.add(introduction.audience)
            row.add(introduction.id)
        }
        try keepParts(of: introduction, isNew: false)
    }

    /// Keeps what of an introduction may change besides its row: the lines and areas never do.
    private func keepParts(of introduction: Introduction, isNew: Bool) throws {
        for (position, hold) in introduction.holds.enumerated() {
            try connection.run(Introduction.Hold.keeping) { row in
                row.add(introduction.id)
                row.add(position)
                hold.write(to: &row)
            }
        }
        if !isNew {
            try connection.run(
                """
                DELETE FROM hold WHERE introduction = \(introduction.id) AND position >= \(introduction.holds.count)
                """)
        }
    }
}
