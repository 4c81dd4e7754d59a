import HTTPWire
import Testing

/// How the octets of a connection arrive must not matter: the corpus, and requests that a seed makes up.
@Suite struct SplittingTests {
    @Test(arguments: RawRequest.all)
    func `whole, octet by octet and cut anywhere, the corpus is read alike`(raw: RawRequest) {
        let whole = Reading([raw.bytes[...]])
        #expect(Reading(octets: raw.bytes) == whole)
        for cut in Self.cuts(of: raw.bytes) { #expect(Reading(raw.bytes, splitAt: cut) == whole) }
    }

    /// Every place; of long inputs, which repeat one octet, those near the ends and the limits.
    private static func cuts(of bytes: [UInt8]) -> [Int] {
        if bytes.count < 2_000 { return Array(bytes.indices) }
        let limits = [0, 4 * 1024, 8 * 1024, 16 * 1024, bytes.count]
        return limits.flatMap { Array($0 - 60..<$0 + 60) }.filter(bytes.indices.contains)
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `made-up connections are read alike, however they are cut`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<300 {
            let bytes = Self.connection(&numbers)
            let whole = Reading([bytes[...]])
            #expect(Reading(octets: bytes) == whole)
            #expect(Reading(Self.pieces(of: bytes, &numbers)) == whole)
            for cut in stride(from: 0, to: bytes.count, by: 7) {
                #expect(Reading(bytes, splitAt: cut) == whole)
            }
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `made-up connections without a fault are read to their end`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<300 {
            let expected = (0..<Int.random(in: 1...5, using: &numbers)).map { "/\($0) \(seed)" }
            let bytes = expected.flatMap { Self.request($0, &numbers) }
            let reading = Reading(Self.pieces(of: bytes, &numbers))
            #expect(reading.refusal == nil)
            #expect(reading.messages.map(\.summary) == expected)
        }
    }

    /// Some requests, the last of which may be any of the corpus.
    private static func connection(_ numbers: inout SeededNumbers) -> [UInt8] {
        let requests = (0..<Int.random(in: 0...4, using: &numbers)).flatMap { request("/\($0) x", &numbers) }
        let last = RawRequest.all.filter { $0.bytes.count < 300 }.randomElement(using: &numbers)
        return requests + (last?.bytes ?? [])
    }

    /// A request for a path, with content in a framing that chance chooses.
    private static func request(_ summary: String, _ numbers: inout SeededNumbers) -> [UInt8] {
        let parts = summary.split(separator: " ").map(String.init)
        let head = "POST \(parts[0]) HTTP/1.1\r\nHost: a\r\n"
        guard Bool.random(using: &numbers) else {
            return RawRequest.octets(head + "Content-Length: \(parts[1].utf8.count)\r\n\r\n" + parts[1])
        }
        let chunks = parts[1].map { "1\(Bool.random(using: &numbers) ? ";a=\"b\"" : "")\r\n\($0)\r\n" }
            .joined()
        let trailer = Bool.random(using: &numbers) ? "X: y\r\n" : ""
        return RawRequest.octets(head + "Transfer-Encoding: chunked\r\n\r\n\(chunks)0\r\n\(trailer)\r\n")
    }

    private static func pieces(of bytes: [UInt8], _ numbers: inout SeededNumbers) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = Int.random(in: 0...min(40, rest.count), using: &numbers)
            pieces.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return pieces
    }
}
