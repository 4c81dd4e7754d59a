import SQLite
import Scharnier

extension SQLiteTransaction {
    func externalReference(_ key: ExternalReference.Key) throws -> ExternalReference? {
        try connection.first(
            """
            SELECT record, sourceURL, sourceUpdatedAt, firstSeenAt, lastSeenAt, members FROM externalReference
            WHERE organization = \(key.organization) AND source = \(key.source.name) AND kind = \(key.kind)
                AND externalID = \(key.externalID.text)
            """
        ) { row in
            ExternalReference(
                key: key, record: try row.next(),
                origin: .init(url: try row.next(), updatedAt: try row.next()), firstSeenAt: try row.next(),
                lastSeenAt: try row.next(), members: try row.next(MemberPrints.self).members)
        }
    }

    func keep(_ reference: ExternalReference) throws {
        try connection.run(ExternalReference.keeping) { reference.write(to: &$0) }
    }

    func forgetExternalReferences(of record: Identifier<ExternalReference>) throws {
        try connection.run("DELETE FROM externalReference WHERE record = \(record)")
    }
}

extension ExternalReference {
    fileprivate static let keeping = RowCommand.upsert(
        into: "externalReference",
        """
        organization, source, kind, externalID, record, sourceURL, sourceUpdatedAt, firstSeenAt, lastSeenAt, members
        """, key: "organization, source, kind, externalID")

    fileprivate func write(to row: inout RowWriter) {
        row.add(key.organization)
        row.add(key.source.name)
        row.add(key.kind)
        row.add(key.externalID.text)
        row.add(record)
        row.add(origin.url)
        row.add(origin.updatedAt)
        row.add(firstSeenAt)
        row.add(lastSeenAt)
        row.add(MemberPrints(members))
    }
}

extension ExternalReference.Kind: ValueConvertible {}

/// The hashes of all members in one blob: for each the length of its name, the name, and two times eight bytes.
struct MemberPrints: ValueConvertible {
    let members: [MemberPrint]

    init(_ members: [MemberPrint]) {
        self.members = members
    }

    var sqlValue: Value {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.count * 40)
        for member in members {
            // Names are those of the contract, none of which is longer than a byte can tell.
            bytes.append(UInt8(clamping: member.name.utf8.count))
            bytes += member.name.utf8.prefix(Int(UInt8.max))
            Self.append(member.sent, to: &bytes)
            Self.append(member.kept, to: &bytes)
        }
        return .blob(bytes)
    }

    init?(column: borrowing Column) {
        guard let bytes = column.blob, let members = Self.members(in: bytes) else { return nil }
        self.members = members
    }

    /// What was written; nil for bytes that were not written here.
    static func members(in bytes: [UInt8]) -> [MemberPrint]? {
        var members: [MemberPrint] = []
        var rest = bytes[...]
        while let length = rest.popFirst() {
            guard rest.count >= Int(length) + 16 else { return nil }
            let name = String(decoding: rest.prefix(Int(length)), as: UTF8.self)
            rest = rest.dropFirst(Int(length))
            let sent = number(rest)
            rest = rest.dropFirst(8)
            members.append(MemberPrint(name, sent: sent, kept: number(rest)))
            rest = rest.dropFirst(8)
        }
        return members
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
