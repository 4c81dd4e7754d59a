import Digest
import JSON
import Scharnier

/// One entry of the audit log as it is hashed: each hash covers the one before it, and so all before (operations.md §8).
///
/// What was changed, taken out or put in afterwards breaks the chain. That its end was cut off only shows by comparing
/// it with a head kept elsewhere: in a log or a backup.
struct AuditLink: Equatable {
    /// The hash before the first entry.
    static let start = [UInt8](repeating: 0, count: SHA256Digest.byteCount)

    var action: String
    var actor: String?
    var at: Instant
    var fields: [String]
    var object: Identifier<AuditEntry.Object>
    var objectType: String?
    var operatorUser: UInt32?
    var organization: Identifier<Organization>?
    var requestID: String?
    var position: Int64
    var token: Identifier<AccessToken>?

    /// The hash of this entry behind `previous`.
    func hash(after previous: [UInt8]) -> [UInt8] { sha256(previous + canonical).bytes }

    /// The JSON Canonicalization Scheme (RFC 8785): members by name, no blanks, only the escapes that must be.
    var canonical: [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { writer in
            writer.member("action", action)
            writer.member("actor", actor)
            writer.member("at", canonical: at)
            writer.member("fields", fields)
            writer.member("object", canonical: object)
            if let objectType { writer.member("object_type", objectType) }
            if let operatorUser { writer.member("operator_uid", Int64(operatorUser)) }
            if let organization { writer.member("organization", canonical: organization) }
            writer.member("request_id", requestID)
            writer.member("seq", position)
            writer.member("token_id", canonical: token)
        }
        return writer.bytes
    }
}

extension AuditLink {
    /// The link for an entry at `position`, caused by a request.
    init(_ entry: AuditEntry, at position: Int64, requestID: String) {
        self.init(
            action: entry.action, actor: entry.actor?.rawValue, at: entry.at, fields: entry.fields,
            object: entry.object.id, objectType: entry.object.type,
            operatorUser: entry.operatorUser, organization: entry.organization,
            requestID: requestID, position: position, token: entry.token)
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, canonical value: (some CanonicalText)?) {
        guard let value else { return member(name, nil as String?) }
        self.name(name)
        quoted(reserving: type(of: value).longestText) { value.append(to: &$0) }
    }
}
