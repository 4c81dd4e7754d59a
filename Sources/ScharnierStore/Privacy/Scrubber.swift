import SQLite
import Scharnier
import Synchronization

/// Takes what was erased out of the files, byte by byte, on a thread of its own.
///
/// `secure_delete` overwrites what a row held, but not the copies that were left between the cells of a page when its
/// rows moved to another one; measured: one erased text of a hundred is still there. `VACUUM` writes every page anew
/// (sqlite.org/lang_vacuum.html), and the log, which has the pages as they were, is cut to nothing afterwards. That
/// takes a second for a city of 20,000 needs; meanwhile writes wait and reads go on.
final class Scrubber: Sendable {
    /// How long, in milliseconds, a try to cut the log waits for readers, with writers waiting for it.
    private static let patience: Int32 = 20

    /// How long until the next try, in milliseconds.
    private static let pause: Int64 = 200

    private let path: String
    private let connections: ConnectionPool
    private let troubled: @Sendable (any Error) -> Void
    private let thread: JobThread
    private let interrupter = Mutex<Interrupter?>(nil)
    private let isStopped = Atomic(false)
    private let alarm = Alarm()

    /// A scrubber of the database at `path`, whose only writing connection is in `connections`.
    init(
        _ path: String, _ connections: ConnectionPool, troubled: @escaping @Sendable (any Error) -> Void
    ) throws(SystemError) {
        self.path = path
        self.connections = connections
        self.troubled = troubled
        thread = try JobThread(name: "scrubber")
    }

    /// Looks soon whether something was erased, and returns at once.
    func request() {
        thread.submit { [self] in run() }
    }

    /// Waits until everything that was requested so far is done, or given up.
    func finish() {
        let done = BlockingQueue<Void>(capacity: 1)
        guard thread.submit({ _ = done.append(()) }) else { return }
        _ = done.take()
    }

    /// Ends; what is left is done after the next start.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        interrupter.withLock { $0?.interrupt() }
        alarm.stop()
        thread.stop()
    }

    private var isWanted: Bool { !isStopped.load(ordering: .acquiring) }

    private func run() {
        guard isWanted else { return }
        do {
            guard let number = try rewrite() else { return }
            while isWanted, try !cutLog(noting: number) {
                guard alarm.sleep(until: WallClock.now().milliseconds + Self.pause) else { return }
            }
        } catch {
            if isWanted { troubled(error) }
        }
    }

    /// Writes every page anew, if something was erased since that was done last.
    ///
    /// - Returns: the number of the last erasure.
    private func rewrite() throws -> Int64? {
        try alone { connection in
            guard let number = try connection.erasureToScrub() else { return nil }
            try connection.run("VACUUM")
            return number
        }
    }

    /// Cuts the log to nothing.
    ///
    /// - Returns: false if a reader was in the way.
    private func cutLog(noting number: Int64) throws -> Bool {
        try alone { connection in
            guard try !connection.checkpoint(.truncate, waitMilliseconds: Self.patience).wasBlocked else {
                return false
            }
            try connection.run("UPDATE meta SET scrubbed = \(number) WHERE id = 1")
            return true
        }
    }

    /// Runs `body` on a connection of its own while nobody writes.
    private func alone<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        try connections.lend { _ in
            let connection = try Connection(path: path, mode: .readWrite, settings: .scrubbing)
            interrupter.withLock { $0 = connection.interrupter }
            defer { interrupter.withLock { $0 = nil } }
            return try body(connection)
        }
    }
}

/// Tells the scrubber after a commit that something was erased.
final class ErasureNotice: Sendable {
    private let isNoted = Atomic(false)

    /// Notes on the writer's thread that the transaction under way erases something.
    func note() { isNoted.store(true, ordering: .relaxed) }

    /// Whether something was noted since it was taken last.
    func take() -> Bool { isNoted.exchange(false, ordering: .relaxed) }
}

extension Connection {
    /// The number of the last erasure, if its bytes may still be there.
    func erasureToScrub() throws -> Int64? {
        try first("SELECT erasures FROM meta WHERE id = 1 AND erasures > scrubbed") {
            try $0.next()
        }
    }
}
