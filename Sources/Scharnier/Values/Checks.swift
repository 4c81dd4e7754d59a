// The recurring checks, each with its wording; limits are arguments and stay with the entity that has them.
// Nearly everything passes: where something is, is put together only for what does not.

extension Wording {
    static let noSuchReference = Wording("Das Genannte gibt es nicht.", "There is no such thing.")
    static let missing = Wording("Angabe fehlt.", "This is missing.")
}

extension Violation {
    /// A member that must be there.
    static func missing(_ path: String) -> Violation {
        Violation(path, .required, .missing)
    }

    /// The length of a text in Unicode scalars.
    static func length(
        of text: String?, _ limits: ClosedRange<Int>, at path: @autoclosure () -> String
    ) -> [Violation] {
        guard let text, !limits.containsAnyLength(ofBytes: text.utf8.count) else { return [] }
        let count = text.unicodeScalars.count
        guard !limits.contains(count) else { return [] }
        let wording = Wording(
            "Der Text muss \(limits.lowerBound) bis \(limits.upperBound) Zeichen lang sein.",
            "The text must have \(limits.lowerBound) to \(limits.upperBound) characters.")
        let code: Code = count < limits.lowerBound ? .tooShort : .tooLong
        return [bounded(path(), code, wording, Int64(limits.lowerBound)...Int64(limits.upperBound))]
    }

    /// The value of a number.
    static func range(
        of value: Int64?, _ limits: ClosedRange<Int64>, at path: @autoclosure () -> String
    ) -> [Violation] {
        guard let value, !limits.contains(value) else { return [] }
        let wording = Wording(
            "Der Wert muss zwischen \(limits.lowerBound) und \(limits.upperBound) liegen.",
            "The value must be between \(limits.lowerBound) and \(limits.upperBound).")
        return [bounded(path(), .outOfRange, wording, limits)]
    }

    /// The number of elements of a list, and that none is there twice.
    static func list<Element: Hashable>(
        _ list: [Element], _ limits: ClosedRange<Int>, at path: @autoclosure () -> String
    ) -> [Violation] {
        var found = count(of: list, limits, at: path())
        if list.count > 1 && Set(list).count < list.count {
            found.append(
                .init(path(), .notUnique, Wording("Ein Eintrag steht doppelt.", "An entry is there twice.")))
        }
        return found
    }

    /// The number of elements of a list.
    static func count<Element>(
        of list: [Element], _ limits: ClosedRange<Int>, at path: @autoclosure () -> String
    ) -> [Violation] {
        guard !limits.contains(list.count) else { return [] }
        let wording = Wording(
            "Die Liste muss \(limits.lowerBound) bis \(limits.upperBound) Einträge haben.",
            "The list must have \(limits.lowerBound) to \(limits.upperBound) entries.")
        let code: Code = list.count < limits.lowerBound ? .tooFew : .tooMany
        return [bounded(path(), code, wording, Int64(limits.lowerBound)...Int64(limits.upperBound))]
    }

    /// A member that has no place beside another.
    static func excluded(_ path: String, _ de: String, _ en: String) -> Violation {
        Violation(path, .notAllowedTogether, Wording(de, en))
    }

    private static func bounded(
        _ path: String, _ code: Code, _ wording: Wording, _ limits: ClosedRange<Int64>
    ) -> Violation {
        Violation(path, code, wording, minimum: limits.lowerBound, maximum: limits.upperBound)
    }
}

extension ClosedRange<Int> {
    /// Whether every text of so many bytes has a permitted number of scalars: a scalar has one to four (RFC 3629 §3).
    fileprivate func containsAnyLength(ofBytes bytes: Int) -> Bool {
        bytes <= upperBound && (bytes + 3) / 4 >= lowerBound
    }
}
