import JSON

extension Documents {
    static let valid = literals + numbers + strings + containers

    private static let literals = [
        Valid("null", .null),
        Valid("true", .bool(true)),
        Valid("false", .bool(false)),
        Valid(" \t\r\nnull", .null),
        Valid("null \t\r\n", .null),
    ]

    private static let numbers = [
        Valid("0", .integer(0)),
        Valid("-0", .integer(0)),
        Valid("7", .integer(7)),
        Valid("-7", .integer(-7)),
        Valid("10", .integer(10)),
        Valid("9007199254740991", .integer(9_007_199_254_740_991)),
        Valid("-9007199254740991", .integer(-9_007_199_254_740_991)),
        Valid("0.0", .number("0.0")),
        Valid("-0.0", .number("-0.0")),
        Valid("1.50", .number("1.50")),
        Valid("0e1", .number("0e1")),
        Valid("1E5", .number("1E5")),
        Valid("1e+05", .number("1e+05")),
        Valid("-12.034e-56", .number("-12.034e-56")),
        Valid("9007199254740992.0", .number("9007199254740992.0")),
        Valid("1e999999", .number("1e999999")),
    ]

    private static let strings = [
        Valid(#""""#, .string("")),
        Valid(#""a""#, .string("a")),
        Valid(#"" /~\u007f ""#, .string(" /~\u{7F} ")),
        Valid("\"\u{7F}\u{80}\u{2028}\u{FEFF}\"", .string("\u{7F}\u{80}\u{2028}\u{FEFF}")),
        Valid(#""Träger, 漢字, 🎶""#, .string("Träger, 漢字, 🎶")),
        Valid(#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
        Valid(#""\u0000""#, .string("\0")),
        Valid(#""\u00e9\u00E9""#, .string("éé")),
        Valid(#""\u20ac!""#, .string("€!")),
        Valid(#""\ud83c\udfb6""#, .string("🎶")),
        Valid(#""\uD800\uDC00\uDBFF\uDFFF""#, .string("\u{10000}\u{10FFFF}")),
        Valid(#""\ud7ff\ue000\uffff""#, .string("\u{D7FF}\u{E000}\u{FFFF}")),
        Valid(#""\\u0041""#, .string("\\u0041")),
        Valid(
            "\"\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
            .string("\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}")),
        Valid("\"e\u{301}\"", .string("e\u{301}")),
        Valid(#""\r\n""#, .string("\r\n")),
    ]

    private static let containers = [
        Valid("[]", .array([])),
        Valid("[ ]", .array([])),
        Valid("[1]", .array([.integer(1)])),
        Valid("[ 1 , -2,\n3 ]", .array([.integer(1), .integer(-2), .integer(3)])),
        Valid("[[],[[]]]", .array([.array([]), .array([.array([])])])),
        Valid(
            #"[null,true,false,"x",0.5]"#,
            .array([.null, .bool(true), .bool(false), .string("x"), .number("0.5")])),
        Valid("{}", .members([:])),
        Valid("{ }", .members([:])),
        Valid(#"{"a":1}"#, .members(["a": .integer(1)])),
        Valid(#"{ "b" : 1 , "a" : null }"#, .members(["b": .integer(1), "a": .null])),
        Valid(#"{"":{"":[]}}"#, .members(["": .members(["": .array([])])])),
        Valid(#"{"a":1,"A":2}"#, .members(["a": .integer(1), "A": .integer(2)])),
        Valid(
            #"[{"a":1},{"a":1}]"#, .array(Array(repeating: .members(["a": .integer(1)]), count: 2))),
        Valid(#"{"\u0061b":1}"#, .members(["ab": .integer(1)])),
    ]
}
