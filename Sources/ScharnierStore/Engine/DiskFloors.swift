/// How much space on the disk a database leaves free (operations.md §5).
package struct DiskFloors: Equatable, Sendable {
    /// Free bytes below which only deletions and the like are taken; 0: no floor.
    package var freeBytes = 256 << 20

    /// Bytes held for them once nothing is free: more than the largest log; 0: none.
    package var reserveBytes = 64 << 20

    /// Time between two looks at the disk.
    package var interval = Duration.seconds(1)

    /// Makes the default floors.
    package init() {}

    /// No floors at all, as for a database in memory.
    package static var none: DiskFloors {
        var floors = DiskFloors()
        (floors.freeBytes, floors.reserveBytes) = (0, 0)
        return floors
    }
}
