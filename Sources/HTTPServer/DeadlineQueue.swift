/// The deadlines of all connections of a loop, the earliest first: a binary heap.
///
/// A deadline that moves later, as most do with each request, is not touched here: the loop compares with the
/// connection when the old moment comes.
struct DeadlineQueue {
    struct Entry {
        var moment: Int64
        var key: UInt64
    }

    private var heap: [Entry] = []

    /// The earliest moment.
    var earliest: Int64? { heap.first?.moment }

    var count: Int { heap.count }

    mutating func insert(_ key: UInt64, at moment: Int64) {
        heap.append(Entry(moment: moment, key: key))
        var child = heap.count - 1
        while child > 0, heap[child].moment < heap[(child - 1) / 2].moment {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Removes and returns the earliest entry that is due.
    mutating func removeDue(at now: Int64) -> Entry? {
        guard let first = heap.first, first.moment <= now else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return first
    }

    /// Throws entries away; costs as much as inserting the rest again.
    mutating func removeAll(where isNeedless: (Entry) -> Bool) {
        heap.removeAll(where: isNeedless)
        // What is sorted is a heap.
        heap.sort { $0.moment < $1.moment }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, heap[child + 1].moment < heap[child].moment { child += 1 }
            guard heap[child].moment < heap[parent].moment else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
