import Digest
import Testing

@Suite struct SHA256StreamTests {
    @Test(arguments: [0, 1, 63, 64, 65, 10_000])
    func `pieces give the same value as the whole`(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for length in [1, 7, 64, 4096] {
            let stream = SHA256Stream()
            for start in stride(from: 0, to: count, by: length) {
                stream.update(bytes[start..<min(start + length, count)])
            }
            #expect(stream.finish() == sha256(bytes))
        }
    }
}
