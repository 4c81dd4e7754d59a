// R-23: free text with an e-mail address, a phone number or an IBAN cannot be submitted.

extension Need {
    /// The guards that fail because a text holds what identifies a person; the texts are not repeated.
    func personalData() -> [FailedGuard] {
        let texts = [
            content.title, content.text, content.plainSummary, content.participation, content.ownSteps,
            content.otherwiseUnavailable, content.selfHelp, content.counterpart,
        ]
        return PersonalDataLint.failedGuards(in: texts.compactMap { $0 } + items.flatMap(\.content.texts))
    }
}

extension Offer {
    /// The guards that fail because a text holds what identifies a person; the texts are not repeated.
    func personalData() -> [FailedGuard] {
        PersonalDataLint.failedGuards(
            in: [content.title, content.text, content.counterpartWish, content.conditions].compactMap { $0 })
    }
}

extension NeedItem.Content {
    fileprivate var texts: [String] { [title, description].compactMap { $0 } }
}

/// Finds e-mail addresses, phone numbers and IBANs; years, amounts and postal codes are none.
enum PersonalDataLint {
    static func failedGuards(in texts: [String]) -> [FailedGuard] {
        let fix = Wording(
            "Kontaktdaten gehören in den Kontakt, nicht in den Text.",
            "Contact data belong in the contact, not in the text.")
        let finders: [(find: ([UInt8]) -> Bool, wording: Wording)] = [
            (
                holdsEmail,
                Wording("E-Mail-Adresse im Text (lint_email).", "E-mail address in the text (lint_email).")
            ),
            (
                holdsPhone,
                Wording("Telefonnummer im Text (lint_phone).", "Phone number in the text (lint_phone).")
            ),
            (holdsIBAN, Wording("IBAN im Text (lint_iban).", "IBAN in the text (lint_iban).")),
        ]
        let plain = texts.map(plain)
        return finders.filter { finder in plain.contains(where: finder.find) }
            .map { FailedGuard("lint_failed", $0.wording, fix: fix) }
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
