import Glibc
import TestSupport

/// Stands between a client and a server on loopback and passes the client's octets on one by one.
final class DrippingRelay {
    /// The client's end; non-blocking.
    let near: Int32
    private let middle: Int32
    private let far: RawClient

    init(port: Int) throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw NotInTime() }
        (near, middle) = (ends[0], ends[1])
        far = try RawClient(port: port)
    }

    deinit {
        close(near)
        close(middle)
    }

    /// Passes octets on in both directions until a condition holds, for at most ten seconds.
    func run(until condition: () -> Bool) throws {
        try eventually {
            if condition() { return true }
            for octet in try receive() { try far.send([octet]) }
            let answer = try far.receiveWaiting()
            // Safe because the call reads the octets there are.
            _ = unsafe send(middle, answer, answer.count, Int32(MSG_NOSIGNAL))
            return false
        }
    }

    private func receive() throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe recv(middle, &buffer, buffer.count, 0)
        return Array(buffer.prefix(max(0, count)))
    }
}
