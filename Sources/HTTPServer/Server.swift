import Synchronization

/// An HTTP/1.1 server: one listening socket, some event loops, one responder.
///
/// It listens from the moment it is made and serves from ``start()`` on; ``drain()`` and ``waitUntilStopped()``
/// end it.
package final class Server: Sendable {
    private struct State {
        var listener: Listener?
        var mailboxes: [Mailbox] = []
        var threads: [LoopThread] = []
        var wasCut = false
    }

    /// The port it listens at, also when the configuration leaves it to the system.
    package let port: Int

    private let configuration: ServerConfiguration
    private let responder: any Responder
    private let census: Census
    private let state: Mutex<State>

    /// Binds the address and begins to listen.
    ///
    /// - Throws: ``ServerError`` when the address is not numeric, not free or not permitted.
    package init(
        _ configuration: ServerConfiguration, responder: any Responder
    ) throws(ServerError) {
        let listener = try Listener(configuration)
        self.configuration = configuration
        self.responder = responder
        port = listener.port
        census = Census(
            limit: configuration.connections, limitPerAddress: configuration.connectionsPerAddress)
        state = Mutex(State(listener: listener))
    }

    /// The number of open connections.
    package var connectionCount: Int { census.total }

    /// Starts the loops; to be called once.
    ///
    /// - Throws: ``ServerError`` when descriptors or threads run out.
    package func start() throws(ServerError) {
        for _ in 0..<max(1, configuration.threads) { try startLoop() }
    }

    private func startLoop() throws(ServerError) {
        guard let listener = state.withLock({ $0.listener }) else { return }
        let mailbox = try Mailbox()
        let poller = try Poller()
        try poller.watch(mailbox, listener)
        let thread = try LoopThread { [self] in
            // The loop alone may hold the listener: whoever holds it keeps the port open.
            var loop = EventLoop(
                configuration, responder: responder, mailbox: mailbox, poller: poller, census: census,
                listener: state.withLock { $0.listener })
            if !loop.run() { state.withLock { $0.wasCut = true } }
        }
        state.withLock { state in
            state.mailboxes.append(mailbox)
            state.threads.append(thread)
        }
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
        let mailboxes = state.withLock { state in
            state.listener = nil
            return state.mailboxes
        }
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
