import JSON
import Testing

@testable import YAML

@Suite struct YAMLReaderTests {
    private func json(_ text: String) throws -> String {
        var reader = YAMLReader(Array(text.utf8))
        var writer = JSONWriter()
        writer.value(try reader.document())
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("a: 1\nb: x y\n", #"{"a":1,"b":"x y"}"#),
        ("a:\n  b:\n    c: null\n  d: ~\ne:\n", #"{"a":{"b":{"c":null},"d":null},"e":null}"#),
        ("- 1\n- two\n-\n", #"[1,"two",null]"#),
        ("- a: 1\n  b: 2\n- - x\n  - y\n", #"[{"a":1,"b":2},["x","y"]]"#),
        ("a:\n  - b: 1\n    c:\n      - d\n", #"{"a":[{"b":1,"c":["d"]}]}"#),
        ("\"200\": { a: b }\n'x y': 1\n", #"{"200":{"a":"b"},"x y":1}"#),
        ("a: { b: [1, 2.5, -3], c: {}, d: [] }\n", #"{"a":{"b":[1,2.5,-3],"c":{},"d":[]}}"#),
        ("a:\n  { b: c,\n    d: e, # why\n  }\nf: 1\n", #"{"a":{"b":"c","d":"e"},"f":1}"#),
        ("[a, \"b, c\", 'd''e', { f: g:h }]", #"["a","b, c","d'e",{"f":"g:h"}]"#),
        ("# before\na: b # behind\n# between\nc: d#e\n", #"{"a":"b","c":"d#e"}"#),
        ("a: http://x.org/y\nb: ^[a-z]+$\n", #"{"a":"http://x.org/y","b":"^[a-z]+$"}"#),
        ("a: \"x: \\\"y\\\" \\\\ \\n\"\n", #"{"a":"x: \"y\" \\ \n"}"#),
        ("a: &one { b: 1 }\nc: *one\nd: [*one]\n", #"{"a":{"b":1},"c":{"b":1},"d":[{"b":1}]}"#),
        ("a: &two\n  b: 1\nc: *two\n", #"{"a":{"b":1},"c":{"b":1}}"#),
        ("true", "true"), ("yes", #""yes""#), ("0x1F", #""0x1F""#), (".5", #"".5""#), ("1.0.0", #""1.0.0""#),
        ("2026-11-21", #""2026-11-21""#), ("-", "[null]"), ("", "null"), ("007", #""007""#),
        ("99999999999999999999", "99999999999999999999"),
    ]) func `a value is read as what it says`(_ text: String, _ expected: String) throws {
        #expect(try json(text) == expected)
    }

    @Test(arguments: [
        ("a: |\n  one\n   two\n\n  three\n\nb: 1\n", "one\n two\n\nthree\n"),
        ("a: |-\n  one\n  two\nb: 1\n", "one\ntwo"),
        ("a: >-\n  one\n  two\n\n  three # stays\nb: 1\n", "one two\nthree # stays"),
        ("a: >\n  one\n  two\n", "one two\n"),
        ("a: |\nb: 1\n", ""),
    ]) func `a block text keeps or folds its lines`(_ text: String, _ expected: String) throws {
        var reader = YAMLReader(Array(text.utf8))
        guard case .object(let object) = try reader.document() else {
            throw YAMLFault(line: 0, reason: .unexpected)
        }
        #expect(object["a"] == .string(expected))
    }

    @Test(arguments: [
        ("a: 1\na: 2\n", 2, YAMLFault.Reason.duplicateKey), ("{ a: 1, a: 2 }", 1, .duplicateKey),
        ("a: [1, 2\n", 2, .unexpectedEnd), ("a: \"x", 1, .unexpectedEnd), ("a: \"x\ny\"", 1, .unsupported),
        ("a: *none\n", 1, .unknownAlias), ("a: !tag x\n", 1, .unsupported), ("%YAML 1.2\n", 1, .unsupported),
        ("a:\n\tb: 1\n", 2, .unsupported), ("a: 1\r\nb: 2\n", 1, .unsupported),
        ("a: |+\n  x\n", 1, .unsupported),
        ("a: >-\n  x\n    y\n", 3, .unsupported), ("a: \"\\x41\"", 1, .unsupported),
        ("a: 1\n  b: 2\n", 2, .unexpected), ("a: b: c\n", 1, .unexpected), ("- 1\nb\n", 2, .unexpected),
        ("a:\n  - 1\n b: 2\n", 3, .unexpected), ("a: @x\n", 1, .unexpected), ("{ a }", 1, .unexpected),
        ("[1 2]]", 1, .unexpected), ("--- a\n--- b\n", 2, .unexpected),
    ]) func `what is not read is refused, with its line`(
        _ text: String, _ line: Int, _ reason: YAMLFault.Reason
    ) {
        #expect(throws: YAMLFault(line: line, reason: reason)) { try json(text) }
    }

    @Test func `collections lie so deep inside one another, and no deeper`() throws {
        let deepest = YAMLReader.depth - 2
        let text = { (count: Int) in
            String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        #expect(try json(text(deepest)) == text(deepest))
        #expect(throws: YAMLFault(line: 1, reason: .tooDeep)) { try json(text(YAMLReader.depth + 1)) }
    }
}
