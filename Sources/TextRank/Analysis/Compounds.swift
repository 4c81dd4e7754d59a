/// Takes German compounds apart, by words that are known: `hausaufgabenhilf` is `haus`, `aufgaben`, `hilf`.
///
/// The fewest parts win, then those that are more frequent on average (Koehn and Knight, "Empirical Methods for
/// Compound Splitting", 2003), then the longer last part.
struct Compounds {
    private let vocabulary: HashTable

    /// Steps of the search; then the word stays whole.
    ///
    /// A real word takes a few hundred.
    static let mostSteps = 2_000

    /// More parts than these are no word in use.
    static let mostParts = 4

    /// What parts are joined by, besides nothing.
    private static let joints = ["s", "es", "n", "en", "er", "e"].map { Array($0.utf8) }

    private var word: ArraySlice<UInt8> = []

    /// Steps that the last search took.
    private(set) var steps = 0
    private var best: [Range<Int>] = []
    private var bestScore = -1
    private var parts: [Range<Int>] = []

    init(_ vocabulary: HashTable) {
        self.vocabulary = vocabulary
    }

    /// The parts of a stem, as ranges of its octets without the joints; none if it is no compound.
    mutating func parts(of stem: ArraySlice<UInt8>) -> [Range<Int>] {
        guard stem.count >= 2 * Statistics.shortestPart, vocabulary.count > 0 else { return [] }
        word = stem
        steps = 0
        for count in 2...Self.mostParts {
            (best, bestScore) = ([], -1)
            parts.removeAll(keepingCapacity: true)
            search(from: stem.startIndex, remaining: count, score: 0)
            if steps > Self.mostSteps { return [] }
            if !best.isEmpty { return best }
        }
        return []
    }

    private mutating func search(from start: Int, remaining: Int, score: Int) {
        if remaining == 1 { return finish(from: start, score: score) }
        var hash = WordHash()
        var end = start
        // What is left has to have room for the parts that are still missing.
        let last = word.endIndex - (remaining - 1) * Statistics.shortestPart
        while end < last {
            hash.append(word[end])
            end += 1
            guard end - start >= Statistics.shortestPart else { continue }
            steps += 1
            if steps > Self.mostSteps { return }
            guard let weight = vocabulary[hash.value] else { continue }
            parts.append(start..<end)
            continueBehind(end, remaining: remaining - 1, score: score + Int(weight))
            parts.removeLast()
        }
    }

    private mutating func continueBehind(_ end: Int, remaining: Int, score: Int) {
        search(from: end, remaining: remaining, score: score)
        for joint in Self.joints where word[end...].starts(with: joint) {
            search(from: end + joint.count, remaining: remaining, score: score)
        }
    }

    private mutating func finish(from start: Int, score: Int) {
        steps += 1
        guard word.endIndex - start >= Statistics.shortestPart,
            let weight = vocabulary[WordHash(word[start...]).value]
        else { return }
        let total = score + Int(weight)
        // The same number of parts: the sum orders as the mean does.
        let isBetter = total > bestScore || total == bestScore && start < (best.last?.lowerBound ?? 0)
        guard isBetter else { return }
        (best, bestScore) = (parts + [start..<word.endIndex], total)
    }
}
