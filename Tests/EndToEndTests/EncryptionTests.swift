import Foundation
import TLS
import TestSupport
import Testing

/// The service with its own certificate (operations.md §6).
@Suite struct EncryptionTests {
    private let city: City
    private let authority: TestAuthority

    init() throws {
        city = try City()
        authority = try TestAuthority()
    }

    @Test func `an encrypted service is reached, and takes a new certificate on SIGHUP`() throws {
        let identity = try authority.issue("server", for: "DNS:first")
        let service = try city.serveEncrypted(identity, trust: authority.client(), host: "first")
        let open = try service.connect()
        try open.secure(authority.client(), host: "first")
        let next = try authority.issue("next", for: "DNS:second")
        try authority.replace(identity.keyFile, by: next.keyFile)
        try authority.replace(identity.certificateFile, by: next.certificateFile)
        kill(service.processID, SIGHUP)
        try eventually("the new certificate is used") {
            let client = try service.connect()
            do {
                try client.secure(authority.client(), host: "second")
                return true
            } catch RawClient.Failure.encryption(.untrusted) {
                return false
            }
        }
        try open.send("GET /healthz HTTP/1.1\r\nHost: first\r\n\r\n")
        #expect(try open.readResponse().status == 200)
    }

    @Test func `a wrong new certificate is told in the log and changes nothing`() throws {
        let identity = try authority.issue("server", for: "DNS:first")
        let service = try city.serveEncrypted(identity, trust: authority.client(), host: "first")
        try authority.replace(identity.keyFile, by: authority.issue("other").keyFile)
        kill(service.processID, SIGHUP)
        try eventually("the fault is told") { service.log.contains("certificate not reloaded") }
        #expect(service.log.contains("is not the key"))
        let client = try service.connect()
        try client.secure(authority.client(), host: "first")
    }

    @Test func `a certificate that ends within three weeks is a warning in the log`() throws {
        let identity = try authority.issue("server", for: "DNS:first", days: 20)
        let service = try city.serveEncrypted(identity, trust: authority.client(), host: "first")
        try eventually("the end is told") { service.log.contains("certificate ends soon") }
    }

    @Test func `failed handshakes and the end of the certificate are told to Prometheus`() throws {
        let identity = try authority.issue("server", for: "DNS:first", days: 20)
        let service = try city.serveEncrypted(
            identity, trust: authority.client(), host: "first", ["--metrics-listen", "127.0.0.1:0"])
        func document() throws -> MetricsDocument {
            let client = try RawClient(port: #require(service.ports.last))
            try client.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
            return try MetricsDocument(client.readResponse().text)
        }
        let failures = "scharnier_tls_handshake_failures_total"
        #expect(try document().value(failures) == 0)
        let plain = try service.connect()
        try plain.send("GET /healthz HTTP/1.1\r\nHost: first\r\n\r\n")
        _ = try? plain.readToEnd()
        try eventually("the failure is counted") { try document().value(failures) == 1 }
        let end = try #require(try document().value("scharnier_certificate_expiry_timestamp_seconds"))
        let expected = Date().timeIntervalSince1970 + 20 * 86_400
        #expect(abs(end - expected) < 86_400)
    }

    @Test func `plain text has neither handshakes nor a certificate`() throws {
        let service = try city.serve("--metrics-listen", "127.0.0.1:0")
        let client = try RawClient(port: #require(service.ports.last))
        try client.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let document = try MetricsDocument(client.readResponse().text)
        #expect(document.value("scharnier_tls_handshake_failures_total") == nil)
        #expect(document.value("scharnier_certificate_expiry_timestamp_seconds") == nil)
    }

    @Test func `answers over TLS tell browsers to stay with it, others do not`() throws {
        let identity = try authority.issue("server", for: "DNS:first")
        let service = try city.serveEncrypted(identity, trust: authority.client(), host: "first")
        let client = try service.connect()
        try client.secure(authority.client(), host: "first")
        for target in ["/v1/needs", "/v1/me", "/nothing"] {
            try client.send("GET \(target) HTTP/1.1\r\nHost: first\r\n\r\n")
            #expect(try client.readResponse()["strict-transport-security"] == "max-age=63072000")
        }
        service.terminate()
        _ = try service.outcome()
        let plain = try city.serve()
        let caller = try Caller(plain)
        #expect(try caller.get("/v1/needs").answer["strict-transport-security"] == nil)
    }

    @Test func `the doctor looks at the certificate and its key`() throws {
        func line(_ identity: TLSIdentity, _ key: String? = nil) throws -> String? {
            try Run(
                Program.binary(),
                [
                    "doctor", "--db", city.path, "--lang", "en", "--tls-cert", identity.certificateFile,
                    "--tls-key", key ?? identity.keyFile,
                ], in: city.folder
            ).outcome().lines.first { $0.contains("certificate: ") }
        }
        let good = try authority.issue("good", days: 60)
        #expect(try line(good)?.hasPrefix("ok  certificate: valid for ") == true)
        #expect(try line(authority.issue("soon", days: 20))?.hasPrefix("rat certificate: valid for ") == true)
        #expect(try line(authority.issue("over", days: -1)) == "rat certificate: has ended.")
        #expect(try line(good, authority.issue("other").keyFile)?.contains("is not the key") == true)
        #expect(unsafe chmod(good.keyFile, 0o644) == 0)
        #expect(try line(good)?.contains("chmod 600") == true)
        let plain = try Program.run("doctor", "--db", city.path, in: city.folder)
        #expect(!plain.text.contains("certificate"))
    }

    @Test func `a key that others can read is refused with the remedy`() throws {
        let identity = try authority.issue("server")
        #expect(unsafe chmod(identity.keyFile, 0o644) == 0)
        for (language, remedy) in [("de", "abhelfen: chmod 600"), ("en", "remedy: chmod 600")] {
            let outcome = try serve(identity, "--lang", language)
            #expect(outcome.code == 78)
            #expect(outcome.errors.contains("\(remedy) \(identity.keyFile)"), "\(outcome.errors)")
        }
    }

    @Test func `half a pair, and a pair that does not fit, are refused`() throws {
        let (first, second) = (try authority.issue("first"), try authority.issue("second"))
        let crossed = TLSIdentity(certificateFile: first.certificateFile, keyFile: second.keyFile)
        let outcome = try serve(crossed, "--lang", "en")
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains(second.keyFile))
        let half = try Run(
            Program.binary(), ["serve", "--db", city.path, "--tls-cert", first.certificateFile],
            in: Folder()
        ).outcome()
        #expect(half.code == 78)
        #expect(half.errors.contains("tls_key"))
    }

    @Test func `TLS 1 2 is spoken only where somebody asks for it`() throws {
        let identity = try authority.issue("server")
        for (options, isTaken) in [([], false), (["--tls-min", "1.2"], true)] {
            let service = try city.serveEncrypted(
                identity, trust: authority.client(), host: "localhost", options)
            let curl = try Tool(
                "curl",
                [
                    "-sS", "--noproxy", "*", "--tls-max", "1.2", "--cacert", authority.certificateFile,
                    "https://127.0.0.1:\(service.port)/healthz",
                ])
            #expect((curl.code == 0) == isTaken, "\(curl.errors)")
            try service.kill()
        }
    }

    private func serve(_ identity: TLSIdentity, _ more: String...) throws -> Outcome {
        try Run(
            Program.binary(),
            [
                "serve", "--db", city.path, "--listen", "127.0.0.1:0", "--tls-cert",
                identity.certificateFile, "--tls-key", identity.keyFile,
            ] + more, in: Folder()
        ).outcome()
    }
}

extension City {
    /// Starts the service with a certificate for `host`.
    func serveEncrypted(
        _ identity: TLSIdentity, trust: TLSClientContext, host: String, _ options: [String] = []
    ) throws -> Service {
        let pair = ["--tls-cert", identity.certificateFile, "--tls-key", identity.keyFile]
        return try Service(path, pair + options, in: folder) { try $0.secure(trust, host: host) }
    }
}
