import HTTPWire

extension EventLoop {
    /// Requests of one connection answered in one turn; then the others come first.
    private static let requestsPerTurn = 32

    /// Acts on what epoll says about a connection.
    mutating func handle(_ event: Poller.Event, on connection: Connection) {
        switch connection.phase {
        case .handshake: shakeHands(connection)
        case .answering:
            if event.isBroken { return close(connection) }
            if event.isHalfClosed { connection.abandonAnswer() }
            // The next request has to wait: level-triggered, it would be reported again and again.
            setInterest(event.isHalfClosed ? .none : .hangUp, of: connection)
        case .sending:
            if event.isBroken { return close(connection) }
            continueSending(connection)
        case .lingering: discard(connection)
        case .idle, .head, .body:
            if connection.isPostponed { return }
            read(connection)
        case .closed: break
        }
    }

    mutating func read(_ connection: Connection) {
        switch connection.transport.receive(into: &incoming) {
        case .moved(let count):
            process(connection, received: count)
            if connection.transport.session != nil { awaitEncrypted(connection) }
        case .wantsRead: setInterest(.read, of: connection)
        case .wantsWrite: setInterest(.write, of: connection)
        case .ended, .failed: close(connection)
        }
    }

    /// Runs what the parser makes of new octets, or of those it still has.
    mutating func process(_ connection: Connection, received: Int? = nil) {
        do throws(WireError) {
            if connection.phase == .body { connection.stepOctets += received ?? 0 }
            var progress =
                if let received {
                    try connection.parser.receive(incoming[..<received])
                } else {
                    try connection.parser.resume()
                }
            var turns = 0
            while take(progress, on: connection) {
                turns += 1
                if turns == Self.requestsPerTurn { return postpone(connection) }
                progress = try connection.parser.resume()
            }
        } catch {
            refuse(connection, error)
        }
    }

    /// Does what one step of the parser asks for.
    ///
    /// - Returns: Whether the parser can go on with what it has.
    private mutating func take(_ progress: consuming RequestParser.Progress, on connection: Connection)
        -> Bool
    {
        switch consume progress {
        case .incomplete:
            if connection.isShed, let request = connection.parser.current {
                shedUnread(request, on: connection)
            } else {
                awaitMore(connection)
            }
            return false
        case .head(let wantsContinue): return admit(connection, wantsContinue: wantsContinue)
        case .request(let request):
            take(request, on: connection)
            return connection.phase == .idle && connection.parser.hasPending
        }
    }

    private mutating func take(_ request: Request, on connection: Connection) {
        // Content that was admitted is answered; what has none is judged here.
        if connection.isShed || connection.phase != .body && mustShed(request) {
            connection.isShed = false
            shed(request, on: connection)
        } else {
            answer(request, on: connection)
        }
    }

    /// Starts or continues the clock of the step that the octets belong to.
    private mutating func awaitMore(_ connection: Connection) {
        if connection.parser.isReadingBody {
            if connection.phase != .body { beginBody(connection) }
            let moment = pace.bodyDeadline(
                start: connection.stepStart, received: connection.stepOctets, within: connection.contentTime)
            setDeadline(moment, of: connection)
        } else if connection.phase == .idle, !connection.parser.isIdle {
            connection.phase = .head
            setDeadline(now + pace.head, of: connection)
        }
    }

    private mutating func admit(_ connection: Connection, wantsContinue: Bool) -> Bool {
        guard let request = connection.parser.current else { return false }
        if mustShed(request) { return shedContent(request, on: connection, wantsContinue: wantsContinue) }
        switch responder.admit(request) {
        case .content(let limit, let time):
            connection.parser.limits.body = limit ?? configuration.limits.body
            connection.contentTime = time?.nanoseconds ?? pace.body
            beginBody(connection)
            // Sent only for content that will be read: a length over the limit is refused first.
            if wantsContinue, !connection.parser.exceedsBodyLimit { return sendContinue(connection) }
            return true
        case .refused(let response):
            note(request, on: connection)
            connection.keepsAlive = false
            write(response, on: connection)
            return false
        }
    }

    private func beginBody(_ connection: Connection) {
        connection.phase = .body
        connection.stepStart = now
        connection.stepOctets = 0
    }

    /// Lets a client send its content.
    ///
    /// What the kernel does not take of the line goes before the answer, and not at all when it takes nothing: a
    /// client does not wait for ever (RFC 9110 §10.1.1).
    ///
    /// - Returns: Whether the connection lives.
    private mutating func sendContinue(_ connection: Connection) -> Bool {
        let line = ResponseWriter.continueLine
        switch connection.transport.send(line, []) {
        case .moved(let count): connection.interimRest = line[count...]
        case .wantsRead, .wantsWrite: break
        case .ended, .failed:
            close(connection)
            return false
        }
        return true
    }

    mutating func postpone(_ connection: Connection) {
        connection.isPostponed = true
        postponed.append(connection.key)
    }

    /// Goes on with the connections that had more than one turn allows.
    mutating func continuePostponed() {
        guard !postponed.isEmpty else { return }
        let keys = postponed
        postponed.removeAll()
        for key in keys {
            guard let connection = connections[key] else { continue }
            connection.isPostponed = false
            if connection.parser.hasPending { process(connection) }
            readBuffered(connection)
        }
    }
}
