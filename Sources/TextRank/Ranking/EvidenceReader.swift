/// Finds the written words that terms come from, by their numbers.
package enum EvidenceReader {
    /// The written words with these numbers; fewer if the fields have fewer words.
    ///
    /// The fields are those that were analysed, in the same order.
    package static func words(_ places: Set<Int>, of fields: [Field]) -> [Int: String] {
        var found: [Int: String] = [:]
        guard let last = places.max() else { return found }
        var number = 0
        for field in fields where number <= last {
            var cursor = WordCursor(Tokenizer.composed(field.text))
            while number <= last, let word = cursor.next() {
                if places.contains(number) { found[number] = String(cursor.text[word.range]) }
                number += 1
            }
        }
        return found
    }
}
