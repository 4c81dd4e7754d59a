package import HTTPWire

/// The way back for the answer to one request, usable once and from any thread.
///
/// A second answer, or one for a client that has gone, is dropped.
package struct Reply: Sendable {
    let owed: OwedAnswer

    /// Sends the answer: at once during ``Responder/respond(to:through:)`` on the loop's own thread, else through
    /// the loop's mailbox.
    package func send(_ response: Response) {
        guard owed.settle() else { return }
        owed.mailbox.deliver(response, for: owed.ticket)
    }

    /// Sends an answer that is made on the loop's thread: what costs time need not hold up the thread that has it.
    package func send(made make: @escaping @Sendable () -> Response) {
        guard owed.settle() else { return }
        owed.mailbox.deliver(make, for: owed.ticket)
    }

    /// Whether the caller has gone or its answer has come to its deadline: a read need not go on.
    ///
    /// A caller that has closed its sending side counts as gone; an answer is still sent should one come. What has
    /// an effect is to be carried out all the same: its outcome must not depend on a socket.
    package var isAbandoned: Bool { owed.isAbandoned }

    /// Calls `handler` once when the answer is abandoned, at once if it is already; never after the answer.
    ///
    /// Called on the loop's thread or on this one; must not block.
    package func whenAbandoned(_ handler: @escaping @Sendable () -> Void) {
        owed.whenAbandoned(handler)
    }

    /// Says that the answer waits for an event: it may take so long from now on, and does not count as work.
    package func wait(atMost duration: Duration) {
        owed.park()
        owed.mailbox.extend(owed.ticket, by: duration.nanoseconds)
    }
}

/// Names one request of one loop; tickets are never used twice.
struct Ticket: Hashable, Sendable {
    var slot: Int
    var serial: UInt64
}
