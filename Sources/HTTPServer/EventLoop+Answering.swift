import HTTPWire
import TLS

extension EventLoop {
    /// Content from this size on is sent from where it lies instead of being copied behind its head.
    private static let copiedContent = 4 * 1024
    /// The same under encryption: what fits into one record with its head costs one record.
    private static let encryptedContent = TLSSession.recordSize - 1024

    /// Hands a request to the responder and sends the answer if it is there at once.
    mutating func answer(_ request: Request, on connection: Connection) {
        note(request, on: connection)
        lastSerial += 1
        let ticket = Ticket(slot: connection.slot, serial: lastSerial)
        let owed = connection.owe(ticket, mailbox: mailbox, load: load)
        connection.phase = .answering
        mailbox.expect(ticket)
        responder.respond(to: request, through: Reply(owed: owed))
        if let response = mailbox.immediateAnswer() {
            write(response, on: connection)
        } else {
            grantTime(owed, for: request, on: connection)
        }
    }

    /// Gives the responder its time for an answer that it has not given at once.
    private mutating func grantTime(
        _ owed: OwedAnswer, for request: Request, on connection: Connection
    ) {
        connection.fields = request.fields
        owed.count()
        setDeadline(now + (mailbox.takePatience() ?? pace.answer), of: connection)
    }

    /// Gives an answer that waits for an event its own time.
    mutating func extend(_ ticket: Ticket, by nanoseconds: Int64) {
        guard let connection = connections[slot: ticket.slot], connection.ticket == ticket else { return }
        setDeadline(now + nanoseconds, of: connection)
    }

    /// Answers for a responder that has not answered in time, and closes.
    mutating func giveUp(_ connection: Connection) {
        connection.abandonAnswer()
        connection.owed = nil
        connection.keepsAlive = false
        tally.noteExpired()
        let request = PartialRequest(
            origin: connection.origin, method: connection.method, fields: connection.fields)
        write(responder.response(to: .deadlinePassed, of: request), on: connection)
    }

    /// Remembers of a request what its answer needs.
    func note(_ request: Request, on connection: Connection) {
        connection.served += 1
        connection.method = request.method
        connection.minorVersion = request.minorVersion
        connection.keepsAlive =
            request.keepsAlive && !connection.mustClose
            && connection.served < configuration.requestsPerConnection
    }

    /// Sends an answer that came through the mailbox, if its connection still waits for it.
    mutating func deliver(_ make: () -> Response, for ticket: Ticket) {
        guard let connection = connections[slot: ticket.slot], connection.ticket == ticket else { return }
        write(make(), on: connection)
        resume(connection)
    }

    /// Answers a request that cannot be read, and closes.
    mutating func refuse(_ connection: Connection, _ error: WireError) {
        connection.method = connection.parser.method
        connection.keepsAlive = false
        write(responder.response(to: error, in: connection.parser.known), on: connection)
    }

    /// Writes an answer out and sends it, as far as the kernel takes it.
    mutating func write(_ response: Response, on connection: Connection) {
        connection.ticket = nil
        if !connection.fields.isEmpty { connection.fields = Fields() }
        if isDraining || response.stream != nil && connection.minorVersion == 0 {
            connection.keepsAlive = false
        }
        outgoing.removeAll(keepingCapacity: true)
        if !connection.interimRest.isEmpty {
            outgoing.append(contentsOf: connection.interimRest)
            connection.interimRest = []
        }
        writer.appendHead(
            response, keepsAlive: connection.keepsAlive, minorVersion: connection.minorVersion,
            into: &outgoing)
        let hasContent = ResponseWriter.sendsContent(response, to: connection.method)
        connection.stream = hasContent ? response.stream : nil
        let largest = connection.transport.session == nil ? Self.copiedContent : Self.encryptedContent
        if hasContent, response.body.count >= largest {
            send(outgoing, response.body, on: connection)
        } else {
            if hasContent { outgoing.append(contentsOf: response.body) }
            send(outgoing, [], on: connection)
        }
    }

    mutating func send(_ head: [UInt8], _ body: [UInt8], on connection: Connection) {
        switch connection.transport.send(head, body) {
        case .moved(head.count + body.count): finishAnswer(connection)
        case .moved(let count): keepUnsent(head, body, from: count, on: connection)
        case .wantsRead, .wantsWrite: keepUnsent(head, body, from: 0, on: connection)
        case .ended, .failed: close(connection)
        }
    }

    private mutating func keepUnsent(
        _ head: [UInt8], _ body: [UInt8], from offset: Int, on connection: Connection
    ) {
        connection.unsent = (Array(head[...]), body, offset)
        connection.phase = .sending
        connection.stepStart = now
        connection.lastProgress = now
        connection.stepOctets = offset
        setInterest(.write, of: connection)
        setSendDeadline(connection)
    }

    private mutating func setSendDeadline(_ connection: Connection) {
        let moment = pace.sendDeadline(
            start: connection.stepStart, lastProgress: connection.lastProgress, sent: connection.stepOctets)
        setDeadline(moment, of: connection)
    }

    /// Sends more of an answer that the kernel did not take at once.
    mutating func continueSending(_ connection: Connection) {
        let (head, body, offset) = connection.unsent
        switch connection.transport.send(head, body, from: offset) {
        case .moved(let count): noteSent(count, on: connection)
        case .wantsRead: setInterest(.read, of: connection)
        case .wantsWrite: setInterest(.write, of: connection)
        case .ended, .failed: close(connection)
        }
    }

    private mutating func noteSent(_ count: Int, on connection: Connection) {
        connection.unsent.offset += count
        connection.stepOctets += count
        connection.lastProgress = now
        guard connection.unsent.offset == connection.unsent.head.count + connection.unsent.body.count else {
            setInterest(.write, of: connection)
            return setSendDeadline(connection)
        }
        connection.unsent = ([], [], 0)
        finishAnswer(connection)
        resume(connection)
    }

    /// What follows an answer that is wholly sent: the next request, or the end.
    mutating func finishAnswer(_ connection: Connection) {
        if let stream = connection.stream { return ask(stream, for: connection) }
        guard connection.keepsAlive else { return linger(connection) }
        connection.phase = .idle
        setDeadline(now + pace.keepAlive, of: connection)
    }

    /// Goes on with a connection after an answer that was not sent at once.
    mutating func resume(_ connection: Connection) {
        if connection.phase == .idle, connection.parser.hasPending { process(connection) }
        switch connection.phase {
        case .idle, .head, .body:
            setInterest(.read, of: connection)
            if connection.transport.session != nil { awaitEncrypted(connection) }
        case .handshake, .answering, .sending, .lingering, .closed: break
        }
    }
}
