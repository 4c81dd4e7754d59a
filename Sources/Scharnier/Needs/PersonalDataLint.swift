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
        let fix = Wording("Kontaktdaten gehören in den Kontakt, nicht in den Text.", "Contact data belong in the contact, not in the text.")
        var failed: [FailedGuard] = []
        if texts.contains(where: holdsEmail) {
            failed.append(.init("lint_failed", Wording("E-Mail-Adresse im Text (lint_email).", "E-mail address in the text (lint_email)."), fix: fix))
        }
        if texts.contains(where: holdsPhone) {
            failed.append(.init("lint_failed", Wording("Telefonnummer im Text (lint_phone).", "Phone number in the text (lint_phone)."), fix: fix))
        }
        if texts.contains(where: holdsIBAN) {
            failed.append(.init("lint_failed", Wording("IBAN im Text (lint_iban).", "IBAN in the text (lint_iban)."), fix: fix))
        }
        return failed
    }

    /// `a@b.c`: an at sign with a word before it, and behind it a dotted word.
    static func holdsEmail(_ text: String) -> Bool {
        let words = text.utf8.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        return words.contains { word in
            let parts = word.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return false }
            return parts[1].dropFirst().dropLast().contains(UInt8(ascii: "."))
        }
    }

    /// A run of 8 to 15 digits that begins with 0 or +, blanks, hyphens, slashes and brackets between them.
    static func holdsPhone(_ text: String) -> Bool {
        var digits = 0
        var begins = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if digits == 0, !begins { begins = byte == UInt8(ascii: "0") }
                digits += 1
            case UInt8(ascii: "+"):
                (digits, begins) = (0, true)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"):
                continue
            default:
                if begins, (8...15).contains(digits) { return true }
                (digits, begins) = (0, false)
            }
        }
        return begins && (8...15).contains(digits)
    }

    /// Two letters, two check digits and 11 to 30 letters or digits whose remainder is 1 (ISO 13616, ISO 7064 mod 97-10).
    static func holdsIBAN(_ text: String) -> Bool {
        let compact = text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") }
        return compact.indices.contains { start in
            (15...34).contains { length in
                start + length <= compact.count && isIBAN(compact[start..<start + length])
            }
        }
    }

    private static func isIBAN(_ candidate: ArraySlice<UInt8>) -> Bool {
        let head = candidate.prefix(4)
        guard head.prefix(2).allSatisfy(isLetter), head.suffix(2).allSatisfy(isDigit) else { return false }
        var remainder = 0
        for byte in candidate.dropFirst(4) + head {
            guard isLetter(byte) || isDigit(byte) else { return false }
            let value = isDigit(byte) ? Int(byte) - 48 : Int(byte) - 55
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
        }
        return remainder == 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }
    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
