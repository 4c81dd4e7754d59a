/// How much of everything a request may have.
package struct Limits: Hashable, Sendable {
    /// Octets of the request target; RFC 9112 §3 recommends at least 8,000.
    package var target = 8 * 1024

    /// Octets of the head, from the request line to the empty line.
    package var head = 16 * 1024

    /// Fields in the head, and again in the trailer section.
    package var fields = 100

    /// Octets of the content after decoding.
    package var body = 1024 * 1024

    /// Octets of all chunk extensions and size lines' blanks of one message: they carry no content, so a long
    /// message of them is an attack (RFC 9112 §7.1.1).
    package var chunkExtensions = 4 * 1024

    /// The limits of the operating manual.
    package init() {}
}
