import HTTPWire
import Synchronization

/// The answer to one request, owed by the responder: the way back, and whether anybody still waits for it.
///
/// A connection uses the same object for its next request when nobody else holds it any more; so an answer that is
/// given at once allocates nothing.
final class OwedAnswer: @unchecked Sendable {
    // Safe because `ticket` changes only in `renew`, when the loop's thread holds the one reference; all else is
    // atomic or locked.

    private enum Stage {
        /// Handed to the responder, which may answer at once.
        static let open: UInt8 = 0
        /// Counts as work.
        static let counted: UInt8 = 1
        /// Waits for an event: no work.
        static let parked: UInt8 = 2
        static let answered: UInt8 = 3
    }

    let mailbox: Mailbox
    private let load: Load
    private(set) var ticket: Ticket
    private let stage = Atomic(Stage.open)
    private let abandonment = Mutex(Abandonment())
    private let isWatched = Atomic(false)

    private struct Abandonment {
        var hasHappened = false
        var handlers: [@Sendable () -> Void] = []
    }

    init(_ ticket: Ticket, mailbox: Mailbox, load: Load) {
        self.ticket = ticket
        self.mailbox = mailbox
        self.load = load
    }

    deinit {
        // Nobody can answer any more: the connection has gone, and so has the responder's interest.
        if stage.load(ordering: .relaxed) == Stage.counted { load.finish() }
    }

    /// Whether it can serve the next request; the caller makes sure that it holds the one reference.
    var isReusable: Bool {
        stage.load(ordering: .relaxed) == Stage.answered && !isWatched.load(ordering: .relaxed)
    }

    /// Becomes the answer to another request.
    func renew(_ ticket: Ticket) {
        self.ticket = ticket
        stage.store(Stage.open, ordering: .relaxed)
    }

    /// Counts as work from now on, unless it has been answered or parked already.
    func count() {
        let (isCounted, _) = stage.compareExchange(
            expected: Stage.open, desired: Stage.counted, ordering: .acquiringAndReleasing)
        if isCounted { load.begin() }
    }

    /// Counts as waiting, no longer as work.
    func park() {
        for expected in [Stage.open, Stage.counted] {
            let (isParked, _) = stage.compareExchange(
                expected: expected, desired: Stage.parked, ordering: .acquiringAndReleasing)
            guard isParked else { continue }
            if expected == Stage.counted { load.finish() }
            return
        }
    }

    /// Ends the debt.
    ///
    /// - Returns: Whether this is the first answer.
    func settle() -> Bool {
        let stage = stage.exchange(Stage.answered, ordering: .acquiringAndReleasing)
        if stage == Stage.counted { load.finish() }
        return stage != Stage.answered
    }

    /// Whether nobody waits any more.
    var isAbandoned: Bool { abandonment.withLock { $0.hasHappened } }

    /// Nobody waits any more: tells those who want to know, once.
    func abandon() {
        isWatched.store(true, ordering: .relaxed)
        let handlers = abandonment.withLock { abandonment in
            abandonment.hasHappened = true
            defer { abandonment.handlers = [] }
            return abandonment.handlers
        }
        for handler in handlers { handler() }
    }

    /// Calls `handler` when the caller goes away before the answer, or now if that has happened.
    func whenAbandoned(_ handler: @escaping @Sendable () -> Void) {
        isWatched.store(true, ordering: .relaxed)
        let hasHappened = abandonment.withLock { abandonment in
            if !abandonment.hasHappened { abandonment.handlers.append(handler) }
            return abandonment.hasHappened
        }
        if hasHappened { handler() }
    }
}
