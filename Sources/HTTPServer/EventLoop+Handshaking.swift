import HTTPWire
import TLS

/// What encrypted connections need besides: the poller knows when a descriptor is ready, not what OpenSSL holds.
extension EventLoop {
    /// Starts a new connection.
    mutating func begin(_ connection: Connection) {
        guard connection.transport.session != nil else { return awaitFirst(connection) }
        connection.phase = .handshake
        setDeadline(
            now + (isDraining ? min(pace.handshake, pace.drainGrace) : pace.handshake), of: connection)
    }

    /// Waits for the first request.
    private mutating func awaitFirst(_ connection: Connection) {
        connection.phase = .idle
        setDeadline(now + (isDraining ? pace.drainGrace : pace.silent), of: connection)
    }

    /// Goes on with the handshake of a connection.
    mutating func shakeHands(_ connection: Connection) {
        guard let session = connection.transport.session else { return }
        switch session.handshake() {
        case .done:
            awaitFirst(connection)
            setInterest(.read, of: connection)
            // The first request often comes along with the end of the handshake; and it takes a look for OpenSSL to
            // give the handshake's buffers back, 30 KB that a connection in reserve does not need.
            read(connection)
        case .wantsRead: setInterest(.read, of: connection)
        case .wantsWrite: setInterest(.write, of: connection)
        case .failed(.lost), .failed(.truncated): close(connection)
        // The client gets to know the alert that OpenSSL has sent, or at least an orderly end.
        case .ended, .failed: linger(connection)
        }
    }

    /// Reads on if octets have already been taken from the descriptor.
    mutating func readBuffered(_ connection: Connection) {
        guard let session = connection.transport.session, session.hasBuffered, connection.isReading,
            !connection.isPostponed
        else { return }
        read(connection)
    }

    /// Sees to it that a connection which reads is looked at again, by the poller or in the loop's next turn.
    mutating func awaitEncrypted(_ connection: Connection) {
        guard let session = connection.transport.session, connection.isReading else { return }
        setInterest(.read, of: connection)
        if session.hasBuffered, !connection.isPostponed { postpone(connection) }
    }
}
