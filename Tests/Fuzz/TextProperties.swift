import Scharnier

@testable import ScharnierAPI

extension Property {
    /// A query that is read can be written and read again alike, and holds no control characters.
    static let query = Property(name: "query") { bytes in
        guard let query = try? Query(bytes) else { return }
        try require(query.names.count <= Query.mostParameters, "too many parameters")
        let pairs = query.names.map { "\(escaped($0))=\(escaped(query[$0] ?? ""))" }
        let again = try Query(Array(pairs.joined(separator: "&").utf8))
        try require(again.names == query.names, "other names: \(again.names)")
        for name in query.names {
            let value = query[name] ?? ""
            try require(again[name]?.utf8.elementsEqual(value.utf8) == true, "another value of \(name)")
            try require((name + value).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }, "control characters")
            try readTyped(query, name)
        }
    }

    /// The typed readings refuse or give a value in their range; none of them traps.
    private static func readTyped(_ query: Query, _ name: String) throws {
        let number = try? query.integer(name, in: 1...200)
        try require(number.flatMap { $0 }.map { 1...200 ~= $0 } ?? true, "out of range")
        let list = (try? query.list(name)) ?? []
        try require(list.count <= Query.mostValues && !list.contains(""), "a list beyond its limits")
        _ = try? query.identifiers(name, of: PageKey.self)
        _ = try? query.day(name)
        _ = try? query.boolean(name)
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static let key = [UInt8](repeating: 7, count: 32)

    /// A cursor gives back its key for its query only; no other text is one.
    static let cursor = Property(name: "cursor") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        try require((try? Cursor.decoded(text, of: "", with: key)) == nil, "forged")
        guard bytes.count >= 26 else { return }
        let words = (0..<3).map { word in
            bytes[word * 8..<word * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        let query = String(decoding: bytes[26...], as: UTF8.self)
        let texts = query.utf8.count <= SortText.longest ? [SortValue.text(query)] : []
        let page = PageKey(
            [.number(Int64(bitPattern: words[0])), .none] + texts,
            id: Identifier<PageKey>(high: words[1], low: words[2]))
        let cursor = Cursor.encoded(page, of: query, with: key)
        try require(try Cursor.decoded(cursor, of: query, with: key) == page, "another key comes back")
        try require((try? Cursor.decoded(cursor, of: query + "x", with: key)) == nil, "fits another query")
        var damaged = Array(cursor.utf8)
        let place = Int(bytes[24]) % damaged.count
        guard damaged[place] != bytes[25] else { return }
        damaged[place] = bytes[25]
        let other = String(decoding: damaged, as: UTF8.self)
        try require((try? Cursor.decoded(other, of: query, with: key)) == nil, "damaged, yet taken")
    }

    /// Any field value chooses a language, and twice the same.
    static let languages = Property(name: "languages") { bytes in
        let first = LanguagePreference.language(bytes[...], else: .german)
        let second = LanguagePreference.language(([0] + bytes)[1...], else: .german)
        try require(first == second, "the place matters")
    }

    /// Stored text is in its stored form: normalising it again changes nothing.
    static let plainText = Property(name: "plainText") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        for isOneLine in [true, false] {
            guard let stored = PlainText.normalized(text, isOneLine: isOneLine) else { continue }
            let again = PlainText.normalized(stored, isOneLine: isOneLine)
            try require(again?.utf8.elementsEqual(stored.utf8) == true, "not in its stored form")
        }
    }
}
