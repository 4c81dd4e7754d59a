import SQLite
import Scharnier
import Synchronization

/// The book of live needs and offers, as it was last brought up to date.
///
/// A reader brings it up to the state of its own transaction, so that whoever has written finds what was written; nobody
/// pays for it who does not ask for suggestions.
final class MatchBooks: Sendable {
    private let latest = Mutex<MatchBook?>(nil)

    /// The book of a transaction's state, brought up to date by `follow`.
    ///
    /// One thread at a time: the others wait and then find nothing left to do. A transaction that began before the last
    /// one gets a book that is newer than itself; its records are read again anyway.
    func book(
        at position: Int64, _ follow: (MatchBook?) throws -> MatchBook
    ) throws -> MatchBook {
        try latest.withLock { latest in
            if let known = latest, known.position > position { return known }
            let book = try follow(latest)
            latest = book
            return book
        }
    }
}

extension SQLiteTransaction {
    func matchBook() throws -> MatchBook {
        // What a writer has changed is not committed yet, and must not be seen by others.
        if case .inTransaction = connection.changes { return try matchBook(since: nil) }
        return try shared.matchBooks.book(at: lastPosition()) { try matchBook(since: $0) }
    }
}
