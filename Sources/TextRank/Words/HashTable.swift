/// Numbers by hash, with open addressing: a quarter of the time and a third of the room of a `Dictionary`.
struct HashTable: Sendable {
    private var keys: [UInt64]
    private var values: [UInt32]
    private(set) var count = 0

    /// Room for `capacity` hashes before the table grows.
    init(capacity: Int = 8) {
        let size = Self.size(for: capacity)
        keys = [UInt64](repeating: 0, count: size)
        values = [UInt32](repeating: 0, count: size)
    }

    /// A power of two, at most half full.
    private static func size(for capacity: Int) -> Int {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        return size
    }

    /// The number that belongs to a hash.
    subscript(hash: UInt64) -> UInt32? {
        let place = place(of: hash)
        return keys[place] == hash ? values[place] : nil
    }

    /// Keeps a number for a hash, instead of what it had.
    mutating func set(_ hash: UInt64, to value: UInt32) {
        let place = place(of: hash)
        values[place] = value
        take(place, for: hash)
    }

    /// The number of a hash, which becomes `value` if it had none.
    mutating func value(of hash: UInt64, orSet value: UInt32) -> UInt32 {
        let place = place(of: hash)
        if keys[place] == hash { return values[place] }
        values[place] = value
        take(place, for: hash)
        return value
    }

    /// Adds 1 to the number of a hash, which was 0 if it had none.
    mutating func increment(_ hash: UInt64) {
        let place = place(of: hash)
        values[place] &+= 1
        take(place, for: hash)
    }

    /// All hashes with their numbers, the hashes ascending.
    var sorted: [(hash: UInt64, value: UInt32)] {
        let taken = keys.indices.filter { keys[$0] != 0 }
        return taken.sorted { keys[$0] < keys[$1] }.map { (keys[$0], values[$0]) }
    }

    private func place(of hash: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while keys[place] != hash, keys[place] != 0 { place = (place + 1) & mask }
        return place
    }

    private mutating func take(_ place: Int, for hash: UInt64) {
        guard keys[place] == 0 else { return }
        keys[place] = hash
        count += 1
        if count * 2 > keys.count { grow() }
    }

    private mutating func grow() {
        var larger = HashTable(capacity: keys.count)
        for place in keys.indices where keys[place] != 0 { larger.set(keys[place], to: values[place]) }
        self = larger
    }
}
