/// How much one JSON document may hold; what is beyond is refused (RFC 8259 §9 allows it).
package struct JSONLimits: Equatable, Sendable {
    /// Arrays and objects inside one another, the outermost counted; the reader recurses this deep.
    package var depth: Int
    /// Members of all objects of the document together.
    package var members: Int
    /// Bytes of one string or name after its escapes are resolved.
    package var stringBytes: Int
    /// Elements of one array.
    package var elements: Int
    /// Characters of one number.
    package var numberBytes: Int

    /// What a request may hold.
    ///
    /// Deep enough for any honest document and no stack overflow; the rest bounds memory and time.
    /// 64 characters hold any number that an IEEE 754 double can tell apart (17 digits and an exponent).
    package static let standard = JSONLimits()

    /// Limits that differ from ``standard`` where given.
    package init(
        depth: Int = 64,
        members: Int = 10_000,
        stringBytes: Int = 65_536,
        elements: Int = 1_000,
        numberBytes: Int = 64
    ) {
        self.depth = depth
        self.members = members
        self.stringBytes = stringBytes
        self.elements = elements
        self.numberBytes = numberBytes
    }
}
