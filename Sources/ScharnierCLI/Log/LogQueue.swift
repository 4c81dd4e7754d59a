import Metrics
import SQLite
import ScharnierAPI
import Synchronization

/// What waits to be written to the log: bounded, so that a log that nobody takes costs lines, never requests.
final class LogQueue: Sendable {
    /// One line of the log, or the facts that one is made of: by the thread that writes, not the one that serves.
    enum Entry: Sendable {
        case line([UInt8])
        case request(RequestRecord)
    }

    /// Two seconds of 4,000 requests, and about 3 MiB at most.
    static let capacity = 8_192

    private struct State {
        var entries: [Entry] = []
        var isWriterAsleep = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let bell = BlockingQueue<Bool>(capacity: 1)
    private let capacity: Int

    /// Lines that could not be written.
    let dropped = Counter()

    init(capacity: Int = LogQueue.capacity) {
        self.capacity = capacity
    }

    /// Puts an entry at the end; drops and counts it when too many wait.
    ///
    /// Wakes the writer only when it sleeps for lack of work: not once a request.
    func append(_ entry: Entry) {
        let (isFull, wakes) = state.withLock { state in
            guard state.entries.count < capacity else { return (true, false) }
            state.entries.append(entry)
            defer { state.isWriterAsleep = false }
            return (false, state.isWriterAsleep)
        }
        if isFull { dropped.add() }
        if wakes { _ = bell.append(true) }
    }

    /// Exchanges what waits for an empty list; `false` when nothing waits and nothing more will come.
    ///
    /// Waits while there is nothing.
    func take(into entries: inout [Entry]) -> Bool {
        entries.removeAll(keepingCapacity: true)
        while true {
            let isClosed = state.withLock { state in
                swap(&state.entries, &entries)
                state.isWriterAsleep = entries.isEmpty && !state.isClosed
                return state.isClosed
            }
            if !entries.isEmpty { return true }
            if isClosed { return false }
            _ = bell.take()
        }
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Wakes the writer for the last time.
    func close() {
        state.withLock { $0.isClosed = true }
        _ = bell.append(true)
    }
}
