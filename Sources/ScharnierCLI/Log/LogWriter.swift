import Glibc
import JSON
import Metrics
import SQLite
import ScharnierAPI
import Synchronization

/// The one thread that writes the log: whoever logs never waits for a terminal, a pipe or a disk.
final class LogWriter: Sendable {
    /// Long enough that lines are written together, short enough to be read live.
    private static let napMicroseconds: UInt32 = 20_000
    private static let pieceBytes = 64 * 1024

    let queue = LogQueue()
    private let descriptor: Int32
    private let routes: [Route]
    private let isFinished = Atomic(false)
    private let thread: JobThread

    /// Starts the thread; `routes` name the routes of requests.
    ///
    /// - Throws: `SystemError` when threads run out.
    init(to descriptor: Int32 = STDERR_FILENO, routes: [Route]) throws {
        self.descriptor = descriptor
        self.routes = routes
        thread = try JobThread(name: "log")
    }

    /// Begins to write.
    func start() { thread.submit { [self] in run() } }

    /// Writes what waits and ends, unless nobody takes it: then the rest is lost after a second.
    ///
    /// The thread is not joined: it may be stuck in a full pipe for ever.
    func finish() {
        queue.close()
        for _ in 0..<100 where !isFinished.load(ordering: .acquiring) { usleep(10_000) }
    }

    private func run() {
        var entries: [LogQueue.Entry] = []
        var output = LogOutput(descriptor)
        var told: Int64 = 0
        while queue.take(into: &entries) {
            var buffer: [UInt8] = []
            var lines = 0
            for entry in entries {
                buffer += line(of: entry)
                lines += 1
                guard buffer.count >= Self.pieceBytes else { continue }
                output.write(buffer, lines: lines, counting: queue.dropped)
                (buffer, lines) = ([], 0)
            }
            output.write(buffer, lines: lines, counting: queue.dropped)
            tellDropped(&told, &output)
            if !queue.isClosed { usleep(Self.napMicroseconds) }
        }
        isFinished.store(true, ordering: .releasing)
    }

    private func line(of entry: LogQueue.Entry) -> [UInt8] {
        switch entry {
        case .line(let bytes): bytes
        case .request(let record): AccessLine.bytes(of: record, routes: routes)
        }
    }

    /// Once lines get through again, says how many did not.
    private func tellDropped(_ told: inout Int64, _ output: inout LogOutput) {
        let dropped = queue.dropped.value
        guard dropped > told else { return }
        output.write(JSONLog.droppedLine(dropped - told), lines: 1, counting: queue.dropped)
        told = max(dropped, queue.dropped.value)
    }
}
