import HTTPWire
import Testing

@testable import HTTPServer

@Suite struct CensusTests {
    private let trust = ProxyTrust()
    private let census: Census

    init() {
        census = Census(limit: 5, limitPerAddress: 2, trust: trust)
    }

    private func admit(_ address: String, _ purpose: ListenerPurpose = .public) throws -> Census.Seat? {
        census.admit(Origin(peer: try #require(PeerAddress(address)), purpose: purpose))
    }

    @Test func `an IPv6 network counts as one caller`() throws {
        #expect(try admit("2001:db8::1") != nil && admit("2001:db8::2") != nil)
        #expect(try admit("2001:db8::3") == nil)
        #expect(try admit("2001:db8:0:1::1") != nil)
    }

    @Test func `a trusted proxy has no limit of its own`() throws {
        trust.replace(with: try TrustedProxies(reading: ["10.0.0.1"]))
        for _ in 0..<5 { #expect(try admit("10.0.0.1") != nil) }
        #expect(try admit("10.0.0.1") == nil, "the total holds for everybody")
    }

    @Test func `what was counted is given back although the trust has changed meanwhile`() throws {
        let seats = try [admit("10.0.0.1"), admit("10.0.0.1")].compactMap(\.self)
        trust.replace(with: try TrustedProxies(reading: ["10.0.0.1"]))
        let third = try #require(try admit("10.0.0.1"))
        for seat in seats + [third] { census.release(seat) }
        #expect(census.total == 0)
        trust.replace(with: TrustedProxies())
        #expect(try admit("10.0.0.1") != nil && admit("10.0.0.1") != nil)
        #expect(try admit("10.0.0.1") == nil)
    }

    @Test func `peers on Unix sockets have no limit of their own`() {
        let origin = Origin(credentials: PeerCredentials(process: 1, user: 1, group: 1))
        for _ in 0..<5 { #expect(census.admit(origin) != nil) }
        #expect(census.admit(origin) == nil)
    }

    @Test func `control and metrics get in when everybody else is refused`() throws {
        for number in 0..<5 { #expect(try admit("192.0.2.\(number)") != nil) }
        #expect(try admit("192.0.2.9") == nil)
        let seats = try (0..<16).compactMap { _ in try admit("127.0.0.1", .metrics) }
        #expect(seats.count == 16)
        #expect(try admit("127.0.0.1", .control) == nil)
        census.release(seats[0])
        #expect(try admit("127.0.0.1", .control) != nil)
        #expect(census.total == 21)
    }
}
