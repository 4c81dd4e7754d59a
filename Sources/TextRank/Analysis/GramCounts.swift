/// Counts letter groups: a table that is used again for each document.
struct GramCounts {
    /// Hash and count, or 0; at most half full.
    private var entries = [UInt64](repeating: 0, count: 2_048)
    private var taken: [Int] = []

    /// Forgets all groups.
    mutating func reset() {
        for place in taken { entries[place] = 0 }
        taken.removeAll(keepingCapacity: true)
    }

    /// Counts one more of a group.
    mutating func increment(_ hash: UInt32) {
        let place = place(of: hash)
        if entries[place] == 0 {
            entries[place] = UInt64(hash) << 32
            taken.append(place)
        }
        entries[place] += 1
        if taken.count * 2 > entries.count { grow() }
    }

    /// All groups, in no order.
    var all: [GramReader.Counted] {
        taken.map { place in
            let entry = entries[place]
            return GramReader.Counted(
                hash: UInt32(truncatingIfNeeded: entry >> 32), count: Int(entry & 0xFFFF_FFFF))
        }
    }

    private func place(of hash: UInt32) -> Int {
        let mask = entries.count - 1
        var place = Int(hash) & mask
        while entries[place] != 0, UInt32(truncatingIfNeeded: entries[place] >> 32) != hash {
            place = (place + 1) & mask
        }
        return place
    }

    private mutating func grow() {
        let known = taken.map { entries[$0] }
        entries = [UInt64](repeating: 0, count: entries.count * 2)
        taken.removeAll(keepingCapacity: true)
        for entry in known {
            let place = place(of: UInt32(truncatingIfNeeded: entry >> 32))
            entries[place] = entry
            taken.append(place)
        }
    }
}
