/// Why bytes are not a JSON text that is accepted here, and where that shows.
package struct JSONSyntaxError: Error, Equatable, Sendable {
    /// The position of the fault in bytes from the start; what it points at depends on ``reason``.
    package let offset: Int
    /// Which rule or limit is broken.
    package let reason: Reason

    /// A fault at `offset`.
    package init(offset: Int, reason: Reason) {
        self.offset = offset
        self.reason = reason
    }

    /// What is wrong; the remark says what the offset points at.
    package enum Reason: CaseIterable, Sendable {
        /// A byte that the grammar does not allow there: that byte.
        case unexpectedByte
        /// The text ends before its value does: one past the last byte.
        case unexpectedEnd
        /// Ill-formed UTF-8 in a string (RFC 3629 §3): the first byte of the ill-formed sequence.
        case invalidUTF8
        /// Half of a surrogate pair (RFC 8259 §8.2): its backslash.
        case loneSurrogate
        /// A backslash that begins none of the escapes of RFC 8259 §7: that backslash.
        case invalidEscape
        /// A control character in a string that is not escaped: that byte.
        case controlCharacter
        /// A name that the object already has: the quotation mark of the later one.
        case duplicateMember
        /// One array or object more inside another than ``JSONLimits/depth``: its bracket.
        case tooDeep
        /// One member more than ``JSONLimits/members``: the quotation mark of its name.
        case tooManyMembers
        /// One element more than ``JSONLimits/elements``: its first byte.
        case tooManyElements
        /// A string or name over ``JSONLimits/stringBytes``: its quotation mark.
        case stringTooLong
        /// A number over ``JSONLimits/numberBytes``: its first byte.
        case numberTooLong
        /// An integer beyond ±(2^53−1), which not every reader keeps exact (RFC 7493 §2.2): its first byte.
        case numberOutOfRange
        /// Something after the value: its first byte.
        case trailingBytes
        /// A byte order mark before the value (RFC 8259 §8.1): 0.
        case byteOrderMark
    }
}
