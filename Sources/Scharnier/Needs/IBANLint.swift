extension PersonalDataLint {
    /// How long an IBAN of a country is (ISO 13616 registry): Europe and its neighbours.
    private static let ibanLengths: [String: Int] = [
        "AD": 24, "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22,
        "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18,
        "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
        "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24,
        "RS": 22, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26, "UA": 29, "VA": 22, "XK": 20,
    ]

    /// The fewest digits of any of them; sentences that begin with a country's letters have fewer.
    private static let fewestDigits = 10

    /// A word that begins with a country and has its length, and whose remainder is 1 (ISO 7064 mod 97-10).
    ///
    /// Single blanks or hyphens may part it: that is how people write it.
    static func holdsIBAN(_ text: [UInt8]) -> Bool {
        text.indices.contains { start in
            let isWordStart = start == 0 || !isLetter(text[start - 1]) && !isDigit(text[start - 1])
            return isWordStart && isLetter(text[start]) && isIBAN(text[start...])
        }
    }

    private static func isIBAN(_ text: ArraySlice<UInt8>) -> Bool {
        // `es 10 Kinder` begins no account: apart from its check digits, a country is in capitals.
        guard text.prefix(4).suffix(2).allSatisfy(isDigit) || text.prefix(2).allSatisfy({ $0 < 0x60 }) else {
            return false
        }
        let country = String(decoding: text.prefix(2), as: UTF8.self).uppercased()
        guard let length = ibanLengths[country], let candidate = characters(of: text, length) else {
            return false
        }
        guard candidate[2...3].allSatisfy(isDigit), candidate.count(where: isDigit) >= fewestDigits else {
            return false
        }
        return (candidate[4...] + candidate[..<4]).reduce(0) { remainder, byte in
            isDigit(byte)
                ? (remainder * 10 + Int(byte) - 48) % 97 : (remainder * 100 + Int(byte & 0xDF) - 55) % 97
        } == 1
    }

    /// The first `count` letters and digits, single blanks and hyphens left out.
    private static func characters(of text: ArraySlice<UInt8>, _ count: Int) -> [UInt8]? {
        var found: [UInt8] = []
        var wasSeparator = false
        for byte in text where found.count < count {
            let isSeparator = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
            guard isSeparator ? !wasSeparator : byte != 0x7F && (isLetter(byte) || isDigit(byte)) else {
                return nil
            }
            if !isSeparator { found.append(byte) }
            wasSeparator = isSeparator
        }
        return found.count == count ? found : nil
    }
}
