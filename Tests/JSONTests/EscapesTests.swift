import JSON
import Testing

@Suite struct EscapesTests {
    @Test(arguments: [
        ("", #""""#), ("plain", #""plain""#), ("/", #""/""#), ("\u{7F}", "\"\u{7F}\""),
        ("\"", #""\"""#), ("\\", #""\\""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
        ("\0", #""\u0000""#), ("\u{1B}[0m", #""\u001b[0m""#), ("\u{1F}", #""\u001f""#),
        ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""), ("Träger 🎶", #""Träger 🎶""#),
        ("\r\n", #""\r\n""#), ("a\"b\"c", #""a\"b\"c""#), ("\"\"", #""\"\"""#),
    ])
    func `only what must be escaped is`(_ text: String, _ written: String) {
        #expect(encoded(text) == written)
    }

    @Test func `every ASCII character comes back, wherever it stands`() throws {
        for scalar in (UInt8(0)...127).map(Unicode.Scalar.init) {
            for length in [0, 1, 7, 15, 16, 31, 32, 33, 64] {
                let filler = String(repeating: "x", count: length)
                for (before, after) in [(filler, ""), ("", filler), (filler, filler)] {
                    let text = before + String(scalar) + after
                    let bytes = Array(encoded(text).utf8)
                    #expect(try JSONValue(parsing: bytes) == .string(text))
                    #expect(!bytes.contains { $0 < 0x20 })
                }
            }
        }
    }

    private func encoded(_ text: String) -> String {
        var writer = JSONWriter()
        writer.value(text)
        return writer.text
    }
}
