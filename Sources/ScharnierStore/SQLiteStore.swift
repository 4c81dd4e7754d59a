import Digest
import SQLite
package import Scharnier
import Synchronization

/// The city's records in one SQLite database.
///
/// Any thread may read, several at once, each from its own unchanging state; one thread writes, with group commit.
package final class SQLiteStore: Store {
    /// How many reads may wait for the thread of their own.
    package static let waitingAside = 64

    /// Time that such a read may take in SQLite: the deadline of a request (operations.md §3).
    package static let asideTime = Duration.seconds(30)

    /// How many works of several transactions may wait for the one that is being done.
    package static let waitingWorks = 8

    /// 32 random bytes that are this instance's alone, from which keys can be derived.
    package let instanceKey: [UInt8]

    let path: String
    let connections: ConnectionPool
    let shared: SharedState
    let now: @Sendable () -> Instant
    private let lock: OwnerLock?
    private let readers: Readers
    private let asideReaders: Readers
    private let aside: JobThread
    private let stepped: JobThread
    private let writer: Writer
    private let disk: DiskSpace
    private let pageCheck: PageCheck?
    private let scrubber: Scrubber?
    private let isStopped = Atomic(false)
    private let troubled: @Sendable (any Error) -> Void

    /// Opens the database at `path`, which must exist, or one that lives as long as the store at ":memory:".
    ///
    /// - Parameters:
    ///   - path: of the file.
    ///   - publicRows: how everyone sees an item; another form than the one in the file has all rows encoded anew.
    ///   - isMigrating: whether an older schema is brought up to date; else it is refused.
    ///   - limits: of the writer.
    ///   - timers: how long things may wait in this city.
    ///   - retention: how long things are kept in it.
    ///   - readTime: that one read may take in SQLite.
    ///   - floors: of the disk; a database in memory has none.
    ///   - events: told on the writer's thread.
    ///   - now: the wall clock.
    ///   - randomness: for identifiers and the key of a new instance.
    /// - Throws: ``OwnerLockFault``, ``SchemaFault``, `SQLiteError` or `SystemError`.
    package init(
        path: String, publicRows: PublicRows, isMigrating: Bool = false,
        limits: WriterLimits = WriterLimits(), timers: TimerRules = TimerRules(),
        retention: RetentionRules = RetentionRules(),
        readTime: Duration = Readers.readTime,
        floors: DiskFloors = DiskFloors(),
        events: StoreEvents = StoreEvents(),
        now: @escaping @Sendable () -> Instant = WallClock.now,
        randomness: any RandomNumberGenerator & Sendable = StockedRandomness()
    ) throws {
        self.path = path
        let isInMemory = path == ":memory:"
        if !isInMemory { try DatabaseFile.examine(path) }
        lock = try isInMemory ? nil : OwnerLock(database: path)
        let monotonic: @Sendable () -> ContinuousClock.Instant = { .now }
        disk = DiskSpace(path: path, floors: isInMemory ? .none : floors, now: monotonic)
        try disk.freeReserveIfNothingIsLeft()
        // A regular end leaves no log: what is there has to be recovered.
        let endedEarly = !isInMemory && PrivateFile.size(of: path + "-wal") ?? 0 > 0
        if !isInMemory { try Schema.migrations.prepare(path, migrating: isMigrating) }
        connections = .writing(to: path)
        shared = SharedState(
            publicRows: publicRows, identifiers: Identifiers(using: randomness), timers: timers,
            retention: retention, journal: isInMemory ? nil : ErasureJournal(database: path))
        self.now = now
        troubled = events.troubled
        let shared = shared
        instanceKey = try connections.lend { connection in
            if isInMemory { try Schema.migrations.run(on: connection, file: path) }
            return try connection.transaction {
                try SQLiteTransaction(on: connection, at: now(), requestID: "", shared: shared).initialize()
            }
        }
        // A database in memory has one connection only, of which everyone takes turns.
        readers = Readers(
            connections: isInMemory ? connections : .reading(path), readTime: readTime, now: monotonic)
        asideReaders = Readers(
            connections: isInMemory ? connections : .reading(path, capacity: 1), readTime: Self.asideTime,
            now: monotonic)
        aside = try JobThread(name: "aside", capacity: Self.waitingAside)
        stepped = try JobThread(name: "stepped", capacity: Self.waitingWorks)
        scrubber = try isInMemory ? nil : Scrubber(path, connections, troubled: events.troubled)
        var hooks = events.hooks
        hooks.committed = { [told = hooks.committed, scrubber] in
            shared.tokenStamp.publish()
            shared.dueNotice.publish()
            if shared.erasures.take() { scrubber?.request() }
            told($0)
        }
        writer = try Writer(connections: connections, limits: limits, hooks: hooks, now: monotonic)
        pageCheck = endedEarly ? try PageCheck() : nil
        pageCheck?.start(path, then: events.checked)
        // What was erased shortly before the last end may still lie between the pages.
        scrubber?.request()
    }

    /// Waits until no byte of what was erased so far is left in the files.
    package func finishScrubbing() { scrubber?.finish() }

    /// Whether so little space is left that only deletions and the like are taken.
    package var isShortOfSpace: Bool { disk.isLow }

    /// Holds space for what must be possible on a full disk, as long as the store is open and there is room.
    package func holdReserve() {
        disk.wantReserve()
        layReserveIfDue()
    }

    /// On the thread for long reads: some file systems take their time.
    private func layReserveIfDue() {
        guard disk.takesOverLaying() else { return }
        aside.submit { [disk, troubled] in
            do {
                try disk.layReserve()
            } catch {
                troubled(error)
            }
        }
    }

    package var tokenStamp: Int64 { shared.tokenStamp.value }

    /// How many writes wait.
    package var waitingWrites: Int { writer.waiting }

    package func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result {
        do {
            return try readers.read { try body(transaction(on: $0)) }
        } catch {
            throw inDomainWords(error)
        }
    }

    package func readAside<Result: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let isAccepted = aside.submit { [self] in
            complete(
                Swift.Result { try asideReaders.read { try body(transaction(on: $0)) } }
                    .mapError(inDomainWords))
        }
        guard !isAccepted else { return }
        let isStopped = isStopped.load(ordering: .acquiring)
        complete(.failure(isStopped ? Scharnier.StoreFailure.closed : .overloaded))
    }

    package func write<Result: Sendable>(
        requestID: String, isReleasing: Bool,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        write(requestID: requestID, isReleasing: isReleasing, within: nil, body, then: complete)
    }

    func write<Result: Sendable>(
        requestID: String, isReleasing: Bool, within time: Duration?,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        guard !disk.isLow || isReleasing else {
            return complete(.failure(Scharnier.StoreFailure.storageFull))
        }
        layReserveIfDue()
        let job: @Sendable (Connection) throws -> Result = { [shared, now] connection in
            try body(SQLiteTransaction(on: connection, at: now(), requestID: requestID, shared: shared))
        }
        writer.submit(within: time, job) { [writer, disk] result in
            // The reserve is for this: once it is free, the job has another try.
            if isReleasing, result.isStorageFull, disk.freeReserve() {
                writer.submit(job) { complete($0.mapError(inDomainWords)) }
            } else {
                complete(result.mapError(inDomainWords))
            }
        }
    }

    package func tryOut<Result: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        tryOut(within: nil, body, then: complete)
    }

    func tryOut<Result: Sendable>(
        within time: Duration?, _ body: @escaping @Sendable (any WriteTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let job: @Sendable (Connection) throws -> Result = { [shared, now] connection in
            // Taken back here and not by failing, for which the jobs before it would be run again.
            try connection.takingBack {
                try body(
                    SQLiteTransaction(
                        on: connection, at: now(), requestID: "", shared: shared, isTrial: true))
            }
        }
        writer.submit(within: time, job) { complete($0.mapError(inDomainWords)) }
    }

    package func inSteps<Result: Sendable>(
        requestID: String, isReleasing: Bool = false,
        _ work: @escaping @Sendable (any Steps) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let steps = StoreSteps(store: self, requestID: requestID, isReleasing: isReleasing)
        let isAccepted = stepped.submit { complete(Swift.Result { try work(steps) }) }
        guard !isAccepted else { return }
        let isStopped = isStopped.load(ordering: .acquiring)
        complete(.failure(isStopped ? Scharnier.StoreFailure.closed : .overloaded))
    }

    /// Writes and waits for it; not to be called within a transaction.
    ///
    /// `isReleasing` as for the store's other `write`.
    /// - Throws: what `body` throws, `StoreFailure` or `SQLiteError`.
    package func write<Result: Sendable>(
        requestID: String = "", isReleasing: Bool = false,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result {
        let answer = BlockingQueue<Swift.Result<Result, any Error>>(capacity: 1)
        write(requestID: requestID, isReleasing: isReleasing, body) { _ = answer.append($0) }
        guard let result = answer.take() else { throw Scharnier.StoreFailure.closed }
        return try result.get()
    }

    /// Commits what waits, lets reads end, empties the log into the database and closes it.
    ///
    /// Not to be called within a transaction. A second call does nothing.
    package func stop() {
        isStopped.store(true, ordering: .releasing)
        pageCheck?.stop()
        scrubber?.stop()
        // Of what waits each step is refused.
        stepped.stop()
        aside.stop()
        if !isInMemory {
            asideReaders.close()
            readers.close()
        }
        writer.stop()
        lock?.release()
    }

    /// Whether it is being closed: no further work is begun.
    var isClosing: Bool { isStopped.load(ordering: .acquiring) }

    /// Whether readers and writer take turns on one connection.
    var isInMemory: Bool { lock == nil }

    private func transaction(on connection: Connection) -> SQLiteTransaction {
        SQLiteTransaction(on: connection, at: now(), requestID: "", shared: shared)
    }
}

extension Result {
    /// Whether it failed for want of space.
    fileprivate var isStorageFull: Bool {
        guard case .failure(let error) = self else { return false }
        return error as? StoreFailure == .storageFull
    }
}

/// An error of the engine in the words of the domain; others as they are.
private func inDomainWords(_ error: any Error) -> any Error {
    guard let failure = error as? StoreFailure else { return error }
    return switch failure {
    case .overloaded: Scharnier.StoreFailure.overloaded
    case .storageFull: Scharnier.StoreFailure.storageFull
    case .outcomeUnknown: Scharnier.StoreFailure.outcomeUnknown
    case .timeout: Scharnier.StoreFailure.queryTimeout
    case .stopped: Scharnier.StoreFailure.closed
    }
}
