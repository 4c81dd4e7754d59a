import Digest
import Testing

@Suite struct HexadecimalTests {
    @Test func `every byte is two digits, and comes back`() {
        let bytes = (0...255).map { UInt8($0) }
        let text = Hexadecimal.text(bytes)
        #expect(text.utf8.count == 512 && text.hasPrefix("000102") && text.hasSuffix("feff"))
        #expect(Hexadecimal.bytes(text) == bytes)
    }

    @Test(arguments: ["0", "0g", "FF", " 0", "é0"])
    func `anything else is refused`(text: String) {
        #expect(Hexadecimal.bytes(text) == nil)
    }
}
