import SQLite
import ScharnierStore

extension Table {
    /// The engine alone: jobs of one row each, on a file, with synchronous=FULL; elapsed time, for it is the disk's.
    mutating func measureCommits(in directory: String) throws {
        let path = directory + "/commits.db"
        try DatabaseFile.make(at: path)
        let connections = ConnectionPool.writing(to: path)
        let writer = try Writer(connections: connections, now: { .now })
        defer { writer.stop() }
        try writer.perform { try $0.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER) STRICT") }
        let alone = try time(of: 1_000) {
            for _ in 0..<1_000 { try writer.perform { try $0.run("INSERT INTO t (b) VALUES (1)") } }
        }
        note("commit of one row, alone (elapsed)", alone)
        let together = try time(of: 64_000) {
            for _ in 0..<1_000 { try Self.insert(64, through: writer) }
        }
        note("commit of one row, 64 waiting (elapsed)", together)
    }

    private static func insert(_ count: Int, through writer: Writer) throws {
        let done = BlockingQueue<Bool>(capacity: count)
        for _ in 0..<count {
            writer.submit {
                try $0.run("INSERT INTO t (b) VALUES (1)")
            } then: { _ in
                _ = done.append(true)
            }
        }
        for _ in 0..<count { _ = done.take() }
    }

    /// Microseconds for each of `count` steps.
    private func time(of count: Int, _ work: () throws -> Void) throws -> Double {
        let start = ContinuousClock.now
        try work()
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return (Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(count)
    }
}
