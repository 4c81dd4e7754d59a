package import HTTPWire

/// What answers the requests of a server.
package protocol Responder: Sendable {
    /// Decides on a request whose head is known and whose content has not been read.
    ///
    /// Called on a loop thread, only for requests with content; must not block.
    func admit(_ head: Request) -> Admission

    /// Answers a request, at once or later from any thread, through `reply`.
    ///
    /// Called on a loop thread: whatever takes long belongs elsewhere, for all connections of the loop wait.
    func respond(to request: Request, through reply: Reply)

    /// The answer to a request that could not be read; the connection closes after it.
    ///
    /// Called on a loop thread.
    func response(to error: WireError, in request: PartialRequest) -> Response

    /// The answer to a request that could be read but is refused or given up.
    ///
    /// Called on a loop thread, under overload for most requests: has to be cheap.
    func response(to refusal: ServerRefusal, of request: PartialRequest) -> Response
}

/// What becomes of the content that a request announces.
package enum Admission: Sendable {
    /// It is read up to this many octets and for this long, or up to the limits of the server.
    case content(limit: Int? = nil, time: Duration? = nil)
    /// It is not read: this answer is sent and the connection closes.
    case refused(Response)
}

extension Responder {
    /// Reads all content up to the limit of the server.
    package func admit(_ head: Request) -> Admission { .content() }
}
