import Synchronization
import TLS
import TestSupport
import Testing

@Suite struct TicketTests {
    let authority: TestAuthority
    let identity: TLSIdentity
    let clock = TestClock()

    init() throws {
        authority = try TestAuthority()
        identity = try authority.issue("server")
    }

    @Test func `a ticket takes the session up again, and brings the next one`() throws {
        let (server, client) = try contexts()
        let first = try visit(server, client)
        #expect(!first.isResumed)
        let second = try visit(server, client, with: first.ticket)
        #expect(second.isResumed)
        let third = try visit(server, client, with: second.ticket)
        #expect(third.isResumed)
    }

    @Test func `a ticket of the keys before is good for one period more`() throws {
        let (server, client) = try contexts()
        let ticket = try visit(server, client).ticket
        clock.advance(by: TicketKeys.period + TicketKeys.period - .seconds(1))
        #expect(try visit(server, client, with: ticket).isResumed)
        clock.advance(by: .seconds(1))
        #expect(try !visit(server, client, with: ticket).isResumed)
    }

    @Test func `a ticket that is renewed outlives the key it came from`() throws {
        let (server, client) = try contexts()
        let first = try visit(server, client).ticket
        clock.advance(by: TicketKeys.period + .seconds(1))
        let second = try visit(server, client, with: first)
        #expect(second.isResumed)
        clock.advance(by: TicketKeys.period)
        #expect(try !visit(server, client, with: first).isResumed)
        #expect(try visit(server, client, with: second.ticket).isResumed)
    }

    @Test func `a key that was not asked for two periods opens nothing`() throws {
        let (server, client) = try contexts()
        let ticket = try visit(server, client).ticket
        clock.advance(by: TicketKeys.period * 5)
        #expect(try !visit(server, client, with: ticket).isResumed)
    }

    @Test func `with TLS 1 2 a ticket of the current key stays and one of the last is renewed`() throws {
        let (server, client) = try contexts(minimum: .v1_2)
        let ticket = try olderVisit(server, nil).ticket
        #expect(try olderVisit(server, ticket).isResumed)
        clock.advance(by: TicketKeys.period + .seconds(1))
        let second = try olderVisit(server, ticket)
        #expect(second.isResumed)
        clock.advance(by: TicketKeys.period)
        #expect(try !olderVisit(server, ticket).isResumed)
        #expect(try olderVisit(server, second.ticket).isResumed)
        _ = client
    }

    @Test func `tickets of other keys are not opened`() throws {
        let (server, client) = try contexts()
        let ticket = try visit(server, client).ticket
        let (other, _) = try contexts()
        #expect(try !visit(other, client, with: ticket).isResumed)
    }

    @Test func `tickets survive a new certificate`() throws {
        let holder = try RenewableTLSContext(identity, ticketKeys: TicketKeys(clock: clock.read))
        let client = try authority.client()
        let ticket = try visit(holder.current, client).ticket
        try holder.reload(authority.issue("next"), now: now)
        #expect(try visit(holder.current, client, with: ticket).isResumed)
        #expect(holder.handshakes.completed == 2)
        #expect(holder.handshakes.resumed == 1)
    }

    @Test func `nothing may be sent before the handshake, so nothing can be replayed`() throws {
        let (server, client) = try contexts()
        #expect(try visit(server, client).ticket?.permitsEarlyData == false)
    }

    private func contexts(
        minimum: TLSVersion = .v1_3
    ) throws -> (TLSServerContext, TLSClientContext) {
        let server = try TLSServerContext(
            identity, minimum: minimum, ticketKeys: TicketKeys(clock: clock.read))
        return (server, try authority.client())
    }

    private func visit(
        _ server: TLSServerContext, _ client: TLSClientContext, with ticket: TLSResumption? = nil
    ) throws -> (isResumed: Bool, ticket: TLSResumption?) {
        let link = try Link(server, client, resuming: ticket)
        link.shake()
        // Tickets come with the first octets.
        #expect(try link.carry([1], from: link.server, to: link.client) == [1])
        #expect(link.server.isResumed == link.client.isResumed)
        return (link.server.isResumed, link.client.resumption)
    }

    private func olderVisit(
        _ server: TLSServerContext, _ ticket: OddTicket?
    ) throws -> (isResumed: Bool, ticket: OddTicket?) {
        let ends = try SocketPair()
        let session = try server.session(on: ends.first)
        let client = OddClient(on: ends, versions: TLSVersion.older)
        client.resume(ticket)
        _ = shakeHands(session.handshake, client.handshake)
        #expect(session.isEstablished)
        #expect(session.version == "TLSv1.2")
        return (session.isResumed, client.ticket)
    }
}

/// Time as a test wants it.
final class TestClock: Sendable {
    private let elapsed = Mutex(Duration.zero)

    @Sendable func read() -> Duration { elapsed.withLock { $0 } }

    func advance(by duration: Duration) { elapsed.withLock { $0 += duration } }
}
