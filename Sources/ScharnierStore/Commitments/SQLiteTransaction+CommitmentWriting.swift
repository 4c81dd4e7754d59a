import SQLite
import Scharnier

extension SQLiteTransaction {
    func insert(_ commitment: Commitment) throws {
        try connection.run(Commitment.insertion) { row in
            row.add(commitment.id)
            commitment.writeFixed(to: &row)
            commitment.write(to: &row)
            row.add(noted(commitment.due))
            row.add(commitment.audience)
        }
        try keepParts(of: commitment)
    }

    func update(_ commitment: Commitment) throws {
        try connection.run(Commitment.update) { row in
            commitment.write(to: &row)
            row.add(noted(commitment.due))
            row.add(commitment.audience)
            row.add(commitment.id)
        }
        try keepParts(of: commitment)
    }

    private func keepParts(of commitment: Commitment) throws {
        let id = commitment.id
        try keep(commitment.lines, of: id, in: .lines) { $0.write(to: &$1) }
        try keep(commitment.signatures, of: id, in: .signatures) { $0.write(to: &$1) }
        try keep(commitment.deliveries, of: id, in: .deliveries) { $0.write(to: &$1) }
        try keep(commitment.outcomes, of: id, in: .outcomes) { $0.write(to: &$1) }
    }

    private func keep<Part>(
        _ parts: [Part], of id: Identifier<Commitment>, in table: PartTable,
        _ write: (Part, inout RowWriter) -> Void
    ) throws {
        try connection.run(
            "DELETE FROM \(table.name) WHERE commitment = \(id) AND position >= \(parts.count)")
        for (position, part) in parts.enumerated() {
            try connection.run(table.keeping) { row in
                row.add(id)
                row.add(position)
                write(part, &row)
            }
        }
    }
}
