import Testing

@testable import HTTPWire

@Suite struct OctetsTests {
    private static let alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

    @Test func `the classes are those of the grammars`() {
        let token = Set((Self.alphanumeric + "!#$%&'*+-.^_`|~").utf8)
        let target = Set((Self.alphanumeric + "-._~!$&'()*+,;=:@/?%[]").utf8)
        let unreserved = Set((Self.alphanumeric + "-._~").utf8)
        for octet in UInt8.min...UInt8.max {
            #expect(Octets.isToken(octet) == token.contains(octet))
            #expect(Octets.isTarget(octet) == target.contains(octet))
            #expect(Octets.isPlainTarget(octet) == target.subtracting("?%[]".utf8).contains(octet))
            #expect(Octets.isUnreserved(octet) == unreserved.contains(octet))
            #expect(Octets.isFieldValue(octet) == (octet == 9 || octet >= 32 && octet != 127))
        }
    }

    @Test(arguments: 0..<24)
    func `the end of a value is found at every place`(place: Int) {
        for octet: UInt8 in [0, 10, 13, 31, 127] {
            var bytes = [UInt8](repeating: 0xe9, count: 24)
            bytes[place] = octet
            #expect(Octets.endOfFieldValue(bytes.span, from: 0, to: 24) == place)
            bytes[place] = 9
            #expect(Octets.endOfFieldValue(bytes.span, from: 0, to: 24) == 24)
        }
    }
}
