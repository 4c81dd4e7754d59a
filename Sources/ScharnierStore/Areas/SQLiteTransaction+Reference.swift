import SQLite
import Scharnier

extension SQLiteTransaction {
    /// The areas and terms that this transaction sees.
    func currentReference() throws -> Reference {
        if let known = reference ?? memory?.reference(in: connection.epoch) { return known }
        let current = try readReference()
        reference = current
        memory?.keep(current, in: connection.epoch)
        return current
    }

    /// Says that areas or terms have changed.
    func changeReference() throws {
        reference = nil
        memory?.keep(nil as Reference?, in: connection.epoch)
        let stamp: Identifier<Reference> = newID()
        try connection.run("UPDATE meta SET referenceStamp = \(stamp) WHERE id = 1")
    }

    private func readReference() throws -> Reference {
        let stamp: Identifier<Reference>? = try connection.first(
            "SELECT referenceStamp FROM meta WHERE id = 1"
        ) {
            try $0.next()
        }
        if let stamp, let known = shared.references.reference(stamp) { return known }
        let fresh = Reference(stamp: stamp ?? .nil, areas: try readAreas(), terms: try readTerms())
        shared.references.keep(fresh)
        return fresh
    }
}
