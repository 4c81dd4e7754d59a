import COpenSSL
import Glibc
import TLS
import TestSupport
import Testing

@Suite struct SessionTests {
    let authority: TestAuthority
    let holder: RenewableTLSContext

    init() throws {
        authority = try TestAuthority()
        holder = try RenewableTLSContext(
            authority.issue("server"), ticketKeys: TicketKeys(clock: { .zero }))
    }

    private func established() throws -> Link {
        let link = try Link(holder.current, authority.client())
        link.shake()
        // Takes the tickets as well: closing with them unread would be a reset.
        #expect(try link.carry([1], from: link.server, to: link.client) == [1])
        return link
    }

    @Test func `an end that was said is an end, after everything before it`() throws {
        let link = try established()
        #expect(link.client.write([1, 2, 3], []) == .done(3))
        #expect(link.client.shutdown() == .done(0))
        link.ends.closeSecond()
        var buffer = [UInt8](repeating: 0, count: 10)
        #expect(link.server.read(into: &buffer) == .done(3))
        #expect(link.server.read(into: &buffer) == .ended)
    }

    @Test func `an end that was not said is a truncation`() throws {
        let link = try established()
        #expect(link.client.write([1, 2, 3], []) == .done(3))
        link.ends.closeSecond()
        var buffer = [UInt8](repeating: 0, count: 10)
        #expect(link.server.read(into: &buffer) == .done(3))
        #expect(link.server.read(into: &buffer) == .failed(.truncated))
        #expect(link.server.read(into: &buffer) == .failed(.truncated))
    }

    @Test func `a truncation within one read is not lost`() throws {
        let link = try established()
        for _ in 0..<3 { #expect(link.client.write([1], []) == .done(1)) }
        link.ends.closeSecond()
        var buffer = [UInt8](repeating: 0, count: 10)
        var outcomes: [TLSSession.Outcome] = []
        for _ in 0..<5 {
            outcomes.append(link.server.read(into: &buffer))
            if case .failed = outcomes.last { break }
            // Nothing else would make anybody look again.
            if case .done(let count) = outcomes.last, count < 3 { #expect(link.server.hasBuffered) }
        }
        #expect(outcomes.last == .failed(.truncated))
    }

    @Test func `a changed octet ends the connection`() throws {
        let link = try established()
        let junk: [UInt8] = [0x17, 3, 3, 0, 32] + [UInt8](repeating: 7, count: 32)
        try link.ends.send(junk, from: link.ends.second)
        var buffer = [UInt8](repeating: 0, count: 10)
        guard case .failed(.refused) = link.server.read(into: &buffer) else {
            Issue.record("taken"); return
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "POST / HTTP/1.1\r\n", "CONNECT a:1 HTTP/1.1\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
    ])
    func `plain text is told apart from a failed handshake`(text: String) throws {
        let ends = try SocketPair()
        let server = try holder.session(on: ends.first)
        try ends.send(Array(text.utf8), from: ends.second)
        #expect(server.handshake() == .failed(.plainText))
    }

    @Test func `a handshake that is broken off is counted, a look at the port is not`() throws {
        do {
            let ends = try SocketPair()
            let server = try holder.session(on: ends.first)
            ends.closeSecond()
            guard case .failed = server.handshake() else { Issue.record("goes on"); return }
        }
        #expect(holder.handshakes.failed == 0)
        do {
            let link = try Link(holder.current, authority.client())
            #expect(link.client.handshake() == .wantsRead)
            #expect(link.server.handshake() == .wantsRead)
        }
        #expect(holder.handshakes.failed == 1)
        _ = try established()
        #expect(holder.handshakes.failed == 1)
        #expect(holder.handshakes.completed == 1)
    }

    @Test func `what the socket does not take is left and can be offered again`() throws {
        let link = try established()
        let (head, body) = ([UInt8](repeating: 1, count: 100), [UInt8](repeating: 2, count: 2_000_000))
        var sent = 0
        while case .done(let count) = link.server.write(head, body, from: sent) { sent += count }
        #expect(sent > 0 && sent < 2_000_100)
        #expect(link.server.write(head, body, from: sent) == .wantsWrite)
        var (got, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 70_000))
        for _ in 0..<10_000 where got.count < 2_000_100 {
            if case .done(let count) = link.client.read(into: &buffer) { got += buffer.prefix(count) }
            // Arrays may move between two attempts.
            if sent < 2_000_100, case .done(let count) = link.server.write(head + [], body + [], from: sent) {
                sent += count
            }
        }
        #expect(got == head + body)
    }

    @Test func `what a small buffer leaves inside is announced`() throws {
        let link = try established()
        #expect(link.client.write([UInt8](repeating: 5, count: 3_000), []) == .done(3_000))
        #expect(link.client.write([UInt8](repeating: 6, count: 3_000), []) == .done(3_000))
        var (buffer, got) = ([UInt8](repeating: 0, count: 1_000), [Int]())
        for left in stride(from: 5_000, through: 0, by: -1_000) {
            guard case .done(let count) = link.server.read(into: &buffer) else { break }
            got.append(count)
            #expect(link.server.hasBuffered == (left > 0))
        }
        #expect(got == [1_000, 1_000, 1_000, 1_000, 1_000, 1_000])
        #expect(link.server.read(into: &buffer) == .wantsRead)
    }

    @Test func `one read takes what several records hold`() throws {
        let link = try established()
        for octet: UInt8 in 0..<100 { #expect(link.client.write([octet], []) == .done(1)) }
        var buffer = [UInt8](repeating: 0, count: 1_000)
        #expect(link.server.read(into: &buffer) == .done(100))
        #expect(Array(buffer.prefix(100)) == Array(0..<100))
        #expect(!link.server.hasBuffered)
    }

    @Test func `errors that others left in the queue do not count`() throws {
        let link = try established()
        var buffer = [UInt8](repeating: 0, count: 10)
        leaveError()
        #expect(link.server.read(into: &buffer) == .wantsRead)
        leaveError()
        #expect(link.client.write([1], []) == .done(1))
        leaveError()
        #expect(link.server.read(into: &buffer) == .done(1))
    }

    @Test func `writing to a peer that has gone is a failure and no signal`() throws {
        let link = try established()
        let before = signal(SIGPIPE, SIG_DFL)
        defer { _ = signal(SIGPIPE, before) }
        link.ends.closeSecond()
        var outcome = link.server.write([1], [])
        if outcome == .done(1) { outcome = link.server.write([1], []) }
        #expect(outcome == .failed(.lost(number: EPIPE)))
        #expect(link.server.shutdown() == .done(0))
    }

    @Test func `the end can be said once and reading goes on`() throws {
        let link = try established()
        #expect(link.server.shutdown() == .done(0))
        #expect(link.server.shutdown() == .done(0))
        var buffer = [UInt8](repeating: 0, count: 10)
        #expect(link.client.read(into: &buffer) == .ended)
        #expect(link.client.write([9], []) == .done(1))
        #expect(link.server.read(into: &buffer) == .done(1))
    }

    private func leaveError() {
        unsafe BIO_free(BIO_new_file("/missing/file", "r"))
        #expect(ERR_peek_error() != 0)
    }
}
