import TextRank

/// How texts are ordered: as in a German dictionary, DIN 5007 part 1 (api.md §8).
package enum SortText {
    /// Octets of a key at most.
    ///
    /// Three keys have to fit into the 512 characters of a cursor; texts that differ only further on are taken as equal.
    package static let longest = 240

    /// The key of a text: lower case, without marks, ß as ss; in UTF-8 octets, its order is that of the texts.
    package static func key(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(text.utf8.count, longest))
        for scalar in text.unicodeScalars {
            let before = bytes.count
            Folding.appendPlain(scalar, to: &bytes)
            if bytes.count > longest {
                bytes.removeSubrange(before...)
                break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
