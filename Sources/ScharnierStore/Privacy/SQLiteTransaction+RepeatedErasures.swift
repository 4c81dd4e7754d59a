import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Erases in a restored backup what was erased after it was made (operations.md §11).
    ///
    /// `position` is the last one of the backup: a redaction that it has is in it.
    func repeatErasures(_ entries: [ErasureEntry], since position: Int64, as party: Party) throws {
        var isNeeded = false
        for entry in entries where try repeated(entry, since: position, as: party) { isNeeded = true }
        guard isNeeded else { return }
        // Whoever opens it encodes what everyone sees: here nobody knows how.
        try connection.run("UPDATE meta SET publicRowForm = '' WHERE id = 1")
    }

    private func repeated(_ entry: ErasureEntry, since last: Int64, as party: Party) throws -> Bool {
        switch entry {
        case .tokenRevoked, .restored: return false
        case .contactErased(let id, _):
            guard let contact = try contact(id), contact.erasedAt == nil else { return false }
            try erase(contact, as: party)
        case .redacted(let subject, let id, let paths, let position, _):
            guard position > last else { return false }
            switch subject {
            case .need: try redactAgain(Identifier<Need>(id), paths, as: party)
            case .offer: try redactAgain(Identifier<Offer>(id), paths, as: party)
            default: return false
            }
        }
        return true
    }
}
