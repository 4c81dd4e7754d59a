import COpenSSL
import TLS
import TestSupport
import Testing

@Suite struct HandshakeTests {
    let authority: TestAuthority
    let identity: TLSIdentity

    init() throws {
        authority = try TestAuthority()
        identity = try authority.issue("server")
    }

    @Test func `both ends agree on TLS 1 3, AES-128-GCM and HTTP 1 1, and understand each other`() throws {
        let link = try Link(TLSServerContext(plain: identity), authority.client())
        let (server, client) = link.shake()
        #expect(server == .done(0))
        #expect(client == .done(0))
        #expect(link.server.version == "TLSv1.3")
        #expect(link.server.cipher == "TLS_AES_128_GCM_SHA256")
        #expect(link.server.applicationProtocol == "http/1.1")
        #expect(link.client.applicationProtocol == "http/1.1")
        let octets = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try link.carry(octets, from: link.client, to: link.server) == octets)
        #expect(try link.carry(octets, from: link.server, to: link.client) == octets)
    }

    @Test func `the handshake waits for the peer instead of failing`() throws {
        let link = try Link(TLSServerContext(plain: identity), authority.client())
        #expect(link.server.handshake() == .wantsRead)
        #expect(!link.server.isEstablished)
        #expect(link.client.handshake() == .wantsRead)
    }

    @Test(arguments: [TLS1_2_VERSION, TLS1_1_VERSION, TLS1_VERSION])
    func `older versions are refused`(version: Int32) throws {
        let (server, client) = try shake(.v1_3, versions: version...version)
        guard case .failed(.refused) = server else { Issue.record("\(server)"); return }
        #expect(!client)
    }

    @Test(arguments: [TLS1_1_VERSION, TLS1_VERSION])
    func `with the switch for TLS 1 2 everything older is refused still`(version: Int32) throws {
        let (server, _) = try shake(.v1_2, versions: version...version)
        guard case .failed(.refused) = server else { Issue.record("\(server)"); return }
    }

    @Test(arguments: [
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305",
    ])
    func `the switch for TLS 1 2 adds suites with forward secrecy and authenticated encryption`(
        suite: String
    ) throws {
        let (server, client) = try shake(.v1_2, versions: TLS1_2_VERSION...TLS1_2_VERSION, suites: suite)
        #expect(server == .done(0))
        #expect(client)
    }

    @Test(arguments: [
        "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-CCM",
        "ECDHE-ECDSA-CAMELLIA128-SHA256", "ECDHE-ECDSA-NULL-SHA", "AECDH-AES128-SHA",
    ])
    func `no other suite of TLS 1 2 is taken`(suite: String) throws {
        let (server, _) = try shake(.v1_2, versions: TLS1_2_VERSION...TLS1_2_VERSION, suites: suite)
        guard case .failed(.refused) = server else { Issue.record("\(suite): \(server)"); return }
    }

    @Test(arguments: ["AES128-GCM-SHA256", "DHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-SHA256"])
    func `nor with an RSA key`(suite: String) throws {
        let identity = try authority.issue("rsa", key: "rsa:2048")
        let (server, _) = try shake(
            .v1_2, versions: TLS1_2_VERSION...TLS1_2_VERSION, suites: suite, identity: identity)
        guard case .failed(.refused) = server else { Issue.record("\(suite): \(server)"); return }
    }

    @Test(arguments: [("X25519", true), ("P-256", true), ("P-384", true), ("P-521", false), ("X448", false)])
    func `keys are exchanged over three curves and no other`(group: String, isTaken: Bool) throws {
        let (server, client) = try shake(.v1_3, groups: group)
        #expect((server == .done(0)) == isTaken)
        #expect(client == isTaken)
    }

    @Test func `a client that prefers ChaCha20 gets it`() throws {
        let (ends, context) = try (SocketPair(), TLSServerContext(plain: identity, minimum: .v1_2))
        let server = try context.session(on: ends.first)
        let client = OddClient(
            on: ends, versions: TLS1_2_VERSION...TLS1_2_VERSION,
            suites: "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256")
        _ = shakeHands(server.handshake, client.handshake)
        #expect(server.cipher == "ECDHE-ECDSA-CHACHA20-POLY1305")
    }

    @Test func `a client that offers no protocol is taken to speak HTTP 1 1`() throws {
        let (server, client) = try shake(.v1_3)
        #expect(server == .done(0))
        #expect(client)
    }

    @Test(arguments: [["http/1.1"], ["h2", "http/1.1"], ["http/1.0", "http/1.1", "h2"]])
    func `of the protocols a client offers HTTP 1 1 is chosen`(offer: [String]) throws {
        let (ends, context) = try (SocketPair(), TLSServerContext(plain: identity))
        let server = try context.session(on: ends.first)
        let client = OddClient(on: ends, protocols: offer)
        _ = shakeHands(server.handshake, client.handshake)
        #expect(server.isEstablished)
        #expect(server.applicationProtocol == "http/1.1")
    }

    @Test(arguments: [["h2"], ["http/1.0"], ["http/1.1x"], ["h2", "h3"]])
    func `a client that offers only other protocols is told so`(offer: [String]) throws {
        let (ends, context) = try (SocketPair(), TLSServerContext(plain: identity))
        let server = try context.session(on: ends.first)
        let client = OddClient(on: ends, protocols: offer)
        var reasons: [Int32] = []
        for _ in 0..<10 {
            _ = server.handshake()
            _ = client.handshake()
            reasons.append(client.reason)
        }
        #expect(!server.isEstablished)
        #expect(reasons.contains(SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL))
    }

    @Test func `nothing is negotiated a second time`() throws {
        let (ends, context) = try (SocketPair(), TLSServerContext(plain: identity, minimum: .v1_2))
        let server = try context.session(on: ends.first)
        let client = OddClient(on: ends, versions: TLS1_2_VERSION...TLS1_2_VERSION)
        _ = shakeHands(server.handshake, client.handshake)
        #expect(server.isEstablished)
        #expect(unsafe SSL_renegotiate(client.session) == 1)
        var buffer = [UInt8](repeating: 0, count: 100)
        var isAgain = false
        for _ in 0..<20 {
            _ = client.handshake()
            if client.reason == SSL_R_NO_RENEGOTIATION { isAgain = true }
            _ = server.read(into: &buffer)
        }
        #expect(isAgain)
    }

    /// A handshake with a client that is not ours.
    private func shake(
        _ minimum: TLSVersion, versions: ClosedRange<Int32> = TLS1_VERSION...TLS1_3_VERSION,
        suites: String? = nil, groups: String? = nil, identity: TLSIdentity? = nil
    ) throws -> (TLSSession.Outcome, Bool) {
        let ends = try SocketPair()
        let context = try TLSServerContext(plain: identity ?? self.identity, minimum: minimum)
        let server = try context.session(on: ends.first)
        let client = OddClient(on: ends, versions: versions, suites: suites, groups: groups)
        var outcome = server.handshake()
        var isComplete = client.handshake()
        for _ in 0..<20 {
            if case .failed = outcome { break }
            outcome = server.handshake()
            isComplete = client.handshake()
        }
        return (outcome, isComplete)
    }
}
