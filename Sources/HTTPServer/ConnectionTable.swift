/// The connections of a loop by key: place in the low half, generation in the high half.
///
/// Descriptors and places are used again within one batch of events; the generation tells old from new.
struct ConnectionTable {
    private var slots: [Connection?] = []
    private var free: [Int] = []
    private var generation: UInt64 = 0

    /// Keeps all keys apart from those of the loop's own descriptors.
    private static let lastGeneration: UInt64 = 0x7fff_ffff

    /// The number of connections.
    var count: Int { slots.count - free.count }

    static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: key & 0xffff_ffff) }

    subscript(key: UInt64) -> Connection? {
        let slot = Self.slot(of: key)
        guard slot < slots.count, let connection = slots[slot], connection.key == key else { return nil }
        return connection
    }

    subscript(slot slot: Int) -> Connection? {
        slot < slots.count ? slots[slot] : nil
    }

    /// All connections, for rare sweeps.
    var all: [Connection] { slots.compactMap(\.self) }

    /// A free place and a key for it; the connection that is made with it has to be inserted.
    mutating func nextKey() -> UInt64 {
        generation = (generation + 1) & Self.lastGeneration
        return generation << 32 | UInt64(free.last ?? slots.count)
    }

    mutating func insert(_ connection: Connection) {
        if free.popLast() == nil { slots.append(connection) } else { slots[connection.slot] = connection }
    }

    mutating func remove(_ connection: Connection) {
        slots[connection.slot] = nil
        free.append(connection.slot)
    }
}
