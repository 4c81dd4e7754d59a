import SQLite

/// A list of codes in one text, separated by spaces.
///
/// Codes have no spaces; should one have, or be empty, it is escaped with `%`, so that what was kept as one word
/// never comes back as two.
struct CodeList: ValueConvertible {
    let codes: [String]

    init(_ codes: [String]) {
        self.codes = codes
    }

    init(_ codes: [some RawRepresentable<String>]) {
        self.codes = codes.map(\.rawValue)
    }

    /// The codes as words of `Word`; nil if one is unknown.
    func words<Word: RawRepresentable<String>>() -> [Word]? {
        let words = codes.compactMap(Word.init(rawValue:))
        return words.count == codes.count ? words : nil
    }

    var sqlValue: Value { .text(codes.map(Self.escaped).joined(separator: " ")) }

    init?(column: borrowing Column) {
        guard let text = column.text else { return nil }
        self.init(stored: text)
    }

    /// The codes of a text in the form in which it is stored.
    init(stored text: String) {
        codes = text.utf8.isEmpty ? [] : Self.split(text)
    }

    private static func split(_ text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text.utf8Words { String($0) } }
        return text.utf8Words(unescaped)
    }

    private static func escaped(_ code: String) -> String {
        guard
            code.utf8.isEmpty
                || code.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "%") })
        else { return code }
        var bytes: [UInt8] = code.utf8.isEmpty ? Array("%0".utf8) : []
        for byte in code.utf8 {
            switch byte {
            case UInt8(ascii: " "): bytes += Array("%1".utf8)
            case UInt8(ascii: "%"): bytes += Array("%2".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ word: Substring) -> String {
        var bytes: [UInt8] = []
        var isEscape = false
        for byte in word.utf8 {
            if isEscape {
                if byte != UInt8(ascii: "0") {
                    bytes.append(UInt8(ascii: byte == UInt8(ascii: "1") ? " " : "%"))
                }
                isEscape = false
            } else if byte == UInt8(ascii: "%") {
                isEscape = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// What lies between spaces, by bytes: a space with a combining character behind it separates too.
    fileprivate func utf8Words(_ read: (Substring) -> String) -> [String] {
        utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map { read(Substring($0)) }
    }
}
