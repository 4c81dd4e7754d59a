import SQLite
import Scharnier
import Synchronization

/// The sets of scopes that tokens have, by the text they are stored as.
///
/// Every request with a token reads its scopes, and nearly all tokens of a role have the same: reading the words
/// anew took a fifth of a write's time on the loop's thread.
final class ScopeSets: Sendable {
    /// More than there are roles; a city whose tokens differ more reads words again now and then.
    static let capacity = 256

    private let sets = Mutex<[String: Set<Scope>]>([:])

    /// The scopes in `text`; nil if a word is unknown.
    func scopes(in text: String) -> Set<Scope>? {
        if let known = sets.withLock({ $0[text] }) { return known }
        guard let words: [Scope] = CodeList(stored: text).words() else { return nil }
        let scopes = Set(words)
        sets.withLock { sets in
            if sets.count >= Self.capacity { sets.removeAll() }
            sets[text] = scopes
        }
        return scopes
    }
}
