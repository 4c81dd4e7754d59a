import SQLite
import Scharnier

/// A record whose words are kept for searches.
protocol Searched: Identifiable {
    /// Its table; the column `words` says where its words are.
    static var listedTable: ListedTable { get }

    /// The words of what everyone reads who sees the record at all.
    var words: WordList { get }
}

extension SQLiteTransaction {
    /// Keeps the words of a record that is about to be added.
    ///
    /// - Returns: where they are, for the record's row.
    func addWords(_ words: WordList) throws -> Int64 {
        try connection.run(WordList.insertion) { row in row.add(words.bytes) }
        return connection.lastKey
    }

    /// Keeps the words of a record that may say something else now.
    func keepWords<Entity: Searched>(of entity: Entity) throws where Entity.ID == Identifier<Entity> {
        let words = entity.words.bytes
        // Most changes are of a state, and leave the words as they are.
        if try keptWords(of: entity) == words { return }
        try connection.run(
            """
            INSERT INTO wordList (number, words) VALUES ((\(number(of: entity))), \(words))
            ON CONFLICT (number) DO UPDATE SET words = excluded.words
            """)
    }

    /// Forgets the words of a record that is about to be deleted.
    func deleteWords<Entity: Searched>(of entity: Entity) throws where Entity.ID == Identifier<Entity> {
        try connection.run("DELETE FROM wordList WHERE number = (\(number(of: entity)))")
    }

    /// The words that are kept of a record.
    func keptWords<Entity: Searched>(of entity: Entity) throws -> [UInt8]?
    where Entity.ID == Identifier<Entity> {
        try connection.first("SELECT words FROM wordList WHERE number = (\(number(of: entity)))") {
            try $0.next()
        }
    }

    private func number<Entity: Searched>(of entity: Entity) -> SQL where Entity.ID == Identifier<Entity> {
        "SELECT record.words FROM \(Entity.listedTable.name) AS record WHERE record.id = \(entity.id)"
    }
}

extension ListedTable {
    /// Whether a record has the words that are asked for.
    func holds(_ query: WordQuery) -> SQL {
        """
        holdsWords((SELECT list.words FROM wordList AS list WHERE list.number = \(name).words), \(query.bytes))
        """
    }
}

extension WordList {
    fileprivate static let insertion = RowCommand.insert(into: "wordList", "words")
}

extension Need: Searched {
    static var listedTable: ListedTable { .need }
}

extension Offer: Searched {
    static var listedTable: ListedTable { .offer }
}

extension Organization: Searched {
    static var listedTable: ListedTable { .organization }
}

extension Programme: Searched {
    static var listedTable: ListedTable { .programme }
}

extension Idea: Searched {
    static var listedTable: ListedTable { .idea }
}
