import HTTPWire

/// One connection: what its loop has to remember between two events.
final class Connection {
    enum Phase {
        /// Both ends agree on how to encrypt.
        case handshake
        /// Nothing of a request has arrived.
        case idle
        /// A head has begun.
        case head
        /// Content is being read.
        case body
        /// The responder has the request.
        case answering
        /// The kernel did not take the whole answer.
        case sending
        /// Everything is sent; what still arrives is discarded (RFC 9112 §9.6).
        case lingering
        case closed
    }

    let transport: Transport
    let key: UInt64
    let origin: Origin
    /// What it takes up in the census.
    let seat: Census.Seat
    var parser: RequestParser
    var phase = Phase.idle
    var interest = Poller.Interest.read

    /// When something must have happened, and when the loop will look.
    var deadline = Int64.max
    var scheduled = Int64.max

    /// The request that is being answered.
    var ticket: Ticket?
    var owed: OwedAnswer?
    /// Those of the request that is being answered, should the server have to answer it.
    var fields = Fields()
    var method: Method?
    var minorVersion = 1
    var keepsAlive = true
    var served = 0

    /// The step that is being timed: its beginning, its octets, its last progress.
    var stepStart: Int64 = 0
    var stepOctets = 0
    var lastProgress: Int64 = 0
    /// How long its content may take.
    var contentTime: Int64 = 0

    /// What of an answer is still to be sent: head, content, and how much of both is gone.
    var unsent: (head: [UInt8], body: [UInt8], offset: Int) = ([], [], 0)

    /// The content that is being made piece by piece, as long as there is more of it.
    var stream: ContentStream?

    /// What of an interim answer has to go before the answer.
    var interimRest: ArraySlice<UInt8> = []

    /// Whether buffered requests wait for the loop's next turn.
    var isPostponed = false
    /// Whether the request whose content is passed over is refused.
    var isShed = false
    /// Whether the next answer is the last.
    var mustClose = false

    init(_ transport: consuming Transport, key: UInt64, origin: Origin, seat: Census.Seat, limits: Limits) {
        self.transport = transport
        self.key = key
        self.origin = origin
        self.seat = seat
        parser = RequestParser(limits: limits, origin: origin)
    }

    /// Whether octets of the next request may come, or be here already.
    var isReading: Bool {
        switch phase {
        case .idle, .head, .body: true
        case .handshake, .answering, .sending, .lingering, .closed: false
        }
    }

    /// The way back for the answer to the next request.
    func owe(_ ticket: Ticket, mailbox: Mailbox, load: Load) -> OwedAnswer {
        self.ticket = ticket
        if isKnownUniquelyReferenced(&owed), let owed, owed.isReusable {
            owed.renew(ticket)
            return owed
        }
        let answer = OwedAnswer(ticket, mailbox: mailbox, load: load)
        owed = answer
        return answer
    }

    /// Nobody waits for the answer any more.
    func abandonAnswer() {
        guard ticket != nil else { return }
        owed?.abandon()
    }

    /// The place in the loop's table.
    var slot: Int { ConnectionTable.slot(of: key) }
}
