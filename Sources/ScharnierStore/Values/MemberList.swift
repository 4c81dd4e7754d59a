import SQLite
import Scharnier

/// The members of an audience in one blob: 16 bytes each, in order.
struct MemberList: ValueConvertible {
    let members: Set<Audience.Member>

    init(_ members: Set<Audience.Member>) {
        self.members = members
    }

    var sqlValue: Value {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16 * members.count)
        for member in members.sorted() { member.appendBytes(to: &bytes) }
        return .blob(bytes)
    }

    init?(column: borrowing Column) {
        guard let bytes = column.blob, bytes.count % 16 == 0 else { return nil }
        members = Set(stride(from: 0, to: bytes.count, by: 16).map { Audience.Member(bytes: bytes[$0...]) })
    }
}
