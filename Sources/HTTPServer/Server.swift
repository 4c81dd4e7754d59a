import Synchronization

/// An HTTP/1.1 server: some listening sockets, some event loops, one responder.
///
/// It listens from the moment it is made and serves from ``start()`` on; ``drain()`` and ``waitUntilStopped()``
/// end it.
package final class Server: Sendable {
    private struct State {
        var listeners: [Listener] = []
        var mailboxes: [Mailbox] = []
        var threads: [LoopThread] = []
        var wasCut = false
    }

    /// The ports of its listeners in the order of the configuration, also when that leaves them to the system; 0
    /// for Unix sockets.
    package let ports: [Int]

    private let configuration: ServerConfiguration
    private let responder: any Responder
    private let shared: SharedState
    private let state: Mutex<State>

    /// Binds the addresses and begins to listen.
    ///
    /// - Throws: ``ServerError`` when an address is not numeric, not free or not permitted.
    package init(
        _ configuration: ServerConfiguration, responder: any Responder
    ) throws(ServerError) {
        var listeners: [Listener] = []
        for listener in configuration.listeners {
            listeners.append(try Listener(listener, backlog: configuration.backlog))
        }
        self.configuration = configuration
        self.responder = responder
        ports = listeners.map(\.port)
        shared = SharedState(configuration, descriptors: Descriptors.limit)
        state = Mutex(State(listeners: listeners))
    }

    /// The first port it listens at.
    package var port: Int { ports.first { $0 > 0 } ?? 0 }

    /// The number of connections it accepts: those of the configuration, or fewer when descriptors are short.
    package var connectionLimit: Int { shared.connectionLimit }

    /// The number of open connections.
    package var connectionCount: Int { shared.census.total }

    /// What it does now, and what it has refused so far.
    package var figures: ServerFigures {
        shared.tally.figures(connections: shared.census.total, inWork: shared.load.inWork)
    }

    /// Starts the loops; to be called once.
    ///
    /// - Throws: ``ServerError`` when descriptors or threads run out.
    package func start() throws(ServerError) {
        for _ in 0..<max(1, configuration.threads) { try startLoop() }
    }

    private func startLoop() throws(ServerError) {
        let mailbox = try Mailbox()
        let poller = try Poller()
        try poller.watch(mailbox, state.withLock { $0.listeners })
        let thread = try LoopThread { [self] in
            // The loops alone may hold the listeners: whoever holds one keeps its port open.
            var loop = EventLoop(
                configuration, responder: responder, mailbox: mailbox, poller: poller, shared: shared,
                listeners: state.withLock { $0.listeners })
            if !loop.run() { state.withLock { $0.wasCut = true } }
        }
        state.withLock { state in
            state.mailboxes.append(mailbox)
            state.threads.append(thread)
        }
    }

    /// Asks every loop to turn once.
    ///
    /// - Returns: How often each had turned for that before.
    func prodLoops() -> [Int] {
        let mailboxes = state.withLock { $0.mailboxes }
        return mailboxes.map { mailbox in
            defer { mailbox.prod() }
            return mailbox.turns
        }
    }

    /// Whether every loop has turned since ``prodLoops()``.
    func haveTurned(since before: [Int]) -> Bool {
        let mailboxes = state.withLock { $0.mailboxes }
        return zip(mailboxes, before).allSatisfy { $0.turns > $1 }
    }

    /// Takes no new connections, answers what has been accepted and closes; returns at once.
    package func drain() {
        post(.drain)
    }

    /// Ends all connections where they are; returns at once.
    package func cut() {
        post(.cut)
    }

    private func post(_ letter: Mailbox.Letter) {
        let (mailboxes, listeners) = state.withLock { state in
            defer { state.listeners = [] }
            return (state.mailboxes, state.listeners)
        }
        for listener in listeners { listener.refuseNew() }
        for mailbox in mailboxes { mailbox.post(letter) }
    }

    /// Waits until all loops have ended.
    ///
    /// - Returns: Whether every connection ended by itself, none was cut.
    package func waitUntilStopped() -> Bool {
        let threads = state.withLock { state in
            defer { state.threads = [] }
            return state.threads
        }
        for thread in threads { thread.join() }
        return state.withLock { !$0.wasCut }
    }
}
