import JSON

extension Documents {
    static let invalid =
        ends + literalFaults + numberFaults + stringFaults + surrogateFaults + utf8Faults + containerFaults

    private static let ends = [
        Invalid("", 0, .unexpectedEnd),
        Invalid(" \n", 2, .unexpectedEnd),
        Invalid("null null", 5, .trailingBytes),
        Invalid("{}}", 2, .trailingBytes),
        Invalid("1,", 1, .trailingBytes),
        Invalid("\"a\"\0", 3, .trailingBytes),
        Invalid("\u{FEFF}{}", 0, .byteOrderMark),
        Invalid("\u{A0}1", 0, .unexpectedByte),
        Invalid("\u{0B}1", 0, .unexpectedByte),
        Invalid("1\u{0C}", 1, .trailingBytes),
        Invalid("// no\n1", 0, .unexpectedByte),
        Invalid("1 /* no */", 2, .trailingBytes),
    ]

    private static let literalFaults = [
        Invalid("nul", 3, .unexpectedEnd),
        Invalid("nulL", 3, .unexpectedByte),
        Invalid("True", 0, .unexpectedByte),
        Invalid("falsee", 5, .trailingBytes),
        Invalid("NaN", 0, .unexpectedByte),
        Invalid("Infinity", 0, .unexpectedByte),
        Invalid("undefined", 0, .unexpectedByte),
    ]

    private static let numberFaults = [
        Invalid("-", 1, .unexpectedEnd),
        Invalid("+1", 0, .unexpectedByte),
        Invalid("-a", 1, .unexpectedByte),
        Invalid("--1", 1, .unexpectedByte),
        Invalid("01", 1, .trailingBytes),
        Invalid("[-01]", 3, .unexpectedByte),
        Invalid("1.", 2, .unexpectedEnd),
        Invalid("[1.]", 3, .unexpectedByte),
        Invalid(".5", 0, .unexpectedByte),
        Invalid("1e", 2, .unexpectedEnd),
        Invalid("1e+", 3, .unexpectedEnd),
        Invalid("1e+-1", 3, .unexpectedByte),
        Invalid("1.5.1", 3, .trailingBytes),
        Invalid("1e5.1", 3, .trailingBytes),
        Invalid("0x10", 1, .trailingBytes),
        Invalid("1_000", 1, .trailingBytes),
        Invalid("[9007199254740992]", 1, .numberOutOfRange),
        Invalid(" -9007199254740992", 1, .numberOutOfRange),
        Invalid("18446744073709551616", 0, .numberOutOfRange),
    ]

    private static let stringFaults = [
        Invalid(#"""#, 1, .unexpectedEnd),
        Invalid(#""abc"#, 4, .unexpectedEnd),
        Invalid(#""abc\""#, 6, .unexpectedEnd),
        Invalid(#""abc\"#, 5, .unexpectedEnd),
        Invalid("'a'", 0, .unexpectedByte),
        Invalid("\"a\nb\"", 2, .controlCharacter),
        Invalid("\"\0\"", 1, .controlCharacter),
        Invalid("\"ab\u{1F}\"", 3, .controlCharacter),
        Invalid("[\"a\tb", 3, .controlCharacter),
        Invalid(#""a\x41""#, 2, .invalidEscape),
        Invalid(#""\U0041""#, 1, .invalidEscape),
        Invalid(#""\'""#, 1, .invalidEscape),
        Invalid(#""\u00g0""#, 1, .invalidEscape),
        Invalid(#""\u-041""#, 1, .invalidEscape),
        Invalid(#""\u{41}""#, 1, .invalidEscape),
        Invalid(#""\u004""#, 1, .invalidEscape),
        Invalid(#""\u004"#, 6, .unexpectedEnd),
    ]

    private static let surrogateFaults = [
        Invalid(#""\ud800""#, 1, .loneSurrogate),
        Invalid(#""a\uDBFF.""#, 2, .loneSurrogate),
        Invalid(#""\udc00""#, 1, .loneSurrogate),
        Invalid(#""\ud800\ud800""#, 1, .loneSurrogate),
        Invalid(#""\udc00\ud800""#, 1, .loneSurrogate),
        Invalid(#""\ud800\u0041""#, 1, .loneSurrogate),
        Invalid(#""\ud800\n""#, 1, .loneSurrogate),
        Invalid(#""\ud83c\u12g4""#, 7, .invalidEscape),
        Invalid(#"{"\ud800":1}"#, 2, .loneSurrogate),
    ]

    private static let utf8Faults = [
        Invalid(quoted([0x80]), 1, .invalidUTF8),
        Invalid(quoted([0x61, 0xFF, 0x61]), 2, .invalidUTF8),
        Invalid(quoted([0xC0, 0x80]), 1, .invalidUTF8),
        Invalid(quoted([0xC1, 0xBF]), 1, .invalidUTF8),
        Invalid(quoted([0xE0, 0x80, 0x80]), 1, .invalidUTF8),
        Invalid(quoted([0xE0, 0x9F, 0xBF]), 1, .invalidUTF8),
        Invalid(quoted([0xF0, 0x80, 0x80, 0x80]), 1, .invalidUTF8),
        Invalid(quoted([0xF0, 0x8F, 0xBF, 0xBF]), 1, .invalidUTF8),
        Invalid(quoted([0xED, 0xA0, 0x80]), 1, .invalidUTF8),
        Invalid(quoted([0xED, 0xBF, 0xBF]), 1, .invalidUTF8),
        Invalid(quoted([0xF4, 0x90, 0x80, 0x80]), 1, .invalidUTF8),
        Invalid(quoted([0xF8, 0x88, 0x80, 0x80, 0x80]), 1, .invalidUTF8),
        Invalid(quoted([0xC3]), 1, .invalidUTF8),
        Invalid(quoted([0xE2, 0x82]), 1, .invalidUTF8),
        Invalid(quoted([0xC3, 0xA9, 0xC3, 0x28]), 3, .invalidUTF8),
        Invalid(quoted(Array(#"\n"#.utf8) + [0xBF]), 3, .invalidUTF8),
        Invalid(Array(#"{"a"#.utf8) + [0xFE], 3, .invalidUTF8),
    ]

    private static let containerFaults = [
        Invalid("[", 1, .unexpectedEnd),
        Invalid("[1", 2, .unexpectedEnd),
        Invalid("[1,", 3, .unexpectedEnd),
        Invalid("[1,]", 3, .unexpectedByte),
        Invalid("[,1]", 1, .unexpectedByte),
        Invalid("[1 2]", 3, .unexpectedByte),
        Invalid("[1}", 2, .unexpectedByte),
        Invalid("]", 0, .unexpectedByte),
        Invalid("{", 1, .unexpectedEnd),
        Invalid(#"{"a""#, 4, .unexpectedEnd),
        Invalid(#"{"a":"#, 5, .unexpectedEnd),
        Invalid(#"{"a":1"#, 6, .unexpectedEnd),
        Invalid(#"{"a":1,"#, 7, .unexpectedEnd),
        Invalid(#"{"a":1,}"#, 7, .unexpectedByte),
        Invalid(#"{,"a":1}"#, 1, .unexpectedByte),
        Invalid(#"{"a" 1}"#, 5, .unexpectedByte),
        Invalid(#"{"a":}"#, 5, .unexpectedByte),
        Invalid(#"{"a":1 "b":2}"#, 7, .unexpectedByte),
        Invalid(#"{a:1}"#, 1, .unexpectedByte),
        Invalid(#"{1:1}"#, 1, .unexpectedByte),
        Invalid(#"{"a":1]"#, 6, .unexpectedByte),
        Invalid(#"{"a":1,"a":1}"#, 7, .duplicateMember),
        Invalid(#"{"a":{"a":1},"b":2,"a":1}"#, 19, .duplicateMember),
        Invalid(#"{"ab":1, "\u0061b":2}"#, 9, .duplicateMember),
        Invalid(#"[{"":1,"":2}]"#, 7, .duplicateMember),
    ]
}
