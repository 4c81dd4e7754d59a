import Foundation
import SQLite
import ScharnierStore
import Synchronization
import Testing

/// A database in a directory of its own, gone afterwards.
final class TemporaryDatabase: Sendable {
    let directory: String
    var path: String { directory + "/a.db" }

    init(_ script: String = "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT") throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        directory = url.path
        guard !script.isEmpty else { return }
        try Connection(path: path, mode: .readWriteCreate, settings: .writer).execute(script: script)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: directory)
    }

    func writer(
        limits: WriterLimits = WriterLimits(), hooks: WriterHooks = WriterHooks(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws -> Writer {
        try Writer(connections: .writing(to: path), limits: limits, hooks: hooks, now: now)
    }

    func readers(
        capacity: Int = ConnectionPool.readers, readTime: Duration = .seconds(2),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) -> Readers {
        Readers(connections: .reading(path, capacity: capacity), readTime: readTime, now: now)
    }
}

/// A clock on which a millisecond passes with every look, however busy the machine is.
final class LookClock: Sendable {
    private let start = ContinuousClock.now
    private let looks = Atomic(0)

    func now() -> ContinuousClock.Instant {
        let look = looks.wrappingAdd(1, ordering: .relaxed).newValue
        return start.advanced(by: .milliseconds(look))
    }
}

extension Connection {
    func rowCount() throws -> Int {
        try first("SELECT count(*) FROM t") { try $0.next() } ?? -1
    }

    func insert(_ number: Int) throws {
        try run("INSERT INTO t (a) VALUES (\(number))")
    }
}

/// Collects results in the order in which they come, and waits until all are there.
final class Collector<Element: Sendable>: Sendable {
    private let queue = BlockingQueue<Element>(capacity: 100_000)

    func add(_ element: Element) {
        _ = queue.append(element)
    }

    func take(_ count: Int) -> [Element] {
        (0..<count).compactMap { _ in queue.take() }
    }

    var count: Int { queue.count }
}

/// Holds the writer's thread until it is opened, so that jobs pile up behind it.
final class Gate: Sendable {
    private let queue = BlockingQueue<Bool>(capacity: 1)
    private let arrivals = BlockingQueue<Bool>(capacity: 1)

    func open() {
        _ = queue.append(true)
    }

    func pass() {
        _ = arrivals.append(true)
        _ = queue.take()
    }

    func waitForArrival() {
        _ = arrivals.take()
    }

    /// Occupies `writer` with a batch of its own until the gate is opened.
    func block(_ writer: Writer) {
        writer.submit({ _ in }, then: { _ in self.pass() })
        waitForArrival()
    }
}
