import CLinux
import HTTPWire

/// One thread's share of the server: its connections, deadlines and buffers, owned by nobody else.
struct EventLoop: ~Copyable {
    /// Most requests arrive in one piece of this size; content takes several.
    static let incomingSize = 64 * 1024
    /// After an answer beyond this size the buffer shrinks again.
    static let outgoingSize = 64 * 1024

    let configuration: ServerConfiguration
    let pace: Pace
    let responder: any Responder
    let mailbox: Mailbox
    let census: Census
    let load: Load
    let tally: Tally
    var listeners: [Listener]
    let poller: Poller
    var clock = LoopClock(monotonic: clinux_monotonic_nanoseconds())
    var deadlines = DeadlineQueue()
    var connections = ConnectionTable()
    var writer = ResponseWriter(secondsSince1970: 0)
    var dateSecond: Int64 = 0
    var incoming = [UInt8](repeating: 0, count: Self.incomingSize)
    var outgoing: [UInt8] = []
    var lastSerial: UInt64 = 0
    var turn = Turn()
    /// The number of events of this turn.
    var ready = 0
    var postponed: [UInt64] = []
    var acceptance = Acceptance()
    var cutMoment: Int64?
    var wasCut = false

    var now: Int64 { clock.now }
    var isDraining: Bool { cutMoment != nil }

    init(
        _ configuration: ServerConfiguration, responder: any Responder, mailbox: Mailbox, poller: Poller,
        shared: SharedState, listeners: [Listener]
    ) {
        self.configuration = configuration
        self.responder = responder
        self.mailbox = mailbox
        census = shared.census
        load = shared.load
        tally = shared.tally
        self.listeners = listeners
        pace = Pace(configuration.timeLimits)
        self.poller = poller
    }

    /// Works until drained or cut.
    ///
    /// - Returns: Whether every connection ended by itself.
    mutating func run() -> Bool {
        mailbox.adopt()
        while !isFinished {
            let (milliseconds, nanoseconds) = patience()
            let count = poller.wait(milliseconds: milliseconds)
            let moment = clinux_monotonic_nanoseconds()
            clock.advance(to: moment, expected: nanoseconds)
            turn.begin(at: moment)
            ready = count
            renewDate()
            for index in 0..<count { dispatch(poller[index]) }
            continuePostponed()
            expireDeadlines()
        }
        for connection in connections.all { close(connection, abort: true) }
        return !wasCut
    }

    private var isFinished: Bool { wasCut || isDraining && listeners.isEmpty && connections.count == 0 }

    private mutating func dispatch(_ event: Poller.Event) {
        switch event.key {
        case Poller.mailboxKey: readMail()
        case Poller.firstListenerKey...: acceptWaiting(at: event.key)
        default:
            guard let connection = connections[event.key] else { return }
            handle(event, on: connection)
        }
    }

    private mutating func renewDate() {
        let second = clinux_wall_seconds()
        guard second != dateSecond else { return }
        dateSecond = second
        writer.setDate(secondsSince1970: Int(second))
    }

    private mutating func readMail() {
        for letter in mailbox.collect() {
            switch letter {
            case .answer(let make, let ticket): deliver(make, for: ticket)
            case .piece(let piece, let ticket): deliver(piece, for: ticket)
            case .extend(let ticket, let nanoseconds): extend(ticket, by: nanoseconds)
            case .prod: mailbox.noteTurn()
            case .drain: beginDraining()
            case .cut: wasCut = true
            }
        }
    }
}
