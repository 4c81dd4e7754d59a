import CLinux
import Glibc
import HTTPWire
import Synchronization

/// How other threads reach a loop: a locked list and a descriptor that wakes the loop, once for many letters.
///
/// Answers given on the loop's own thread while it asks for them bypass the list.
final class Mailbox: @unchecked Sendable {
    // Safe because `letters` is locked, the descriptors are constant, and `thread`, `asked`, `immediate` and `patience` are
    // written by the loop's thread alone; others only read `thread`, which is set before the loop gives out its
    // first ticket.

    enum Letter {
        case answer(@Sendable () -> Response, Ticket)
        case piece(ContentStream.Piece, Ticket)
        case extend(Ticket, nanoseconds: Int64)
        case prod
        case drain
        case cut
    }

    private struct Letters {
        var waiting: [Letter] = []
        var hasSignalled = false
    }

    private let letters = Mutex(Letters())
    private let turned = Atomic(0)
    private let wakeUp: Int32
    private var thread = pthread_t()
    private var asked: Ticket?
    private var immediate: Response?
    private var patience: Int64?

    /// The descriptor that is readable while letters wait.
    var descriptor: Int32 { wakeUp }

    /// - Throws: ``ServerError`` when the process has no descriptor left.
    init() throws(ServerError) {
        wakeUp = try ServerError.check(clinux_eventfd(), "eventfd")
    }

    deinit {
        clinux_close(wakeUp, 0)
    }

    /// Makes the calling thread the owner.
    func adopt() {
        thread = pthread_self()
    }

    /// Expects an answer on this thread, until ``immediateAnswer()``.
    func expect(_ ticket: Ticket) {
        asked = ticket
    }

    /// The answer that has arrived on this thread since ``expect(_:)``.
    func immediateAnswer() -> Response? {
        asked = nil
        return immediate.take()
    }

    private func isAsked(_ ticket: Ticket) -> Bool {
        thread == pthread_self() && asked == ticket
    }

    /// How long the answer that was expected last may take, if it has said so.
    func takePatience() -> Int64? { patience.take() }

    /// Brings an answer to its connection.
    func deliver(_ response: Response, for ticket: Ticket) {
        guard isAsked(ticket) else { return post(.answer({ response }, ticket)) }
        asked = nil
        immediate = response
    }

    /// Brings an answer to its connection; it is made on the loop's thread.
    func deliver(_ make: @escaping @Sendable () -> Response, for ticket: Ticket) {
        guard isAsked(ticket) else { return post(.answer(make, ticket)) }
        asked = nil
        immediate = make()
    }

    /// Gives an answer so much time from now on.
    func extend(_ ticket: Ticket, by nanoseconds: Int64) {
        if isAsked(ticket) { patience = nanoseconds } else { post(.extend(ticket, nanoseconds: nanoseconds)) }
    }

    /// Leaves a letter and wakes the loop unless it has been woken already.
    func post(_ letter: Letter) {
        let mustSignal = letters.withLock { letters in
            letters.waiting.append(letter)
            defer { letters.hasSignalled = true }
            return !letters.hasSignalled
        }
        if mustSignal { _ = clinux_eventfd_signal(wakeUp) }
    }

    /// Asks the loop to turn once, and to tell by ``turns``.
    func prod() { post(.prod) }

    /// Called by the loop for each ``prod()``.
    func noteTurn() { turned.add(1, ordering: .relaxed) }

    /// How often the loop has turned because of ``prod()``.
    var turns: Int { turned.load(ordering: .relaxed) }

    /// All letters that wait, in order.
    func collect() -> [Letter] {
        _ = clinux_eventfd_clear(wakeUp)
        return letters.withLock { letters in
            letters.hasSignalled = false
            defer { letters.waiting.removeAll() }
            return letters.waiting
        }
    }
}
