import TLS
import TestSupport
import Testing

@Suite struct ReloadTests {
    let authority: TestAuthority
    let holder: RenewableTLSContext
    let first: TLSIdentity

    init() throws {
        authority = try TestAuthority()
        first = try authority.issue("first", for: "DNS:first")
        holder = try RenewableTLSContext(first, ticketKeys: TicketKeys(clock: { .zero }))
    }

    @Test func `new connections get the new certificate, open ones live on`() throws {
        let open = try Link(holder.current, authority.client(), host: "first")
        #expect(open.shake().client == .done(0))
        let half = try Link(holder.current, authority.client(), host: "first")
        #expect(half.client.handshake() == .wantsRead)
        try holder.reload(authority.issue("second", for: "DNS:second"), now: now)
        #expect(try open.carry([1, 2], from: open.client, to: open.server) == [1, 2])
        #expect(try open.carry([3], from: open.server, to: open.client) == [3])
        #expect(half.shake().client == .done(0))
        let next = try Link(holder.current, authority.client(), host: "second")
        #expect(next.shake().client == .done(0))
    }

    @Test func `the same files are read again`() throws {
        let next = try authority.issue("second", for: "DNS:second")
        for (old, new) in [(first.certificateFile, next.certificateFile), (first.keyFile, next.keyFile)] {
            try authority.replace(old, by: new)
        }
        try holder.reload(now: now)
        #expect(try Link(holder.current, authority.client(), host: "second").shake().client == .done(0))
    }

    @Test func `a pair that does not fit changes nothing`() throws {
        let other = try authority.issue("other")
        let wrong = TLSIdentity(certificateFile: other.certificateFile, keyFile: first.keyFile)
        #expect(throws: TLSFault.mismatched(certificate: other.certificateFile, key: first.keyFile)) {
            try holder.reload(wrong, now: now)
        }
        try expectUnchanged()
    }

    @Test func `a certificate that is over changes nothing`() throws {
        let expired = try authority.issue("expired", days: -1)
        #expect(throws: TLSFault.self) { try holder.reload(expired, now: now) }
        let validity = holder.current.validity
        #expect(throws: TLSFault.expired(path: first.certificateFile, notAfter: validity.notAfter)) {
            try holder.reload(now: validity.notAfter + 1)
        }
        #expect(
            throws: TLSFault.notYetValid(path: first.certificateFile, notBefore: validity.notBefore)
        ) { try holder.reload(now: validity.notBefore - 1) }
        try expectUnchanged()
    }

    @Test func `files that are gone change nothing`() throws {
        try authority.replace(first.keyFile, by: nil)
        #expect(throws: TLSFault.unreadable(path: first.keyFile, number: 2)) {
            try holder.reload(now: now)
        }
        try expectUnchanged()
    }

    private func expectUnchanged() throws {
        #expect(holder.current.identity == first)
        #expect(try Link(holder.current, authority.client(), host: "first").shake().client == .done(0))
    }
}
