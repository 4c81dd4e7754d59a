package import HTTPWire
import SQLite

/// Waits for the one answer to a request.
package final class Answering: Sendable {
    private let queue = BlockingQueue<Response>(capacity: 2)

    /// Nothing yet.
    package init() {}

    /// Gives the answer.
    package func give(_ response: Response) { _ = queue.append(response) }

    /// The answer; a second one would be a fault of the API and is not waited for.
    package func wait() -> Response { queue.take() ?? Response(status: 599) }
}
