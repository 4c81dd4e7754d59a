package import HTTPWire

/// The way back for the answer to one request, usable once and from any thread.
///
/// A second answer, or one for a client that has gone, is dropped.
package struct Reply: Sendable {
    let mailbox: Mailbox
    let ticket: Ticket

    /// Sends the answer: at once during ``Responder/respond(to:through:)`` on the loop's own thread, else through
    /// the loop's mailbox.
    package func send(_ response: Response) {
        mailbox.deliver({ response }, for: ticket)
    }

    /// Sends an answer that is made on the loop's thread: what costs time need not hold up the thread that has it.
    package func send(made make: @escaping @Sendable () -> Response) {
        mailbox.deliver(make, for: ticket)
    }
}

/// Names one request of one loop; tickets are never used twice.
struct Ticket: Hashable, Sendable {
    var slot: Int
    var serial: UInt64
}
