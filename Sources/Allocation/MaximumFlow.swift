/// A maximum flow by blocking flows in layers, exact in 128 bits.
///
/// Dinic, Soviet Mathematics Doklady 11, 1970. O(nodes² × arcs) at worst; on layered networks with short paths a few passes over the arcs.
struct MaximumFlow {
    /// An arc with a capacity; `to` may be reached from `from`.
    struct Arc {
        var from: Int
        var to: Int
        var capacity: Int128
    }

    // Both directions of an arc are halves; the halves that leave a node lie together.
    private var heads: [Int32]
    private var mates: [Int32]
    private var residuals: [Int128]
    private var starts: [Int32]
    private var layers: [Int32]
    private var cursors: [Int32]

    init(nodeCount: Int, arcs: [Arc]) {
        starts = [Int32](repeating: 0, count: nodeCount + 1)
        for arc in arcs {
            starts[arc.from + 1] += 1
            starts[arc.to + 1] += 1
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        heads = [Int32](repeating: 0, count: arcs.count * 2)
        mates = heads
        residuals = [Int128](repeating: 0, count: arcs.count * 2)
        layers = [Int32](repeating: -1, count: nodeCount)
        cursors = Array(starts.dropLast())
        for arc in arcs {
            let (there, back) = (cursors[arc.from], cursors[arc.to])
            cursors[arc.from] += 1
            cursors[arc.to] += 1
            (heads[Int(there)], heads[Int(back)]) = (Int32(arc.to), Int32(arc.from))
            (mates[Int(there)], mates[Int(back)]) = (back, there)
            residuals[Int(there)] = arc.capacity
        }
    }

    /// Sends as much as possible from `source` to `sink`, and says how much.
    mutating func run(from source: Int, to sink: Int) -> Int128 {
        var total: Int128 = 0
        while layer(from: source, to: sink) {
            for node in cursors.indices { cursors[node] = starts[node] }
            total += block(from: source, to: sink)
        }
        return total
    }

    /// The nodes that more could still be sent to: the side of the source of the minimum cut nearest to it.
    func reached(from source: Int) -> [Bool] {
        var isReached = [Bool](repeating: false, count: layers.count)
        var queue = [source]
        isReached[source] = true
        while let node = queue.popLast() {
            for half in Int(starts[node])..<Int(starts[node + 1]) where residuals[half] > 0 {
                let next = Int(heads[half])
                if !isReached[next] {
                    isReached[next] = true
                    queue.append(next)
                }
            }
        }
        return isReached
    }

    private mutating func layer(from source: Int, to sink: Int) -> Bool {
        for node in layers.indices { layers[node] = -1 }
        var queue = [Int32(source)]
        layers[source] = 0
        var next = 0
        while next < queue.count, layers[sink] < 0 {
            let node = Int(queue[next])
            next += 1
            for half in Int(starts[node])..<Int(starts[node + 1])
            where residuals[half] > 0 && layers[Int(heads[half])] < 0 {
                layers[Int(heads[half])] = layers[node] + 1
                queue.append(heads[half])
            }
        }
        return layers[sink] >= 0
    }

    private mutating func block(from source: Int, to sink: Int) -> Int128 {
        var (total, path, node) = (Int128(0), [Int](), source)
        while true {
            if node == sink {
                total += augment(path)
                node = retreat(&path, from: source)
            } else if let half = advance(from: node) {
                path.append(half)
                node = Int(heads[half])
            } else if let last = path.popLast() {
                node = Int(heads[Int(mates[last])])
                cursors[node] += 1
            } else {
                return total
            }
        }
    }

    private mutating func advance(from node: Int) -> Int? {
        var cursor = Int(cursors[node])
        let end = Int(starts[node + 1])
        let layer = layers[node] + 1
        while cursor < end {
            if residuals[cursor] > 0, layers[Int(heads[cursor])] == layer { break }
            cursor += 1
        }
        cursors[node] = Int32(cursor)
        return cursor < end ? cursor : nil
    }

    private mutating func augment(_ path: [Int]) -> Int128 {
        var amount = Int128.max
        for half in path { amount = min(amount, residuals[half]) }
        for half in path {
            residuals[half] -= amount
            residuals[Int(mates[half])] += amount
        }
        return amount
    }

    /// Goes back to before the first full arc of the path.
    private func retreat(_ path: inout [Int], from source: Int) -> Int {
        let full = path.firstIndex { residuals[$0] == 0 } ?? 0
        path.removeSubrange(full...)
        return path.last.map { Int(heads[$0]) } ?? source
    }
}
