/// Finds what identifies a person: e-mail addresses, phone numbers and IBANs for sure, names, dates of birth and health
/// by their looks.
///
/// Years, amounts, postal codes and house numbers are none (R-23).
enum PersonalDataLint {
    /// What the texts hold, text by text, each kind once in a text.
    static func findings(in texts: [FreeText]) -> [LintFinding] {
        texts.flatMap { text in
            codes(in: text.text).map { LintFinding(code: $0, path: text.path) }
        }
    }

    private static func codes(in text: String) -> [LintFinding.Code] {
        let plain = plain(text)
        let words = LintWords(text)
        return LintFinding.Code.allCases.filter { code in
            switch code {
            case .email: holdsEmail(plain)
            case .phone: holdsPhone(plain)
            case .iban: holdsIBAN(plain)
            case .person: words.holdPerson
            case .birthDate: words.holdBirthDate
            case .specialCategory: words.holdHealth
            }
        }
    }

    /// The text in ASCII: dashes and blanks of all kinds as `-` and ` `, every other character as one DEL.
    private static func plain(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\u{2010}"..."\u{2015}", "\u{2212}": UInt8(ascii: "-")
            case "\u{A0}", "\u{2002}"..."\u{200A}", "\u{202F}": UInt8(ascii: " ")
            default: scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0x7F
            }
        }
    }

    static func holdsEmail(_ text: String) -> Bool { holdsEmail(plain(text)) }
    static func holdsPhone(_ text: String) -> Bool { holdsPhone(plain(text)) }
    static func holdsIBAN(_ text: String) -> Bool { holdsIBAN(plain(text)) }

    /// `a@b.c`: an at sign with a word before it, and behind it a dotted word that ends in letters.
    private static func holdsEmail(_ text: [UInt8]) -> Bool {
        text.indices.dropFirst().contains { index in
            guard text[index] == UInt8(ascii: "@"), isWordByte(text[index - 1]) else { return false }
            let domain = text[(index + 1)...].prefix { isWordByte($0) || $0 == UInt8(ascii: ".") }
            let labels = domain.split(separator: UInt8(ascii: "."))
            return labels.count > 1 && labels.last?.first.map(isLetter) == true
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// A letter; whatever is not ASCII passes for one.
    static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == 0x7F
    }

    static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
