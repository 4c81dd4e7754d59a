/// Keeps the best of many estimates: a heap whose root is the worst of them (TAOCP 3, §5.2.3).
struct BestEstimates {
    /// A document with its estimate.
    struct Entry {
        let estimate: Int32
        let sum: UInt32
        let shelf: Int32
        let ordinal: UInt32
        let key: UInt128

        /// Better estimates first, then lower keys: the same in every order of arrival.
        func isWorse(than other: Entry) -> Bool {
            estimate != other.estimate ? estimate < other.estimate : key > other.key
        }
    }

    private(set) var entries: [Entry] = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
        entries.reserveCapacity(limit)
    }

    /// What an estimate has to reach to be taken in at all.
    var threshold: Int32 { entries.count < limit ? Int32.min + 1 : entries[0].estimate }

    /// Takes in an entry if it is among the best so far.
    mutating func offer(_ entry: Entry) {
        if entries.count < limit {
            entries.append(entry)
            rise(from: entries.count - 1)
        } else if let worst = entries.first, worst.isWorse(than: entry) {
            entries[0] = entry
            sink()
        }
    }

    private mutating func rise(from start: Int) {
        var place = start
        while place > 0, entries[place].isWorse(than: entries[(place - 1) / 2]) {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            var least = place
            let (left, right) = (2 * place + 1, 2 * place + 2)
            if left < entries.count, entries[left].isWorse(than: entries[least]) { least = left }
            if right < entries.count, entries[right].isWorse(than: entries[least]) { least = right }
            if least == place { return }
            entries.swapAt(place, least)
            place = least
        }
    }
}
