import Glibc
import SQLite
import ScharnierStore
import Synchronization
import Testing

@Suite(.serialized) struct DiskFaultTests {
    let database: TemporaryDatabase
    let log: String

    init() throws {
        database = try TemporaryDatabase()
        log = database.path + "-wal"
    }

    @Test func `a full disk at the commit is told to all, and nothing is stored`() throws {
        let writer = try database.writer()
        try writer.perform { try $0.insert(1) }
        let gate = Gate()
        gate.block(writer)
        let outcomes = Collector<StoreFailure?>()
        DiskFault.during(log, ENOSPC) {
            for number in 2..<5 {
                writer.submit({ try $0.insert(number) }) { outcomes.add($0.failure as? StoreFailure) }
            }
            gate.open()
            #expect(outcomes.take(3) == [.storageFull, .storageFull, .storageFull])
        }
        #expect(try database.readers().read { try $0.rowCount() } == 1)
        try writer.perform { try $0.insert(2) }
        #expect(try database.readers().read { try $0.rowCount() } == 2)
    }

    @Test func `a failed disk at the commit is told to all who wait, once, and nothing is tried again`()
        throws
    {
        let failures = Collector<Int32?>()
        let runs = Atomic(0)
        var hooks = WriterHooks()
        hooks.failed = { failures.add(($0 as? SQLiteError)?.code) }
        var limits = WriterLimits()
        limits.batchJobs = 2
        let writer = try database.writer(limits: limits, hooks: hooks)
        try writer.perform { try $0.insert(1) }
        let gate = Gate()
        gate.block(writer)
        let outcomes = Collector<StoreFailure?>()
        DiskFault.during(log, EIO) {
            for number in 2..<7 {
                writer.submit {
                    runs.add(1, ordering: .relaxed)
                    try $0.insert(number)
                } then: {
                    outcomes.add($0.failure as? StoreFailure)
                }
            }
            gate.open()
            #expect(outcomes.take(5) == Array(repeating: .outcomeUnknown, count: 5))
            #expect(failures.take(1) == [778])  // SQLITE_IOERR_WRITE
        }
        #expect(runs.load(ordering: .relaxed) == 2)
        #expect(throws: StoreFailure.stopped) { try writer.perform { _ in } }
        writer.stop()
        #expect(outcomes.count == 0 && failures.count == 0)
    }

    @Test func `what was answered before the disk failed is still there`() throws {
        let failures = Collector<Bool>()
        var hooks = WriterHooks()
        hooks.failed = { _ in failures.add(true) }
        let writer = try database.writer(hooks: hooks)
        for number in 0..<10 { try writer.perform { try $0.insert(number) } }
        DiskFault.during(log, EIO) {
            #expect(throws: StoreFailure.outcomeUnknown) { try writer.perform { try $0.insert(10) } }
        }
        _ = failures.take(1)
        #expect(try database.readers().read { try $0.rowCount() } >= 10)
    }
}
