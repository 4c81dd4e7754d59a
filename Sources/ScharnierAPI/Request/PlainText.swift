@_spi(_Unicode) import Swift

/// Text as it is stored: NFC, trimmed, without control characters (api.md §1).
enum PlainText {
    /// The text in its stored form; `nil` if it holds characters that are refused.
    static func normalized(_ text: String, isOneLine: Bool) -> String? {
        for scalar in text.unicodeScalars where isRefused(scalar, isOneLine: isOneLine) { return nil }
        return trimmed(composed(text))
    }

    /// Control characters, and in single lines the overrides that make text read other than it is written.
    private static func isRefused(_ scalar: Unicode.Scalar, isOneLine: Bool) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: isOneLine
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x2069: isOneLine
        default: false
        }
    }

    /// Normalization Form C (Unicode Standard Annex #15); text below U+0300 is in it already.
    private static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x300 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text._nfc { result.append(scalar) }
        return String(result)
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        guard let first = scalars.firstIndex(where: { !isBlank($0) }) else { return "" }
        let last = scalars.lastIndex { !isBlank($0) } ?? first
        return String(scalars[first...last])
    }
}
