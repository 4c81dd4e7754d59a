import COpenSSL
import TLS
import TestSupport
import Testing

@Suite struct ClientTests {
    let authority: TestAuthority

    init() throws {
        authority = try TestAuthority()
    }

    @Test(arguments: [
        ("DNS:localhost", "localhost"), ("DNS:a.example.org,DNS:b.example.org", "b.example.org"),
        ("DNS:*.example.org", "c.example.org"), ("DNS:LOCALHOST", "localhost"),
        ("IP:127.0.0.1", "127.0.0.1"), ("IP:::1", "::1"),
    ])
    func `a server that proves the name is trusted`(names: String, host: String) throws {
        #expect(try outcome(names: names, host: host) == .done(0))
    }

    @Test(arguments: [
        ("DNS:other", "localhost"), ("DNS:localhost", "127.0.0.1"), ("IP:127.0.0.1", "localhost"),
        ("DNS:*.example.org", "example.org"), ("DNS:*.example.org", "a.b.example.org"),
        ("DNS:c*.example.org", "cat.example.org"), ("DNS:127.0.0.1", "127.0.0.1"),
        ("DNS:example.org", "example.org.evil.net"), ("IP:127.0.0.1", "127.0.0.2"),
    ])
    func `another name is refused`(names: String, host: String) throws {
        guard case .failed(.untrusted) = try outcome(names: names, host: host) else {
            Issue.record("\(names) was taken for \(host)"); return
        }
    }

    @Test func `a certificate that is over is refused`() throws {
        // X509_V_ERR_CERT_HAS_EXPIRED
        #expect(try outcome(days: -1) == .failed(.untrusted(code: 10)))
    }

    @Test func `an authority that nobody trusts is refused`() throws {
        let stranger = try TestAuthority()
        let server = try TLSServerContext(plain: authority.issue("server"))
        guard case .failed(.untrusted) = try outcome(server, stranger.client()) else {
            Issue.record("trusted"); return
        }
        guard case .failed(.untrusted) = try outcome(server, TLSClientContext(trust: .system)) else {
            Issue.record("trusted"); return
        }
    }

    @Test func `a certificate that vouches for itself is refused`() throws {
        try authority.run(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost",
            "-keyout self.key -out self.crt -addext subjectAltName=DNS:localhost")
        let server = try TLSServerContext(
            plain: TLSIdentity(
                certificateFile: authority.folder.file("self.crt"),
                keyFile: authority.folder.file("self.key")))
        guard case .failed(.untrusted) = try outcome(server, authority.client()) else {
            Issue.record("trusted"); return
        }
    }

    @Test func `a refused server gets no octet and learns why`() throws {
        let link = try Link(
            TLSServerContext(plain: authority.issue("server", for: "DNS:other")), authority.client())
        var outcomes: [TLSSession.Outcome] = []
        var buffer = [UInt8](repeating: 0, count: 10)
        for _ in 0..<5 {
            _ = link.client.handshake()
            outcomes.append(link.server.handshake())
        }
        #expect(!link.client.isEstablished)
        guard case .failed = link.client.write([1], []) else { Issue.record("written"); return }
        guard case .failed(.refused) = link.server.read(into: &buffer) else {
            Issue.record("no alert"); return
        }
    }

    @Test func `a server of an older version is refused`() throws {
        let identity = try authority.issue("server")
        for (version, isTaken) in [(TLS1_1_VERSION, false), (TLS1_2_VERSION, true)] {
            let ends = try SocketPair()
            let server = OddServer(on: ends, identity, version: version)
            let client = try authority.client().session(on: ends.second, host: "localhost")
            _ = shakeHands(server.handshake, client.handshake)
            #expect(client.isEstablished == isTaken)
        }
    }

    @Test func `a server that speaks plain text is told apart`() throws {
        let ends = try SocketPair()
        let client = try authority.client().session(on: ends.first, host: "localhost")
        #expect(client.handshake() == .wantsRead)
        try ends.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), from: ends.second)
        #expect(client.handshake() == .failed(.plainText))
    }

    @Test func `a host that is none is refused before anything is sent`() throws {
        let ends = try SocketPair()
        for host in ["", "a\u{0}b"] {
            #expect(throws: TLSFault.self) { try authority.client().session(on: ends.first, host: host) }
        }
    }

    @Test func `a file without authorities is named`() throws {
        let empty = try authority.folder.write([], to: "empty")
        #expect(throws: TLSFault.noCertificate(path: empty)) {
            try TLSClientContext(trust: .file(empty))
        }
    }

    @Test func `failures are told in words`() throws {
        #expect("\(TLSFailure.untrusted(code: 10))" == "certificate has expired")
        #expect("\(TLSFailure.truncated)".contains("close_notify"))
    }

    private func outcome(
        names: String = "DNS:localhost", host: String = "localhost", days: Int = 30
    ) throws -> TLSSession.Outcome {
        let server = try TLSServerContext(plain: authority.issue("server", for: names, days: days))
        return try outcome(server, authority.client(), host: host)
    }

    /// How the client's handshake ends.
    private func outcome(
        _ server: TLSServerContext, _ client: TLSClientContext, host: String = "localhost"
    ) throws -> TLSSession.Outcome {
        let link = try Link(server, client, host: host)
        for _ in 0..<10 {
            let outcome = link.client.handshake()
            if outcome != .wantsRead { return outcome }
            _ = link.server.handshake()
        }
        return .wantsRead
    }
}
