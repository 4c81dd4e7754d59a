import Digest
import JSON
package import Scharnier

/// What a backup says of itself.
package struct BackupManifest: Equatable, Sendable {
    /// The SHA-256 of the database file, in hexadecimal digits.
    package let sha256: String

    /// Its size.
    package let bytes: Int

    /// The number of its schema.
    package let schema: Int

    /// When it was made.
    package let createdAt: Instant

    /// The last position of the feed in it.
    package let lastSequence: Int64

    /// The end of the audit log in it: a log alone does not show that its end is missing.
    package let auditHead: AuditHead

    /// How many rows the main tables have, in a fixed order.
    package let counts: [TableCount]

    /// The rows of one table.
    package struct TableCount: Equatable, Sendable {
        /// The table.
        package let table: String
        /// Its rows.
        package let rows: Int
    }
}

extension BackupManifest {
    /// The manifest as it stands in `manifest.json`, ended by a new line.
    var json: [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.object { writer in
            writer.member("sha256", sha256)
            writer.member("bytes", Int64(bytes))
            writer.member("schema", Int64(schema))
            writer.member("created_at", createdAt.description)
            writer.member("last_seq", lastSequence)
            writer.memberObject("audit_head") { writer in
                writer.member("seq", auditHead.position)
                writer.member("hash", Hexadecimal.text(auditHead.hash))
            }
            writer.memberObject("counts") { writer in
                for count in counts { writer.member(named: count.table, Int64(count.rows)) }
            }
        }
        writer.endLine()
        return writer.bytes
    }

    /// Reads a manifest; nil if it is none.
    init?(json: [UInt8]) throws(JSONSyntaxError) {
        guard case .object(let object) = try JSONValue(parsing: json),
            case .string(let sha256)? = object["sha256"], case .integer(let bytes)? = object["bytes"],
            case .integer(let schema)? = object["schema"], case .string(let time)? = object["created_at"],
            case .integer(let lastSequence)? = object["last_seq"],
            case .object(let head)? = object["audit_head"], let auditHead = AuditHead(object: head),
            case .object(let counts)? = object["counts"], let createdAt = Instant(time)
        else { return nil }
        self.init(
            sha256: sha256, bytes: Int(bytes), schema: Int(schema), createdAt: createdAt,
            lastSequence: lastSequence, auditHead: auditHead,
            counts: counts.members.compactMap { TableCount(member: $0) })
    }
}

extension BackupManifest.TableCount {
    fileprivate init?(member: JSONObject.Member) {
        guard case .integer(let rows) = member.value else { return nil }
        self.init(table: member.name, rows: Int(rows))
    }
}

extension AuditHead {
    fileprivate init?(object: JSONObject) {
        guard case .integer(let position)? = object["seq"], case .string(let text)? = object["hash"],
            let hash = Hexadecimal.bytes(text)
        else { return nil }
        self.init(position: position, hash: hash)
    }
}
