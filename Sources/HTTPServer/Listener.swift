import CLinux
import Glibc
import HTTPWire

/// A listening socket, shared by the loops; it closes when the last of them lets go.
final class Listener: Sendable {
    let descriptor: Int32
    let configuration: ListenerConfiguration
    /// The port, also when the system chose it; 0 for Unix sockets.
    let port: Int
    private let isLocal: Bool
    private let file: SocketFile?

    /// - Throws: ``ServerError`` for an address that is not numeric, not free or not permitted.
    init(_ configuration: ListenerConfiguration, backlog: Int) throws(ServerError) {
        self.configuration = configuration
        do throws(ServerError) {
            (descriptor, file) = try Self.open(configuration.endpoint, backlog: Int32(clamping: backlog))
            isLocal = try ServerError.check(clinux_adopt_listener(descriptor), "adopt") == AF_UNIX
        } catch {
            throw error.at("\(configuration)")
        }
        port = max(0, Int(clinux_local_port(descriptor)))
        guard isLocal || configuration.purpose != .control else {
            // Whoever reaches it may do everything, and only a Unix socket says who that is.
            throw ServerError(call: "control", number: EPROTOTYPE).at("\(configuration)")
        }
    }

    deinit {
        file?.remove()
        clinux_close(descriptor, 0)
    }

    private static func open(
        _ endpoint: ListenerConfiguration.Endpoint, backlog: Int32
    ) throws(ServerError) -> (Int32, SocketFile?) {
        switch endpoint {
        case .inherited(let descriptor): return (descriptor, nil)
        case .tcp(let address, let port):
            guard let port = UInt16(exactly: port) else { throw ServerError(call: "port", number: EINVAL) }
            return (try ServerError.check(unsafe clinux_listen(address, port, backlog), "listen"), nil)
        case .unix(let path, let mode):
            let result = unsafe clinux_listen_local(path, mode, backlog)
            return (try ServerError.check(result, "listen"), SocketFile(path))
        }
    }

    /// Whether somebody else opened it and keeps it open.
    var isInherited: Bool {
        if case .inherited = configuration.endpoint { true } else { false }
    }

    /// Lets nobody new in while those at the door may still enter; a loop closes it a little later.
    ///
    /// An inherited socket stays as it is: its queue, and its file, are for the successor.
    func refuseNew() {
        if isInherited { return }
        file?.remove()
        if !isLocal { _ = clinux_refuse_new(descriptor) }
    }

    /// The next waiting connection with its origin, or the negative error number.
    func accept() -> (descriptor: Int32, origin: Origin) {
        var origin = Origin(purpose: configuration.purpose)
        let result = unsafe clinux_accept(descriptor, &origin.peer.high, &origin.peer.low)
        if isLocal, result >= 0 { origin.credentials = Self.credentials(of: result) }
        return (result, origin)
    }

    private static func credentials(of descriptor: Int32) -> PeerCredentials? {
        var found = PeerCredentials(process: 0, user: 0, group: 0)
        let result = unsafe clinux_peer_credentials(descriptor, &found.process, &found.user, &found.group)
        return result == 0 ? found : nil
    }

    /// Whether a connection may stay: to the control socket come only root and the process's own user.
    func admits(_ origin: Origin) -> Bool {
        guard origin.purpose == .control else { return true }
        guard let user = origin.credentials?.user else { return false }
        return user == 0 || user == geteuid()
    }
}
