/// A whole request, as the application sees it.
package struct Request: Sendable {
    /// A registered method; others are refused before.
    package var method: Method

    /// The absolute path as it was sent: escapes are well-formed but not decoded, and it may end in a slash.
    ///
    /// `*` for `OPTIONS *`, and `host:port` for `CONNECT` in its authority form (RFC 9112 §3.2).
    package var path: [UInt8]

    /// What follows the first question mark, not decoded; `nil` without one.
    package var query: [UInt8]?

    /// The minor version of HTTP/1, 0…9.
    package var minorVersion: Int

    /// The field section of the head; trailers are not part of it.
    package var fields: Fields

    /// The content with its transfer coding removed.
    package var body: [UInt8]

    /// Whether the client is willing to send another request on this connection (RFC 9112 §9.3).
    package var keepsAlive: Bool

    /// Where the connection comes from and which listener took it.
    package var origin: Origin

    /// The address at the other end of the connection; unspecified when there is none.
    package var peer: PeerAddress { origin.peer }

    var targetAuthority: Authority?

    /// Whether an absolute target begins with `https`: it is for an encrypted connection only (RFC 9110 §7.4).
    package var demandsEncryption = false

    /// The host that is meant: that of an absolute target, else that of `Host` (RFC 9110 §7.2).
    ///
    /// `nil` only in HTTP/1.0, where `Host` is optional.
    package var host: Authority? {
        targetAuthority ?? fields.first(.host).flatMap(Authority.init)
    }
}

/// Initialisers that delegate to the memberwise one: it makes the value in place, where assigning member by member
/// copies the whole at the end.
extension Request {
    init(
        method: Method, target: Target, minorVersion: Int, fields: Fields, origin: Origin, keepsAlive: Bool
    ) {
        self.init(
            method: method, path: target.path, query: target.query, minorVersion: minorVersion,
            fields: fields, body: [], keepsAlive: keepsAlive, origin: origin,
            targetAuthority: target.authority, demandsEncryption: target.isHTTPS)
    }

    /// A request made in the program, without a connection: `Request(.get, "/v1/needs?limit=5")`.
    ///
    /// The target is split at the first question mark and not checked. A field name or value that could not be
    /// sent is a programming error and traps.
    package init(
        _ method: Method, _ target: String, fields: [(String, String)] = [], body: [UInt8] = []
    ) {
        let parts = target.utf8.split(
            separator: Octets.questionMark, maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            method: method, path: Array(parts[0]),
            query: parts.count > 1 ? Array(parts[1]) : nil, minorVersion: 1, fields: Fields(), body: body,
            keepsAlive: true, origin: Origin(), targetAuthority: nil)
        for (name, value) in fields {
            self.fields.append(FieldName(stringLiteral: name), FieldValue(known: value))
        }
    }
}
