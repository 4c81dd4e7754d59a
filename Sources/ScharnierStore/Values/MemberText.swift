import SQLite
import Scharnier

/// The members of an audience as their row holds them: their canonical texts, one behind the other.
///
/// So SQLite finds a member with `instr`. A text is found only where one begins: anywhere else its hyphens do not fit.
/// Each in a row of a table of its own, as it was before, cost a tenth of a new need.
struct MemberText: ValueConvertible {
    /// What one member takes, in bytes (RFC 9562 §4).
    static let memberBytes = 36

    let bytes: [UInt8]

    /// What to search for.
    init(_ member: Audience.Member) {
        bytes = Array(member.description.utf8)
    }

    /// What to keep.
    init(_ members: Set<Audience.Member>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.memberBytes * members.count)
        for member in members.sorted() { bytes += member.description.utf8 }
        self.bytes = bytes
    }

    /// The members; nil if the text is not one of members.
    var members: Set<Audience.Member>? {
        guard bytes.count.isMultiple(of: Self.memberBytes) else { return nil }
        let starts = stride(from: 0, to: bytes.count, by: Self.memberBytes)
        let members = starts.compactMap { start in
            Audience.Member(String(decoding: bytes[start..<start + Self.memberBytes], as: UTF8.self))
        }
        return members.count == starts.underestimatedCount ? Set(members) : nil
    }

    var sqlValue: Value { .blob(bytes) }

    init?(column: borrowing Column) {
        guard let bytes = column.blob else { return nil }
        self.bytes = bytes
    }
}

extension RowWriter {
    /// Whom a record is open to, in two columns: `openness`, `members`.
    mutating func add(_ audience: Audience) {
        add(audience.openness)
        add(MemberText(audience.members))
    }
}
