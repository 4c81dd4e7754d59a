import HTTPWire

extension EventLoop {
    /// What a refused client may still send before it is cut off.
    ///
    /// A client that reads only once all is sent, or that takes a failed send for the end, gets its answer if the whole
    /// content fits; proxies in front let through 33 MB (deploy/). It goes through the loop's one buffer, so that
    /// it costs time only, and less than content that is wanted.
    private static let lingerBudget = 40 * 1024 * 1024

    /// Changes what a connection waits for, if it does not wait for that already.
    func setInterest(_ interest: Poller.Interest, of connection: Connection) {
        guard connection.interest != interest else { return }
        connection.interest = interest
        poller.modify(connection.transport.descriptor, key: connection.key, interest: interest)
    }

    /// Ends a connection so that the last answer arrives: closing with unread input would send a reset, which
    /// makes the peer's system throw the answer away (RFC 9112 §9.6).
    mutating func linger(_ connection: Connection) {
        connection.phase = .lingering
        connection.parser = RequestParser()
        connection.stepStart = now
        connection.stepOctets = 0
        awaitSilence(connection)
        endSending(connection)
    }

    /// Goes on with discarding, until nothing has come for a while or all of it has taken too long.
    private mutating func awaitSilence(_ connection: Connection) {
        var silence = pace.linger
        var end = pace.lingerEnd(start: connection.stepStart, received: connection.stepOctets)
        if let cutMoment {
            silence = min(silence, pace.drainGrace)
            end = min(end, max(connection.stepStart, cutMoment - pace.drain) + pace.linger)
        }
        setDeadline(min(now + silence, end), of: connection)
    }

    /// Says that nothing more comes; waits for room if there is none for a `close_notify`.
    private func endSending(_ connection: Connection) {
        setInterest(connection.transport.endSending() ? .read : .write, of: connection)
    }

    /// Throws away what arrives after the end.
    mutating func discard(_ connection: Connection) {
        if connection.interest == .write { return endSending(connection) }
        switch connection.transport.receiveRaw(into: &incoming) {
        case .moved(let count):
            connection.stepOctets += count
            if connection.stepOctets > Self.lingerBudget {
                close(connection)
            } else {
                awaitSilence(connection)
            }
        case .wantsRead, .wantsWrite: break
        case .ended, .failed: close(connection)
        }
    }

    /// Closes at once and forgets the connection.
    mutating func close(_ connection: Connection, abort: Bool = false) {
        guard connection.phase != .closed else { return }
        // The end of half an answer must not look like its end (RFC 9112 §9.8).
        if !abort, connection.phase != .sending, connection.stream == nil { connection.transport.sayEnd() }
        connection.phase = .closed
        connection.abandonAnswer()
        connection.ticket = nil
        connection.stream = nil
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
        for connection in connections.all { hurry(connection) }
    }

    /// Gives a connection on which no request is under way the time of a request that may be.
    private mutating func hurry(_ connection: Connection) {
        switch connection.phase {
        case .idle: setDeadline(now + pace.drainGrace, of: connection)
        case .handshake: setDeadline(min(connection.deadline, now + pace.drainGrace), of: connection)
        case .lingering: awaitSilence(connection)
        case .head, .body, .answering, .sending, .closed: break
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
