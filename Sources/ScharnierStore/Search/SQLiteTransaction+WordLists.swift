import SQLite
import Scharnier

/// A record whose words are kept for searches.
protocol Searched: Identifiable {
    /// Its table.
    static var listedTable: ListedTable { get }

    /// Its subject in `wordList`.
    static var subject: Subject { get }
    var createdAt: Instant { get }

    /// The words of what everyone reads who sees the record at all.
    var words: WordList { get }
}

extension SQLiteTransaction {
    /// Keeps the words of a record, in the transaction that keeps the record.
    func keepWords<Entity: Searched>(of entity: Entity, isNew: Bool) throws
    where Entity.ID == Identifier<Entity> {
        let words = entity.words
        // Most changes are of a state, and leave the words as they are.
        if try !isNew && keptWords(of: entity) == words.bytes { return }
        try keep(words, of: entity)
    }

    /// Keeps these words of a record.
    func keep<Entity: Searched>(_ words: WordList, of entity: Entity) throws
    where Entity.ID == Identifier<Entity> {
        try connection.run(WordLists.keep) { row in
            row.add(Entity.subject)
            row.add(entity.createdAt)
            row.add(entity.id)
            row.add(words.bytes)
        }
    }

    /// Forgets the words of a record.
    func deleteWords<Entity: Searched>(of entity: Entity) throws where Entity.ID == Identifier<Entity> {
        try connection.run("DELETE FROM wordList WHERE \(isKey(of: entity))")
    }

    /// The words that are kept of a record.
    func keptWords<Entity: Searched>(of entity: Entity) throws -> [UInt8]?
    where Entity.ID == Identifier<Entity> {
        try connection.first("SELECT words FROM wordList WHERE \(isKey(of: entity))") { try $0.next() }
    }

    private func isKey<Entity: Searched>(of entity: Entity) -> SQL where Entity.ID == Identifier<Entity> {
        "subject = \(Entity.subject) AND listedAt = \(entity.createdAt) AND objectID = \(entity.id)"
    }
}

private enum WordLists {
    static let keep = RowCommand.upsert(
        into: "wordList", "subject, listedAt, objectID, words", key: "subject, listedAt, objectID")
}

extension Need: Searched {
    static var listedTable: ListedTable { .need }
    static var subject: Subject { .need }
}

extension Offer: Searched {
    static var listedTable: ListedTable { .offer }
    static var subject: Subject { .offer }
}

extension Organization: Searched {
    static var listedTable: ListedTable { .organization }
    static var subject: Subject { .organization }
}
