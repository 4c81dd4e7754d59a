import Foundation
import Synchronization
import Testing

@testable import ScharnierStore

@Suite struct DiskSpaceTests {
    /// A disk whose free space and clock a test sets.
    private final class Disk: Sendable {
        let free = Mutex(1 << 30)
        let looks = Atomic(0)
        let time = Mutex(ContinuousClock.now)

        func look() -> Int {
            looks.add(1, ordering: .relaxed)
            return free.withLock { $0 }
        }

        func set(_ bytes: Int) { free.withLock { $0 = bytes } }

        func pass(_ duration: Duration) { time.withLock { $0 += duration } }
    }

    private let database: TemporaryDatabase
    private let disk = Disk()

    init() throws { database = try TemporaryDatabase("") }

    private func space(floor: Int = 1000, reserve: Int = 4096) -> DiskSpace {
        var floors = DiskFloors()
        (floors.freeBytes, floors.reserveBytes) = (floor, reserve)
        return DiskSpace(
            path: database.path, floors: floors, now: { [disk] in disk.time.withLock { $0 } },
            freeBytes: { [disk] in disk.look() })
    }

    private var reserve: Int? {
        try? FileManager.default.attributesOfItem(atPath: database.path + ".reserve")[.size] as? Int
    }

    @Test func `the disk is looked at once in an interval, however often it is asked for`() {
        let space = space()
        for _ in 0..<100 { #expect(!space.isLow) }
        #expect(disk.looks.load(ordering: .relaxed) == 1)
        disk.set(999)
        disk.pass(.milliseconds(999))
        #expect(!space.isLow)
        disk.pass(.milliseconds(1))
        for _ in 0..<100 { #expect(space.isLow) }
        #expect(disk.looks.load(ordering: .relaxed) == 2)
        disk.set(1000)
        disk.pass(.seconds(1))
        #expect(!space.isLow)
    }

    @Test func `without a floor nothing is looked at`() {
        let space = space(floor: 0)
        disk.set(0)
        #expect(!space.isLow)
        #expect(disk.looks.load(ordering: .relaxed) == 0)
    }

    @Test
    func `the reserve is laid when that leaves the floor, freed once, and laid again when there is room`()
        throws
    {
        let space = space()
        #expect(!space.takesOverLaying(), "nobody wanted one yet")
        space.wantReserve()
        #expect(space.takesOverLaying())
        #expect(!space.takesOverLaying(), "somebody is at it")
        disk.set(1000 + 4096 - 1)
        try space.layReserve()
        #expect(reserve == nil)
        disk.set(1000 + 4096)
        #expect(space.takesOverLaying())
        try space.layReserve()
        #expect(reserve == 4096)
        #expect(!space.takesOverLaying())
        #expect(space.freeReserve())
        #expect(reserve == nil)
        #expect(!space.freeReserve())
        #expect(space.takesOverLaying())
    }

    @Test func `it is not laid as long as space is short`() {
        let space = space()
        space.wantReserve()
        disk.set(10)
        #expect(space.isLow)
        #expect(!space.takesOverLaying())
        disk.set(1 << 20)
        disk.pass(.seconds(1))
        #expect(!space.isLow)
        #expect(space.takesOverLaying())
    }

    @Test func `no reserve is none`() throws {
        let space = space(reserve: 0)
        space.wantReserve()
        #expect(!space.takesOverLaying())
        #expect(!space.freeReserve())
        #expect(reserve == nil)
    }

    @Test func `before a start without space the reserve is given up`() throws {
        let space = space()
        try space.layReserve()
        try space.freeReserveIfNothingIsLeft()
        #expect(reserve == 4096)
        disk.set(4095)
        try space.freeReserveIfNothingIsLeft()
        #expect(reserve == nil)
    }
}
