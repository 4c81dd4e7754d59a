/// Something in a free text that identifies a person, or may: which kind and where, never what.
package struct LintFinding: Hashable, Sendable {
    package let code: Code

    /// The member that holds the text, as in `items/0/title`.
    package let path: String

    package enum Code: String, CaseIterable, Sendable {
        case email = "lint_email"
        case phone = "lint_phone"
        case iban = "lint_iban"
        case person = "lint_person"
        case birthDate = "lint_birth_date"
        case specialCategory = "lint_special_category"

        /// Whether it must go before the text is submitted; of others somebody says that they have seen them.
        package var isBlocking: Bool {
            switch self {
            case .email, .phone, .iban: true
            case .person, .birthDate, .specialCategory: false
            }
        }

        /// What was found.
        package var wording: Wording {
            switch self {
            case .email: Wording("E-Mail-Adresse im Text", "E-mail address in the text")
            case .phone: Wording("Telefonnummer im Text", "Phone number in the text")
            case .iban: Wording("IBAN im Text", "IBAN in the text")
            case .person: Wording("Name einer Person im Text?", "Name of a person in the text?")
            case .birthDate: Wording("Geburtsdatum im Text?", "Date of birth in the text?")
            case .specialCategory:
                Wording("Angabe zur Gesundheit im Text?", "Statement on health in the text?")
            }
        }
    }
}

/// A free text and the member that holds it.
struct FreeText {
    let path: String
    let text: String

    init?(_ path: String, _ text: String?) {
        guard let text else { return nil }
        self.path = path
        self.text = text
    }
}

extension Need {
    /// What its free texts hold of persons, in the order of its members.
    package func lint() -> [LintFinding] { PersonalDataLint.findings(in: content.freeTexts + itemTexts) }

    private var itemTexts: [FreeText] {
        items.enumerated().flatMap { index, item in
            [
                FreeText("items/\(index)/title", item.content.title),
                FreeText("items/\(index)/description", item.content.description),
            ].compactMap { $0 }
        }
    }
}

extension Need.Content {
    fileprivate var freeTexts: [FreeText] {
        [
            FreeText("title", title), FreeText("text", text), FreeText("plain_summary", plainSummary),
            FreeText("site/name", site?.name), FreeText("participation", participation),
            FreeText("own_steps", ownSteps), FreeText("otherwise_unavailable", otherwiseUnavailable),
            FreeText("self_help", selfHelp), FreeText("counterpart", counterpart),
        ].compactMap { $0 }
    }
}

extension Offer {
    /// What its free texts hold of persons, in the order of its members.
    package func lint() -> [LintFinding] {
        let texts = [
            FreeText("title", content.title), FreeText("text", content.text),
            FreeText("counterpart_wish", content.counterpartWish), FreeText("conditions", content.conditions),
        ]
        return PersonalDataLint.findings(in: texts.compactMap { $0 })
    }
}

extension [LintFinding] {
    /// The guards that fail: for what blocks always, for what is only suspected until somebody says to have seen it.
    ///
    /// One for each kind; the texts are not repeated.
    func failedGuards(isAcknowledged: Bool) -> [FailedGuard] {
        LintFinding.Code.allCases.filter { code in contains { $0.code == code } }.compactMap { code in
            if code.isBlocking { return .lintFailed(code) }
            return isAcknowledged ? nil : .lintUnseen(code)
        }
    }
}

extension FailedGuard {
    fileprivate static func lintFailed(_ code: LintFinding.Code) -> FailedGuard {
        FailedGuard(
            "lint_failed",
            Wording(
                "\(code.wording.de) (\(code.rawValue)).", "\(code.wording.en) (\(code.rawValue))."),
            fix: Wording(
                "Kontaktdaten gehören in den Kontakt, nicht in den Text.",
                "Contact data belong in the contact, not in the text."))
    }

    fileprivate static func lintUnseen(_ code: LintFinding.Code) -> FailedGuard {
        FailedGuard(
            "lint_acknowledged",
            Wording("\(code.wording.de) (\(code.rawValue))", "\(code.wording.en) (\(code.rawValue))"),
            fix: Wording(
                "Den Text ändern, oder mit lint_acknowledged bestätigen, dass er niemanden erkennbar macht.",
                "Change the text, or state with lint_acknowledged that it makes nobody recognisable."))
    }
}

extension PersonalDataLint {
    /// The guards that fail because a text surely identifies a person, where nobody is asked about suspicions.
    static func failedGuards(in texts: [String]) -> [FailedGuard] {
        findings(in: texts.compactMap { FreeText("", $0) }).failedGuards(isAcknowledged: true)
    }
}
