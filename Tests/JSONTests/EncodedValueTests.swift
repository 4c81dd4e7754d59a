import JSON
import Testing

@Suite struct EncodedValueTests {
    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private func value(_ json: String) -> EncodedValue { EncodedValue(Array(json.utf8)[...]) }

    @Test func `the members of an object are found without reading them`() {
        let object = value(#"{"a":1,"b c":[1,{"x":"}]"},[]],"d":{},"e\"":"\\","f":null,"g":"ä"}"#)
        #expect(object.members.map { Self.text($0.name) } == ["a", "b c", "d", #"e\""#, "f", "g"])
        #expect(
            object.members.map { Self.text($0.value.bytes) } == [
                "1", #"[1,{"x":"}]"},[]]"#, "{}", #""\\""#, "null", #""ä""#,
            ])
        #expect(object.members.map(\.value.isNull) == [false, false, false, false, true, false])
    }

    @Test func `the elements of an array are found without reading them`() {
        #expect(
            value(#"[{"a":[1,2]},"],[",-1.5e3,[],true]"#).elements.map { Self.text($0.bytes) }
                == [#"{"a":[1,2]}"#, #""],[""#, "-1.5e3", "[]", "true"])
        #expect(value("[]").elements.isEmpty)
        #expect(value("{}").members.isEmpty)
        #expect(value("1").members.isEmpty && value("{}").elements.isEmpty)
    }

    @Test func `a plain text is one without escapes`() {
        #expect(value(#""01a1""#).plainText == "01a1")
        #expect(value(#""a\n""#).plainText == nil)
        #expect(value("1").plainText == nil)
        #expect(value("").plainText == nil)
    }

    @Test func `what the writer writes is taken apart as it was put together`() {
        for seed in 0..<300 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let tree = JSONValue.random(depth: 4, using: &generator)
            let found = EncodedValue(encoded(tree)[...])
            switch tree {
            case .object(let object):
                #expect(found.members.count == object.members.count)
                for (member, found) in zip(object.members, found.members) {
                    #expect(Array(found.value.bytes) == encoded(member.value))
                    #expect([UInt8(ascii: "\"")] + found.name + [UInt8(ascii: "\"")] == encoded(member.name))
                }
            case .array(let elements):
                #expect(found.elements.map { Array($0.bytes) } == elements.map { encoded($0) })
            default: #expect(found.members.isEmpty && found.elements.isEmpty)
            }
        }
    }

    private func encoded(_ value: some JSONWritable) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }

    @Test func `damaged bytes are taken for something, and never read beyond`() {
        for _ in 0..<3_000 {
            let noise = (0..<Int.random(in: 0...16)).map { _ in
                Array(#"{}[],:"\a1"#.utf8).randomElement() ?? 0
            }
            let value = EncodedValue(noise[...])
            _ = (value.members.count, value.elements.count, value.plainText)
        }
    }
}
