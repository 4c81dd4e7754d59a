import SQLite
import Scharnier

// What is made from texts and kept beside them: words for searches, and the keys by which lists are sorted.

extension SQLiteTransaction {
    /// Makes all of it anew, where it was made by another form of the program.
    func readAllTexts() throws {
        try forEach(.need) {
            try needs(among: $0)
        } keep: { need in
            try connection.run("UPDATE need SET titleKey = \(need.titleKey) WHERE id = \(need.id)")
        }
        try forEach(.offer) {
            try offers(among: $0)
        } keep: { offer in
            try connection.run("UPDATE offer SET titleKey = \(offer.titleKey) WHERE id = \(offer.id)")
        }
        try forEach(.organization) {
            try organizations(among: $0).values.sorted { $0.id < $1.id }
        } keep: {
            try connection.run("UPDATE organization SET nameKey = \($0.nameKey) WHERE id = \($0.id)")
        }
        try forEach(.programme) {
            try programmes(among: $0)
        } keep: {
            try connection.run("UPDATE programme SET titleKey = \($0.titleKey) WHERE id = \($0.id)")
        }
        try forEach(.idea) {
            try ideas(among: $0)
        } keep: {
            try connection.run("UPDATE idea SET titleKey = \($0.titleKey) WHERE id = \($0.id)")
        }
        try connection.run("UPDATE meta SET textForm = \(WordList.form) WHERE id = 1")
    }

    /// Goes through all records of a table, some at a time: bounds the memory it takes.
    private func forEach<Entity: Searched>(
        _ table: ListedTable, read: (SQL) throws -> [Entity], keep: (Entity) throws -> Void
    ) throws where Entity.ID == Identifier<Entity> {
        var last = Identifier<Entity>.nil
        while true {
            let entities = try read(
                "SELECT id FROM \(table.name) WHERE id > \(last) ORDER BY id LIMIT \(Self.batch)")
            guard let end = entities.last else { return }
            for entity in entities {
                try keep(entity)
                try keepWords(of: entity)
            }
            last = end.id
        }
    }
}
