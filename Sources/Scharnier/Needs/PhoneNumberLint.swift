extension PersonalDataLint {
    /// How many digits a phone number has: fewer are years and house numbers, more are none (ITU-T E.164).
    private static let phoneDigits = 8...15

    /// Digits that belong together, and what stands between them and the group before.
    private struct DigitGroup {
        var digits: [UInt8]
        let before: ArraySlice<UInt8>

        /// `+` and a country.
        var isInternational: Bool { before.last == UInt8(ascii: "+") && digits.first != UInt8(ascii: "0") }

        /// `(0`, `0231` or `0049`: a zero, alone only in brackets, and an area or a country.
        var isAreaCode: Bool {
            guard digits.first == UInt8(ascii: "0") else { return false }
            if before.last == UInt8(ascii: "(") { return true }
            return digits.count >= 3 && digits[1...2].contains { $0 != UInt8(ascii: "0") }
        }
    }

    /// Whether an area code or a country opens a run of 8 to 15 digits.
    static func holdsPhone(_ text: [UInt8]) -> Bool {
        digitRuns(in: text).contains { run in
            run.indices.contains { start in
                let group = run[start]
                guard group.isInternational || group.isAreaCode || isPaired(run[start...]) else {
                    return false
                }
                return reachesPhoneLength(run[start...])
            }
        }
    }

    /// Whether the groups from here on add up to the length of a phone number; others may follow.
    private static func reachesPhoneLength(_ groups: ArraySlice<DigitGroup>) -> Bool {
        var count = 0
        for group in groups {
            count += group.digits.count
            if phoneDigits.contains(count) { return true }
        }
        return false
    }

    /// `02 31 / 12 34 56`, as DIN 5008 once wrote it; a date has a year in the third place.
    private static func isPaired(_ groups: ArraySlice<DigitGroup>) -> Bool {
        let three = Array(groups.prefix(3))
        guard three.count == 3, three[0].digits.count == 2, three[0].digits[0] == UInt8(ascii: "0") else {
            return false
        }
        return three[1].digits.count == 2 && three[1].before.elementsEqual([UInt8(ascii: " ")])
            && three[2].digits.count != 4
    }

    /// The runs of digit groups that only blanks, hyphens, slashes and brackets part; `+` begins a run.
    private static func digitRuns(in text: [UInt8]) -> [[DigitGroup]] {
        var runs: [[DigitGroup]] = [[]]
        var separators = text.startIndex
        for (index, byte) in text.enumerated() {
            if isDigit(byte) {
                let isNewGroup = separators < index || runs[runs.count - 1].isEmpty
                if isNewGroup {
                    runs[runs.count - 1].append(.init(digits: [], before: text[separators..<index]))
                }
                runs[runs.count - 1][runs[runs.count - 1].count - 1].digits.append(byte)
                separators = index + 1
            } else if !isSeparator(byte) {
                runs.append([])
                separators = byte == UInt8(ascii: "+") ? index : index + 1
            }
        }
        return runs
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")")]
            .contains(byte)
    }
}
