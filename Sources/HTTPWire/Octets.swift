/// Classes of octets that the grammars of RFC 9110, RFC 9112 and RFC 3986 are made of.
enum Octets {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0a
    static let carriageReturn: UInt8 = 0x0d
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let percent: UInt8 = 0x25
    static let asterisk: UInt8 = 0x2a
    static let comma: UInt8 = 0x2c
    static let period: UInt8 = 0x2e
    static let slash: UInt8 = 0x2f
    static let zero: UInt8 = 0x30
    static let colon: UInt8 = 0x3a
    static let semicolon: UInt8 = 0x3b
    static let equals: UInt8 = 0x3d
    static let questionMark: UInt8 = 0x3f
    static let leftBracket: UInt8 = 0x5b
    static let backslash: UInt8 = 0x5c
    static let rightBracket: UInt8 = 0x5d

    /// `tchar` (RFC 9110 §5.6.2).
    @inline(__always)
    static func isToken(_ octet: UInt8) -> Bool {
        classes[Int(octet)] & tokenClass != 0
    }

    /// What may stand anywhere in a request target: RFC 3986 §3 without the fragment.
    @inline(__always)
    static func isTarget(_ octet: UInt8) -> Bool {
        classes[Int(octet)] & targetClass != 0
    }

    /// What means itself in a target: not the question mark, the percent sign and the brackets.
    @inline(__always)
    static func isPlainTarget(_ octet: UInt8) -> Bool {
        classes[Int(octet)] & plainTargetClass != 0
    }

    /// `unreserved` (RFC 3986 §2.3), which is all that names of hosts are made of in practice.
    @inline(__always)
    static func isUnreserved(_ octet: UInt8) -> Bool {
        classes[Int(octet)] & unreservedClass != 0
    }

    /// What may stand in a field value: visible characters, space, tab and `obs-text` (RFC 9110 §5.5).
    @inline(__always)
    static func isFieldValue(_ octet: UInt8) -> Bool {
        octet >= space ? octet != 0x7f : octet == tab
    }

    /// Space or tab: the characters of `OWS` and `BWS` (RFC 9110 §5.6.3).
    @inline(__always)
    static func isBlank(_ octet: UInt8) -> Bool {
        octet == space || octet == tab
    }

    @inline(__always)
    static func isDigit(_ octet: UInt8) -> Bool {
        octet &- zero < 10
    }

    /// The value of a hexadecimal digit of either case, 0…15.
    @inline(__always)
    static func hexadecimal(_ octet: UInt8) -> UInt8? {
        if isDigit(octet) { return octet &- zero }
        let letter = (octet | 0x20) &- 0x61
        return letter < 6 ? letter &+ 10 : nil
    }

    /// The lower-case form of an ASCII letter; every other octet stays as it is.
    @inline(__always)
    static func lowercased(_ octet: UInt8) -> UInt8 {
        octet &- 0x41 < 26 ? octet | 0x20 : octet
    }

    /// Whether these octets are the keyword, in any case; `keyword` is in lower case.
    static func matches(_ octets: Span<UInt8>, keyword: String) -> Bool {
        let wanted = keyword.utf8.span
        guard octets.count == wanted.count else { return false }
        for index in wanted.indices where lowercased(octets[index]) != wanted[index] { return false }
        return true
    }
}
