import Scharnier

/// Reads a flat part of TOML 1.0: `key = value` with strings, integers, booleans and arrays of strings.
///
/// Strict: no tables, no dotted or quoted keys, no multi-line strings, no other bases, no key twice.
package struct TOMLReader {
    /// The largest file that is read, in bytes: a configuration is no data set.
    package static let largestFile = 1 << 20

    let bytes: [UInt8]
    var position = 0
    var line = 1

    /// The entries of a file, in their order.
    ///
    /// - Throws: ``TOMLError`` with the first line that is wrong.
    package static func entries(of bytes: [UInt8]) throws(TOMLError) -> [TOMLEntry] {
        guard bytes.count <= largestFile else {
            throw TOMLError(1, "Die Datei ist größer als 1 MiB.", "The file is larger than 1 MiB.")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw TOMLError(1, "Die Datei ist kein UTF-8.", "The file is not UTF-8.")
        }
        var reader = TOMLReader(bytes: bytes)
        return try reader.entries()
    }

    /// The octet at the position, or 0 at the end; 0 itself is allowed nowhere in a file.
    var next: UInt8 { position < bytes.count ? bytes[position] : 0 }
    var isAtEnd: Bool { position >= bytes.count }

    private mutating func entries() throws(TOMLError) -> [TOMLEntry] {
        var entries: [TOMLEntry] = []
        var lines: [String: Int] = [:]
        while try skipToKey() {
            let entry = try entry()
            if let first = lines.updateValue(entry.line, forKey: entry.key) {
                throw TOMLError(
                    entry.line, "`\(entry.key)` steht schon in Zeile \(first).",
                    "`\(entry.key)` is already in line \(first).")
            }
            entries.append(entry)
            try endLine()
        }
        return entries
    }

    private mutating func entry() throws(TOMLError) -> TOMLEntry {
        let start = line
        let key = try key()
        skipBlanks()
        guard next == UInt8(ascii: "=") else {
            throw error("Nach dem Schlüssel fehlt `=`.", "`=` is missing after the key.")
        }
        position += 1
        skipBlanks()
        return TOMLEntry(key: key, value: try value(), line: start)
    }

    private mutating func key() throws(TOMLError) -> String {
        guard next != UInt8(ascii: "[") else {
            throw error("Tabellen gibt es hier nicht.", "There are no tables here.")
        }
        let start = position
        while Self.isInKey(next) { position += 1 }
        guard position > start else {
            throw error(
                "Hier wird ein Schlüssel erwartet: Buchstaben, Ziffern und `_`.",
                "A key is expected here: letters, digits and `_`.")
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func isInKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    func error(_ de: String, _ en: String) -> TOMLError { TOMLError(line, de, en) }
}
