/// The letter groups of a query, arranged so that a document's are looked up without a branch.
///
/// A wrongly foretold branch costs as much as ten look-ups, and a ranking makes 250,000.
struct GramLookup: Sendable {
    /// By the upper 12 bits of the hash: its other bits, and the weight below.
    private var first = [UInt32](repeating: 0, count: 1 << 12)

    /// What found its place in `first` taken: by the lower 8 bits of the hash, its other bits and the weight.
    private var second = [UInt32](repeating: 0, count: 1 << 8)

    /// What found that place taken, too: hardly ever any.
    private var rest: [(hash: UInt32, weight: UInt32)] = []

    /// How long the list of weights is as a vector.
    let length: UInt32

    init(_ grams: Grams) {
        length = Relevance.vectorLength(of: grams.weights)
        for (hash, weight) in zip(grams.hashes, grams.weights) {
            let (upper, lower) = (Int(hash >> 20), Int(hash & 0xFF))
            if first[upper] == 0 {
                first[upper] = hash << 8 & 0x0FFF_FF00 | UInt32(weight)
            } else if second[lower] == 0 {
                second[lower] = hash & ~0xFF | UInt32(weight)
            } else {
                rest.append((hash, UInt32(weight)))
            }
        }
    }

    /// The sum of the products of the weights that both have.
    func product(with grams: GramTable, _ range: Range<Int>) -> UInt32 {
        let (hashes, weights, first, second) = (grams.hashes, grams.weights, first, second)
        var product: UInt32 = 0
        for place in range {
            let hash = hashes[place]
            let one = first[Int(hash >> 20)]
            let other = second[Int(hash & 0xFF)]
            // Weights are at least 1, so an empty place looks like no group.
            let isFirst = one & ~0xFF == hash << 8 & 0x0FFF_FF00 && one != 0
            let isSecond = (other ^ hash) & ~0xFF == 0 && other != 0
            let weight = (isFirst ? one & 0xFF : 0) | (isSecond ? other & 0xFF : 0)
            product &+= weight &* UInt32(weights[place])
        }
        for entry in rest {
            for place in range where hashes[place] == entry.hash {
                product &+= entry.weight &* UInt32(weights[place])
            }
        }
        return product
    }
}
