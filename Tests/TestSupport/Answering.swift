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

/// Waits for a piece of content that another thread gives.
package final class Taken: Sendable {
    private let queue = BlockingQueue<ContentStream.Piece>(capacity: 2)

    package init() {}

    package func give(_ piece: ContentStream.Piece) { _ = queue.append(piece) }

    /// The piece; nil is never given.
    package func wait() -> ContentStream.Piece? { queue.take() }
}

extension Response {
    /// The content to its end; nil if it breaks off.
    package var wholeContent: [UInt8]? {
        guard let stream else { return body }
        var content: [UInt8] = []
        while true {
            let taken = Taken()
            stream.next { taken.give($0) }
            switch taken.wait() {
            case .more(let bytes): content += bytes
            case .last(let bytes): return content + bytes
            case .broken, nil: return nil
            }
        }
    }
}
