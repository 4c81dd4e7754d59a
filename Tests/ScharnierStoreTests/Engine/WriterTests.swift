import SQLite
import ScharnierStore
import Synchronization
import Testing

@Suite struct WriterTests {
    struct Refused: Error {}

    let database: TemporaryDatabase

    init() throws { database = try TemporaryDatabase() }

    @Test func `a job's result comes back`() throws {
        let writer = try database.writer()
        #expect(try writer.perform { try $0.rowCount() } == 0)
        try writer.perform { try $0.insert(1) }
        #expect(try writer.perform { try $0.rowCount() } == 1)
    }

    @Test func `an answer leaves only after the commit`() throws {
        let writer = try database.writer()
        let readers = database.readers()
        let seen = Collector<Int?>()
        for number in 1...50 {
            writer.submit({ try $0.insert(number) }) { _ in
                seen.add(
                    try? readers.read {
                        try $0.first("SELECT a FROM t WHERE a = \(number)") { try $0.next() }
                    })
            }
        }
        #expect(seen.take(50) == Array(1...50))
    }

    @Test func `jobs of many threads share commits`() throws {
        let commits = Atomic(0)
        var hooks = WriterHooks()
        hooks.committed = { _ in commits.add(1, ordering: .relaxed) }
        let writer = try database.writer(hooks: hooks)
        let threads = try (0..<32).map { try JobThread(name: "client \($0)") }
        let done = Collector<Bool>()
        for (index, thread) in threads.enumerated() {
            thread.submit {
                for number in 0..<50 {
                    done.add((try? writer.perform { try $0.insert(index * 50 + number) }) != nil)
                }
            }
        }
        #expect(done.take(1600).allSatisfy { $0 })
        #expect(try writer.perform { try $0.rowCount() } == 1600)
        #expect(commits.load(ordering: .relaxed) < 800)
    }

    @Test func `what waits becomes one commit, answered in order`() throws {
        let batches = Collector<Int>()
        var hooks = WriterHooks()
        hooks.measured = { batches.add($0.jobs) }
        var limits = WriterLimits()
        (limits.shortestBatchTime, limits.batchTime) = (.seconds(10), .seconds(10))
        let writer = try database.writer(limits: limits, hooks: hooks)
        let gate = Gate()
        gate.block(writer)
        let order = Collector<Int>()
        for number in 0..<100 {
            writer.submit({ try $0.insert(number) }) { _ in order.add(number) }
        }
        gate.open()
        #expect(order.take(100) == Array(0..<100))
        #expect(batches.take(3) == [1, 64, 36])
    }

    @Test func `a batch takes no more jobs once its time is up`() throws {
        let batches = Collector<Int>()
        var hooks = WriterHooks()
        hooks.measured = { batches.add($0.jobs) }
        var limits = WriterLimits()
        limits.batchTime = .zero
        let writer = try database.writer(limits: limits, hooks: hooks)
        for number in 0..<10 { writer.submit({ try $0.insert(number) }) { _ in } }
        #expect(batches.take(10) == Array(repeating: 1, count: 10))
    }

    @Test func `a refused job leaves no trace, the others of its batch go on`() throws {
        let writer = try database.writer()
        let gate = Gate()
        gate.block(writer)
        let outcomes = Collector<String>()
        for number in 0..<10 {
            writer.submit { connection in
                try connection.insert(number)
                if number % 3 == 0 { throw Refused() }
            } then: { result in
                switch result {
                case .success: outcomes.add("\(number) stored")
                case .failure(let error):
                    outcomes.add("\(number) \(error is Refused ? "refused" : "\(error)")")
                }
            }
        }
        gate.open()
        #expect(outcomes.take(10) == (0..<10).map { "\($0) \($0 % 3 == 0 ? "refused" : "stored")" })
        let stored = try writer.perform { try $0.rows("SELECT a FROM t") { try $0.next(Int.self) } }
        #expect(stored == [1, 2, 4, 5, 7, 8])
    }

    @Test func `a full queue refuses at once`() throws {
        var limits = WriterLimits()
        limits.waitingJobs = 3
        let writer = try database.writer(limits: limits)
        let gate = Gate()
        gate.block(writer)
        let outcomes = Collector<StoreFailure?>()
        for number in 0..<4 {
            writer.submit({ try $0.insert(number) }) { outcomes.add($0.failure as? StoreFailure) }
        }
        #expect(outcomes.count == 1 && writer.waiting == 3)
        #expect(outcomes.take(1) == [.overloaded])
        gate.open()
        #expect(outcomes.take(3) == [nil, nil, nil])
        #expect(try writer.perform { try $0.rowCount() } == 3)
    }

    @Test func `a job that would wait too long is refused`() throws {
        var limits = WriterLimits()
        limits.expectedWait = .nanoseconds(1)
        let writer = try database.writer(limits: limits)
        try writer.perform { _ in }
        try writer.perform { _ in }
        let gate = Gate()
        gate.block(writer)
        let outcomes = Collector<StoreFailure?>()
        for _ in 0..<2 { writer.submit({ _ in }) { outcomes.add($0.failure as? StoreFailure) } }
        #expect(outcomes.take(1) == [.overloaded])
        gate.open()
        #expect(outcomes.take(1) == [nil])
    }

    @Test func `stopping commits what waits and empties the log`() throws {
        let writer = try database.writer()
        let gate = Gate()
        gate.block(writer)
        let outcomes = Collector<Bool>()
        for number in 0..<200 { writer.submit({ try $0.insert(number) }) { outcomes.add($0.failure == nil) } }
        gate.open()
        writer.stop()
        #expect(outcomes.count == 200 && outcomes.take(200).allSatisfy { $0 })
        #expect(PrivateFile.size(of: database.path + "-wal") == nil)
        #expect(throws: StoreFailure.stopped) { try writer.perform { _ in } }
    }

    @Test func `a log that has grown too long is cut`() throws {
        var limits = WriterLimits()
        limits.logBytes = 100_000
        let writer = try database.writer(limits: limits)
        let text = String(repeating: "x", count: 50_000)
        for number in 0..<20 {
            try writer.perform { try $0.run("INSERT INTO t VALUES (\(number), \(text))") }
        }
        try writer.perform { _ in }
        #expect(try #require(PrivateFile.size(of: database.path + "-wal")) < 300_000)
    }

    @Test func `a reader that was in the way of a long log does not stay in the way`() throws {
        var limits = WriterLimits()
        limits.logBytes = 0
        let writer = try database.writer(limits: limits)
        try database.readers().read { reader in
            _ = try reader.rowCount()
            try writer.perform { try $0.insert(1) }
            try writer.perform { try $0.insert(2) }
            #expect(try reader.rowCount() == 0)
        }
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while PrivateFile.size(of: database.path + "-wal") != 0, ContinuousClock.now < deadline {}
        #expect(PrivateFile.size(of: database.path + "-wal") == 0)
    }
}

extension Result {
    var failure: Failure? {
        guard case .failure(let error) = self else { return nil }
        return error
    }
}
