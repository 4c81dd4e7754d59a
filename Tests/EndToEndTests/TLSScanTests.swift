import Foundation
import TLS
import TestSupport
import Testing

/// What a scanner finds at the encrypted door: openssl(1) asks for things that are not to be had (operations.md §6).
@Suite struct TLSScanTests {
    private static let curves = ["ECDSA": "ec -pkeyopt ec_paramgen_curve:P-256", "RSA": "rsa:2048"]
    private static let suites = ["AES128-GCM-SHA256", "AES256-GCM-SHA384", "CHACHA20-POLY1305"]

    private let city: City
    private let authority: TestAuthority

    init() throws {
        city = try City()
        authority = try TestAuthority()
    }

    @Test func `by default there is TLS 1 3 and nothing older`() throws {
        let service = try serve("ECDSA")
        #expect(try scan(service, "-tls1_3").isEstablished)
        for version in ["-tls1", "-tls1_1", "-tls1_2"] {
            #expect(try !scan(service, version, "-cipher", Self.everything).isEstablished, "\(version)")
        }
    }

    @Test(arguments: curves.keys.sorted())
    func `with the switch there is TLS 1 2 with six suites, each with authentication and forward secrecy`(
        kind: String
    ) throws {
        let service = try serve(kind, "--tls-min", "1.2")
        let allowed = Self.suites.map { "ECDHE-\(kind)-\($0)" }
        for suite in allowed {
            let session = try scan(service, "-tls1_2", "-cipher", suite)
            #expect(session.isEstablished && session.text.contains("Cipher is \(suite)"), "\(suite)")
        }
        let others = Self.everything + allowed.map { ":!\($0)" }.joined()
        #expect(try !scan(service, "-tls1_2", "-cipher", others).isEstablished)
        for version in ["-tls1", "-tls1_1"] {
            #expect(try !scan(service, version, "-cipher", Self.everything).isEstablished, "\(version)")
        }
        #expect(try scan(service, "-tls1_3").isEstablished)
    }

    @Test func `nothing is negotiated a second time`() throws {
        let service = try serve("ECDSA", "--tls-min", "1.2")
        // A line with an R has openssl(1) ask for another handshake.
        let session = try scan(service, "-tls1_2", input: "R\n")
        #expect(session.isEstablished && session.errors.contains("RENEGOTIATING"))
        #expect(session.errors.contains("no renegotiation"), "\(session.errors)")
    }

    @Test func `nothing is compressed, and nothing is taken before the handshake ends`() throws {
        let service = try serve("ECDSA", "--tls-min", "1.2")
        for version in ["-tls1_2", "-tls1_3"] {
            let session = try scan(service, version, "-comp")
            #expect(session.isEstablished)
            #expect(session.text.contains("Compression: NONE"), "\(version)")
            #expect(!session.text.contains("Early data was accepted"))
        }
        let tickets = try scan(service, "-tls1_3", "-ign_eof", input: Self.request)
        #expect(tickets.text.contains("HTTP/1.1 200"))
        #expect(tickets.text.contains("Max Early Data: 0"))
        #expect(!tickets.text.contains(#/Max Early Data: [1-9]/#))
    }

    @Test func `keys are agreed on over three curves, and only HTTP 1 1 is spoken`() throws {
        let service = try serve("ECDSA")
        for curve in ["X25519", "P-256", "P-384"] {
            #expect(try scan(service, "-groups", curve).isEstablished, "\(curve)")
        }
        #expect(try !scan(service, "-groups", "P-521:X448:ffdhe2048").isEstablished)
        #expect(try scan(service, "-alpn", "h2,http/1.1").text.contains("ALPN protocol: http/1.1"))
        #expect(try !scan(service, "-alpn", "h2").isEstablished)
    }

    /// All suites that this openssl(1) has, also those that nobody should use.
    private static let everything = "ALL:COMPLEMENTOFALL:@SECLEVEL=0"
    private static let request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    private struct Session {
        let text: String
        let errors: String

        /// Whether both agreed; a session that has no suite was none.
        var isEstablished: Bool { !text.contains("Cipher is (NONE)") && text.contains("Cipher is ") }
    }

    private func scan(_ service: Service, _ options: String..., input: String = "") throws -> Session {
        let tool = try Tool(
            "openssl", ["s_client", "-connect", "127.0.0.1:\(service.port)"] + options, input: input)
        return Session(text: tool.text, errors: tool.errors)
    }

    private func serve(_ kind: String, _ options: String...) throws -> Service {
        let identity = try authority.issue("server", key: try #require(Self.curves[kind]))
        return try city.serveEncrypted(identity, trust: authority.client(), host: "localhost", options)
    }
}
