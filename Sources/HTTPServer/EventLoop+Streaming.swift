import HTTPWire

// Content that is made while it is sent: one piece at a time, the next one when the kernel has taken the last.

extension EventLoop {
    /// Asks for the next piece, for which there is as much time as for an answer.
    mutating func ask(_ stream: ContentStream, for connection: Connection) {
        lastSerial += 1
        let ticket = Ticket(slot: connection.slot, serial: lastSerial)
        connection.ticket = ticket
        connection.owed = nil
        connection.phase = .answering
        setInterest(.hangUp, of: connection)
        setDeadline(now + pace.answer, of: connection)
        stream.next { [mailbox] piece in mailbox.post(.piece(piece, ticket)) }
    }

    /// Sends a piece, if its connection still waits for it.
    mutating func deliver(_ piece: ContentStream.Piece, for ticket: Ticket) {
        guard let connection = connections[slot: ticket.slot], connection.ticket == ticket else { return }
        connection.ticket = nil
        switch piece {
        case .more(let bytes): send(bytes, isLast: false, on: connection)
        case .last(let bytes):
            connection.stream = nil
            if isDraining { connection.keepsAlive = false }
            send(bytes, isLast: true, on: connection)
            resume(connection)
        // The end of half the content must not look like its end (RFC 9112 §8).
        case .broken: close(connection, abort: true)
        }
    }

    private mutating func send(_ bytes: [UInt8], isLast: Bool, on connection: Connection) {
        let isChunked = connection.minorVersion > 0
        var (head, body): ([UInt8], [UInt8]) = ([], bytes)
        if isChunked, !bytes.isEmpty {
            head = ResponseWriter.chunkHead(bytes.count)
            body += ResponseWriter.chunkEnd
        }
        if isChunked, isLast { body += ResponseWriter.lastChunk }
        if head.isEmpty, body.isEmpty { return finishAnswer(connection) }
        send(head, body, on: connection)
    }
}
