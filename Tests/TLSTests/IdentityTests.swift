import TLS
import TestSupport
import Testing

@Suite struct IdentityTests {
    let authority: TestAuthority
    let identity: TLSIdentity

    init() throws {
        authority = try TestAuthority()
        identity = try authority.issue("server")
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o620, 0o601])
    func `a key that others can read is refused`(mode: Int) throws {
        let octets = try authority.folder.octets(of: "server.key")
        let exposed = try authority.folder.write(octets, to: "exposed.key", mode: mode)
        #expect(throws: TLSFault.exposed(path: exposed, mode: UInt32(mode))) {
            try load(key: exposed)
        }
    }

    @Test(arguments: [0o600, 0o400, 0o700])
    func `a key for its owner alone is taken`(mode: Int) throws {
        let octets = try authority.folder.octets(of: "server.key")
        try load(key: authority.folder.write(octets, to: "own.key", mode: mode))
    }

    @Test func `everybody may read the certificate`() throws {
        let octets = try authority.folder.octets(of: "server.crt")
        try load(certificate: authority.folder.write(octets, to: "open.crt", mode: 0o644))
    }

    @Test func `a certificate with another key is refused`() throws {
        let other = try authority.issue("other")
        #expect(
            throws: TLSFault.mismatched(certificate: identity.certificateFile, key: other.keyFile)
        ) { try load(key: other.keyFile) }
    }

    @Test func `a file that is missing, or is none, is named`() throws {
        let missing = authority.folder.file("missing")
        #expect(throws: TLSFault.unreadable(path: missing, number: 2)) { try load(key: missing) }
        #expect(throws: TLSFault.unreadable(path: missing, number: 2)) { try load(certificate: missing) }
        let folder = authority.folder.path
        #expect(throws: TLSFault.unreadable(path: folder, number: 22)) { try load(key: folder) }
    }

    @Test func `a file without what is wanted is named`() throws {
        let empty = try authority.folder.write([], to: "empty")
        #expect(throws: TLSFault.noCertificate(path: empty)) { try load(certificate: empty) }
        #expect(throws: TLSFault.noKey(path: empty)) { try load(key: empty) }
        // Exchanged by mistake.
        #expect(throws: TLSFault.noCertificate(path: identity.keyFile)) {
            try load(certificate: identity.keyFile)
        }
        let open = try authority.folder.write(authority.folder.octets(of: "server.crt"), to: "secret.crt")
        #expect(throws: TLSFault.noKey(path: open)) { try load(key: open) }
    }

    @Test func `a key behind a pass phrase is refused without asking anybody`() throws {
        try authority.run("ec -in server.key -aes128 -passout pass:secret -out locked.key")
        let locked = authority.folder.file("locked.key")
        #expect(throws: TLSFault.locked(path: locked)) { try load(key: locked) }
    }

    @Test func `damaged files are refused`() throws {
        var octets = try authority.folder.octets(of: "server.crt")
        octets[100] = octets[100] == 0x41 ? 0x42 : 0x41
        octets.removeSubrange(200..<240)
        let damaged = try authority.folder.write(octets, to: "damaged.crt")
        guard case .refused(damaged, _) = fault({ try load(certificate: damaged) }) else {
            Issue.record("taken"); return
        }
        let chain = try authority.folder.octets(of: "server.crt") + octets
        let half = try authority.folder.write(chain, to: "half.crt")
        guard case .refused(half, _) = fault({ try load(certificate: half) }) else {
            Issue.record("taken")
            return
        }
        var key = try authority.folder.octets(of: "server.key")
        key.removeSubrange(60..<100)
        let broken = try authority.folder.write(key, to: "broken.key")
        guard case .refused(broken, _) = fault({ try load(key: broken) }) else {
            Issue.record("taken"); return
        }
    }

    @Test func `a key that is too short is refused`() throws {
        let weak = try authority.issue("weak", key: "rsa:1024")
        guard case .refused(weak.certificateFile, let reason) = fault({ try TLSServerContext(plain: weak) })
        else { Issue.record("taken"); return }
        #expect(reason.contains("too small"))
    }

    @Test func `a file too large to be a certificate is refused`() throws {
        let large = try authority.folder.write([UInt8](repeating: 0x2d, count: 1_048_577), to: "large")
        #expect(throws: TLSFault.unreadable(path: large, number: 27)) { try load(certificate: large) }
    }

    @Test func `the chain is sent along`() throws {
        _ = try authority.issue(
            "middle", for: "DNS:middle", options: "-addext basicConstraints=critical,CA:TRUE")
        let leaf = try authority.issue("leaf", by: "middle")
        let lonely = try Link(TLSServerContext(plain: leaf), authority.client())
        guard case .failed(.untrusted) = lonely.shake().client else { Issue.record("trusted"); return }
        let chain =
            try authority.folder.octets(of: "leaf.crt") + authority.folder.octets(of: "middle.crt")
        let file = try authority.folder.write(chain, to: "chain.crt")
        let whole = TLSIdentity(certificateFile: file, keyFile: leaf.keyFile)
        #expect(try Link(TLSServerContext(plain: whole), authority.client()).shake().client == .done(0))
    }

    @Test func `the validity is that of the certificate`() throws {
        let validity = try TLSServerContext(plain: identity).validity
        #expect(abs(validity.notBefore - now) < 600)
        #expect(validity.notAfter - validity.notBefore == 30 * 86_400)
    }

    @discardableResult
    private func load(certificate: String? = nil, key: String? = nil) throws -> TLSServerContext {
        try TLSServerContext(
            plain: TLSIdentity(
                certificateFile: certificate ?? identity.certificateFile, keyFile: key ?? identity.keyFile))
    }
}

/// The fault that a function ends with.
func fault<Value>(_ body: () throws -> Value) -> TLSFault? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? TLSFault
    }
}
