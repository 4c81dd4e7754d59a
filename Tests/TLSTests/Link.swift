import Glibc
import TLS
import TestSupport

/// Both ends of a connection in one thread, over a pair of non-blocking sockets.
final class Link {
    let server: TLSSession
    let client: TLSSession
    let ends: SocketPair

    init(
        _ server: TLSServerContext, _ client: TLSClientContext, host: String = "localhost",
        resuming earlier: TLSResumption? = nil
    ) throws {
        ends = try SocketPair()
        self.server = try server.session(on: ends.first)
        self.client = try client.session(on: ends.second, host: host, resuming: earlier)
    }

    /// Lets both ends take turns until neither gets any further.
    @discardableResult
    func shake() -> (server: TLSSession.Outcome, client: TLSSession.Outcome) {
        shakeHands(server.handshake, client.handshake)
    }

    /// Sends from one end to the other, which reads all of it.
    func carry(_ octets: [UInt8], from sender: TLSSession, to receiver: TLSSession) throws -> [UInt8] {
        var (sent, got) = (0, [UInt8]())
        var buffer = [UInt8](repeating: 0, count: 100_000)
        for _ in 0..<10_000 where got.count < octets.count {
            if sent < octets.count, case .done(let count) = sender.write(octets, [], from: sent) {
                sent += count
            }
            if case .done(let count) = receiver.read(into: &buffer) { got += buffer.prefix(count) }
        }
        return got
    }
}

/// Lets two sides take turns, at most a hundred times: a handshake takes four.
func shakeHands<A, B>(_ first: () -> A, _ second: () -> B) -> (A, B) {
    var result = (first(), second())
    for _ in 0..<100 { result = (first(), second()) }
    return result
}

/// Two connected non-blocking sockets, closed when they go out of scope.
final class SocketPair {
    private(set) var first: Int32
    private(set) var second: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw RawClient.Failure.connect(errno: errno)
        }
        (first, second) = (ends[0], ends[1])
    }

    deinit {
        closeFirst()
        closeSecond()
    }

    /// Sends octets as they are from one end.
    func send(_ octets: [UInt8], from end: Int32) throws {
        // Safe because the call reads the octets there are.
        let count = unsafe Glibc.send(end, octets, octets.count, Int32(MSG_NOSIGNAL))
        guard count == octets.count else { throw RawClient.Failure.send(errno: errno) }
    }

    func closeFirst() {
        if first >= 0 { close(first) }
        first = -1
    }

    func closeSecond() {
        // Said first: between fork and exec the child of another test holds a copy that keeps the end open.
        if second >= 0 { shutdown(second, Int32(SHUT_RDWR)) }
        if second >= 0 { close(second) }
        second = -1
    }
}

/// Seconds since 1970, for certificates that were made just now.
var now: Int64 { Int64(time(nil)) }

/// Contexts as they are used, with keys of their own.
extension TLSServerContext {
    convenience init(plain identity: TLSIdentity, minimum: TLSVersion = .v1_3) throws {
        try self.init(identity, minimum: minimum, ticketKeys: TicketKeys(clock: { .zero }))
    }
}
