extension Lexicon {
    /// The entries of a text: `Hausaufgabenhilfe = Lernförderung, Nachhilfe` on each line; `#` begins a remark.
    package static func entries(lines: some Sequence<UInt8>) -> [Entry] {
        String(decoding: Array(lines), as: UTF8.self).split(separator: "\n").compactMap { line in
            let sides = line.prefix { $0 != "#" }.split(separator: "=")
            guard sides.count == 2 else { return nil }
            return Entry(trimmed(sides[0]), same: sides[1].split(separator: ",").map { trimmed($0) })
        }
    }

    /// The entries that come with the product, written from the words of social work in general.
    package static let standardEntries = entries(lines: PackageResources.lexicon_txt)

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
