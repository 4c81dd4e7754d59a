@_spi(_Unicode) import Swift

/// Writes German words so that all their spellings are equal: `Müller`, `Mueller`, `Muller` (matching.md §7).
///
/// Lower case, ß as ss, marks off, then ae, oe, ue as a, o, u, unless a vowel or q precedes, so that
/// `Frauen`, `neue` and `Quelle` stay whole.
///
/// Search and matching read words by this one function.
@frozen
package struct Folding {
    @usableFromInline var folded: [UInt8] = []

    /// Where the word being written begins.
    @usableFromInline var start = 0

    @usableFromInline var characters = 0

    /// The folded words, in UTF-8, one after the other.
    @inlinable
    package var bytes: [UInt8] { folded }

    /// The characters of the word as written with ä as ae, ö as oe, ü as ue and ß as ss.
    @inlinable
    package var length: Int { characters }

    /// The bytes of the word being written.
    @inlinable
    package var word: Range<Int> { start..<folded.count }

    /// Nothing yet; there will hardly be more than `capacity` bytes.
    package init(capacity: Int = 0) {
        folded.reserveCapacity(capacity)
    }

    /// Begins the next word; keeps the last one or forgets it.
    @inlinable
    package mutating func next(keeping isKept: Bool) {
        if !isKept { folded.removeSubrange(word) }
        start = folded.count
        characters = 0
    }

    /// Forgets all words, and keeps the room that they took.
    package mutating func removeAll() {
        folded.removeAll(keepingCapacity: true)
        next(keeping: true)
    }

    /// Takes in the next letter, digit or mark.
    package mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(ascii: UInt8(truncatingIfNeeded: scalar.value))
        } else if let letter = Self.unmarked(scalar) {
            folded.append(letter)
            characters += scalar.isUmlaut ? 2 : 1
        } else if scalar.isSharpS {
            folded.append(contentsOf: "ss".utf8)
            characters += 2
        } else if scalar.isMark {
            // A decomposed umlaut counts as two characters, too.
            characters += scalar.isDiaeresis && endsInUmlautBase ? 1 : 0
        } else {
            appendLowercased(scalar)
        }
    }

    /// Takes in an ASCII letter or digit.
    @inlinable
    package mutating func append(ascii byte: UInt8) {
        let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        let letter = isUpper ? byte | 0x20 : byte
        characters += 1
        if letter != UInt8(ascii: "e") || !isUmlautInTwoLetters { folded.append(letter) }
    }

    /// Takes in an octet of a word that is folded already.
    mutating func append(folded octet: UInt8) {
        folded.append(octet)
        characters += 1
    }

    private mutating func appendLowercased(_ scalar: Unicode.Scalar) {
        for lower in Self.lowercased(scalar) {
            folded.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
            characters += 1
        }
    }

    /// Appends one character as it is sorted: lower case, ß as ss, marks off, and ae left as it is.
    package static func appendPlain(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            bytes.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte)
        } else if let letter = unmarked(scalar) {
            bytes.append(letter)
        } else if scalar.isSharpS {
            bytes.append(contentsOf: "ss".utf8)
        } else if !scalar.isMark {
            for lower in lowercased(scalar) {
                bytes.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// The lower case of a rare character, without its marks where it is a Latin letter (`ễ`, `ǎ`).
    private static func lowercased(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let lower = scalar.properties.lowercaseMapping
        guard scalar.isFurtherLatin else { return lower.unicodeScalars.filter { !$0.isMark } }
        return lower._nfd.filter { !$0.isMark }
    }

    @usableFromInline var endsInUmlautBase: Bool {
        !word.isEmpty && Self.isUmlautBase(folded[folded.count - 1])
    }

    /// Whether the word ends in an a, o or u of which an e would make an umlaut.
    @usableFromInline var isUmlautInTwoLetters: Bool {
        guard endsInUmlautBase else { return false }
        guard word.count > 1 else { return true }
        return !Self.forbidsUmlaut(folded[folded.count - 2])
    }

    private static func isUmlautBase(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "a") || byte == UInt8(ascii: "o") || byte == UInt8(ascii: "u")
    }

    private static func forbidsUmlaut(_ byte: UInt8) -> Bool {
        isUmlautBase(byte) || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "i")
            || byte == UInt8(ascii: "q")
    }
}

extension Folding {
    /// The plain letter that a precomposed Latin letter is made of, if it is one.
    private static func unmarked(_ scalar: Unicode.Scalar) -> UInt8? {
        guard (0xC0..<0x180).contains(scalar.value) else { return nil }
        let letter = latin[Int(scalar.value) - 0xC0]
        return letter == UInt8(ascii: ".") ? nil : letter
    }

    /// From U+00C0 (Latin-1 Supplement) to U+017F (Latin Extended-A); a dot where there is none.
    private static let latin = Array(
        ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiiii..jjkk.llllll."
            + ".llnnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.").utf8)
}

extension Unicode.Scalar {
    fileprivate var isSharpS: Bool { value == 0xDF || value == 0x1E9E }
    /// Latin Extended-B and Latin Extended Additional.
    fileprivate var isFurtherLatin: Bool {
        (0x180..<0x250).contains(value) || (0x1E00..<0x1F00).contains(value)
    }
    fileprivate var isDiaeresis: Bool { value == 0x308 }

    /// One of ä ö ü Ä Ö Ü.
    fileprivate var isUmlaut: Bool { [0xC4, 0xD6, 0xDC, 0xE4, 0xF6, 0xFC].contains(value) }

    /// Whether it only marks the letter before it, or is a soft hyphen: it makes no difference to a word.
    fileprivate var isMark: Bool { (0x300...0x36F).contains(value) || value == 0xAD }

    /// Whether words are made of it: letters, digits and their marks.
    package var isPartOfWords: Bool {
        // Unsigned: what is below the first digit or letter wraps around to a large number.
        if value < 0x80 { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 }
        if (0xC0..<0x180).contains(value) { return value != 0xD7 && value != 0xF7 }
        return isMark || properties.isAlphabetic || properties.numericType != nil
    }
}
