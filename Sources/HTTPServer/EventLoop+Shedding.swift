import CLinux
import HTTPWire

extension EventLoop {
    /// Seconds after which a refused client may come again: spread, so that they do not all come at once.
    private static let retryAfterSeconds: ClosedRange<UInt64> = 1...5

    /// Whether a request has to be turned away for now (operations.md §4).
    mutating func mustShed(_ request: Request) -> Bool {
        turn.noteAnswer(clinux_monotonic_nanoseconds)
        let strain = max(load.strain, turn.strain)
        guard strain > .none, let bound = bound(for: request) else { return false }
        return strain >= bound
    }

    /// The strain from which on a request is refused; none for what is never refused.
    private func bound(for request: Request) -> Strain? {
        if request.origin.purpose != .public || configuration.unshedPaths.contains(request.path) {
            return nil
        }
        switch request.method {
        case .get, .head, .options:
            return request.fields.first(.authorization) == nil ? .anonymousReads : .reads
        default: return .everything
        }
    }

    /// Turns a request away whose content, if any, has been read or will not be.
    mutating func shed(_ request: Request, on connection: Connection) {
        note(request, on: connection)
        tally.noteShed()
        lastSerial += 1
        let spread = Self.retryAfterSeconds.upperBound - Self.retryAfterSeconds.lowerBound + 1
        let seconds = Self.retryAfterSeconds.lowerBound + lastSerial % spread
        let refusal = ServerRefusal.overloaded(retryAfterSeconds: Int(seconds))
        write(responder.response(to: refusal, of: PartialRequest(request)), on: connection)
    }

    /// Turns a request away whose content may still be on its way.
    ///
    /// Content that is here already is passed over, and the connection goes on; for other content nobody waits.
    ///
    /// - Returns: Whether the parser can go on with what it has.
    mutating func shedContent(_ request: Request, on connection: Connection, wantsContinue: Bool) -> Bool {
        if !wantsContinue, connection.parser.hasPending {
            connection.isShed = true
            return true
        }
        shedUnread(request, on: connection)
        return false
    }

    /// Turns a request away and closes, for its content has not been read.
    mutating func shedUnread(_ request: Request, on connection: Connection) {
        connection.isShed = false
        connection.mustClose = true
        shed(request, on: connection)
    }
}
