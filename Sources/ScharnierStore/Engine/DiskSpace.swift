import SQLite
import Synchronization

/// Watches the space on the disk of a database, and holds a reserve there.
///
/// Nothing runs by itself: the disk is looked at when somebody asks, at most once in an interval.
final class DiskSpace: Sendable {
    private let floors: DiskFloors
    private let reserve: String
    private let freeBytes: @Sendable () throws -> Int
    private let now: @Sendable () -> ContinuousClock.Instant
    private let start: ContinuousClock.Instant
    private let nextLook = Atomic<Int64>(0)
    private let isShort = Atomic(false)
    private let lacksReserve = Atomic(false)

    /// Watches the disk of the database at `path`.
    ///
    /// - Parameters:
    ///   - path: of the database.
    ///   - floors: below which it is short.
    ///   - now: a monotonic clock.
    ///   - freeBytes: what is free; of the database's file system unless told otherwise.
    init(
        path: String, floors: DiskFloors, now: @escaping @Sendable () -> ContinuousClock.Instant,
        freeBytes: (@Sendable () throws -> Int)? = nil
    ) {
        self.floors = floors
        self.now = now
        start = now()
        reserve = path + ".reserve"
        self.freeBytes = freeBytes ?? { try FileSystem(of: path).freeBytes }
    }

    /// Whether so little is free that only what makes or keeps order is taken.
    var isLow: Bool {
        lookIfDue()
        return isShort.load(ordering: .relaxed)
    }

    /// Whether the reserve should be laid now; true once for each time it is missing.
    func takesOverLaying() -> Bool {
        lacksReserve.load(ordering: .relaxed) && !isShort.load(ordering: .relaxed)
            && lacksReserve.exchange(false, ordering: .relaxed)
    }

    /// Has a reserve laid when there is room for it.
    func wantReserve() {
        lacksReserve.store(floors.reserveBytes > 0, ordering: .relaxed)
    }

    /// Lays the reserve if that leaves the floor untouched; else it stays missing until the next look.
    func layReserve() throws {
        do {
            guard try freeBytes() >= floors.freeBytes + floors.reserveBytes else { return wantReserve() }
            try ReserveFile.lay(reserve, bytes: floors.reserveBytes)
        } catch {
            wantReserve()
            throw error
        }
    }

    /// Gives the reserve back to the disk; false if there is none.
    func freeReserve() -> Bool {
        guard floors.reserveBytes > 0, ReserveFile.free(reserve) else { return false }
        wantReserve()
        return true
    }

    /// Gives the reserve back before a database is opened on a disk without space for its shared memory.
    func freeReserveIfNothingIsLeft() throws {
        guard floors.reserveBytes > 0, try freeBytes() < floors.reserveBytes else { return }
        _ = freeReserve()
    }

    private func lookIfDue() {
        guard floors.freeBytes > 0 else { return }
        let moment = (now() - start).nanoseconds
        let due = nextLook.load(ordering: .relaxed)
        guard moment >= due else { return }
        let next = moment + floors.interval.nanoseconds
        guard nextLook.compareExchange(expected: due, desired: next, ordering: .relaxed).exchanged else {
            return
        }
        do {
            isShort.store(try freeBytes() < floors.freeBytes, ordering: .relaxed)
        } catch {
            // A disk that does not tell is found full by the write itself.
            isShort.store(false, ordering: .relaxed)
        }
    }
}
