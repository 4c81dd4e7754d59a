import Digest
import Testing

@Suite struct DigestTests {
    @Test func `CRC-32 gives zlib's check value`() {
        #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    }
}
