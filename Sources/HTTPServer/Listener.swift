import CLinux
import HTTPWire

/// A listening socket, shared by the loops; it closes when the last of them lets go.
final class Listener: Sendable {
    let descriptor: Int32
    let port: Int

    /// - Throws: ``ServerError`` for an address that is not numeric or not free.
    init(_ configuration: ServerConfiguration) throws(ServerError) {
        guard let port = UInt16(exactly: configuration.port) else {
            throw ServerError(call: "port", number: 22)
        }
        let result = unsafe clinux_listen(configuration.address, port, Int32(clamping: configuration.backlog))
        descriptor = try ServerError.check(result, "listen")
        self.port = Int(clinux_local_port(descriptor))
    }

    deinit {
        clinux_close(descriptor, 0)
    }

    /// The next waiting connection with its address, or the negative error number.
    func accept() -> (descriptor: Int32, peer: PeerAddress) {
        var peer = PeerAddress()
        let result = unsafe clinux_accept(descriptor, &peer.high, &peer.low)
        return (result, peer)
    }
}
