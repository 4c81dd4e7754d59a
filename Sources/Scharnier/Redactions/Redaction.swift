/// A text of a record that is replaced because it holds personal data (F-43).
package struct Redaction: Equatable, Sendable {
    /// How many texts one call replaces at most: all that a need has, and its notes.
    package static let most = 80

    /// The member that holds it, as in `items/0/description`; `transitions/ID/note` is a remark in its log.
    package let path: String

    /// What stands there instead; nothing leaves the member empty.
    package let text: String?

    /// A replacement.
    package init(path: String, text: String?) {
        self.path = path
        self.text = text
    }

    /// Why something is taken out of others' texts.
    package enum Reason: String, CaseIterable, Sendable {
        case personalData = "personal_data"
        case specialCategory = "special_category"
        case consentWithdrawn = "consent_withdrawn"
        case erasureRequest = "erasure_request"
    }
}

extension Redaction {
    /// The name of the member, as the audit log has it: never what it held.
    var member: String { String(path.prefix { $0 != "/" }) }

    /// Whose remark it is, if it is one in the log.
    var note: Identifier<Transition>? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "transitions", parts[2] == "note" else { return nil }
        return Identifier<Transition>(String(parts[1]))
    }

    /// What stands in the place of a text that may not be missing and of which only the place is known.
    package static let removed = "Entfernt aus Gründen des Datenschutzes"

    /// A replacement by nothing, or by a remark where a record needs a text.
    init(emptying path: String) {
        let isNeeded = ["title", "text"].contains(path) || path.hasSuffix("/title")
        self.init(path: path, text: isNeeded ? Self.removed : nil)
    }

    /// What is wrong with the new text by itself: it must not hold what the old one is replaced for.
    func violations(at place: String) -> [Violation] {
        let lint = PersonalDataLint.findings(in: [FreeText(path, text)].compactMap { $0 })
        if let found = lint.first(where: \.code.isBlocking) {
            return [.init("\(place)/text", .personalDataSuspected, found.code.wording)]
        }
        return note == nil ? [] : Violation.length(of: text, Transition.noteLength, at: "\(place)/text")
    }
}

extension [Redaction] {
    /// What is wrong with the list by itself.
    func violations() -> [Violation] {
        var found = Violation.count(of: self, 1...Redaction.most, at: "changes")
        var seen: Set<String> = []
        for (index, redaction) in enumerated() {
            if !seen.insert(redaction.path).inserted {
                let text = Wording("Diese Stelle steht doppelt.", "This place is there twice.")
                found.append(.init("changes/\(index)/pointer", .notUnique, text))
            }
            found += redaction.violations(at: "changes/\(index)")
        }
        return found
    }

    /// What the rules of the record say about the texts that replace others, told at those texts.
    func told(_ violations: [Violation]) -> [Violation] {
        enumerated().flatMap { index, redaction in
            violations.filter { $0.path == redaction.path }.map { violation in
                Violation(
                    "changes/\(index)/text", violation.code, violation.detail, minimum: violation.minimum,
                    maximum: violation.maximum)
            }
        }
    }
}
