import HTTPWire

extension EventLoop {
    /// What a refused client may still send before it is cut off: more than any socket buffer holds by default.
    private static let lingerBudget = 256 * 1024

    /// Changes what a connection waits for, if it does not wait for that already.
    func setInterest(_ interest: Poller.Interest, of connection: Connection) {
        guard connection.interest != interest else { return }
        connection.interest = interest
        poller.modify(connection.transport.descriptor, key: connection.key, interest: interest)
    }

    /// Ends a connection so that the last answer arrives: closing with unread input would send a reset, which
    /// makes the peer's system throw the answer away (RFC 9112 §9.6).
    mutating func linger(_ connection: Connection) {
        connection.transport.endSending()
        connection.phase = .lingering
        connection.parser = RequestParser()
        connection.lingerBudget = Self.lingerBudget
        setInterest(.read, of: connection)
        setDeadline(now + (isDraining ? min(pace.linger, pace.drainGrace) : pace.linger), of: connection)
    }

    /// Throws away what arrives after the end.
    mutating func discard(_ connection: Connection) {
        switch connection.transport.receive(into: &incoming) {
        case .moved(let count):
            connection.lingerBudget -= count
            if connection.lingerBudget < 0 { close(connection) }
        case .wouldBlock: break
        case .ended, .failed: close(connection)
        }
    }

    /// Closes at once and forgets the connection.
    mutating func close(_ connection: Connection, abort: Bool = false) {
        guard connection.phase != .closed else { return }
        connection.phase = .closed
        connection.abandonAnswer()
        connection.ticket = nil
        connections.remove(connection)
        census.release(connection.seat)
        connection.transport.close(abort: abort)
    }

    /// Lets what exists come to its end; for a moment still accepts what the kernel has already let in.
    mutating func beginDraining() {
        guard !isDraining else { return }
        cutMoment = now + pace.drain
        acceptance.endsAt = now + pace.drainGrace
        for listener in listeners where listener.isInherited { poller.remove(listener.descriptor) }
        for connection in connections.all where connection.phase == .idle {
            setDeadline(now + pace.drainGrace, of: connection)
        }
    }

    /// Empties the queues of the listeners and gives them up.
    mutating func endAccepting() {
        guard let moment = acceptance.endsAt, moment <= now else { return }
        acceptance.endsAt = nil
        for listener in listeners where !listener.isInherited {
            for _ in 0..<configuration.backlog { guard acceptOne(listener) else { break } }
            poller.remove(listener.descriptor)
        }
        listeners = []
        acceptance.resumesAt = nil
    }
}
