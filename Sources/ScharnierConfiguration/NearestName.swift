/// Finds the name that somebody meant.
enum NearestName {
    /// The nearest of `names` by edit distance, unless even that is far away.
    ///
    /// Beyond a third of the letters it would be guessing.
    static func of(_ word: String, among names: [String]) -> String? {
        let distances = names.map { (name: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
        guard let best = distances.min(by: { $0.distance < $1.distance }),
            best.distance <= max(1, word.utf8.count / 3)
        else { return nil }
        return best.name
    }

    /// The least number of inserted, removed and replaced letters (Levenshtein 1966).
    static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in second.indices {
                let replaced = diagonal + (letter == second[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }
}
