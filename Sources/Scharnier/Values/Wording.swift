/// One statement in German and English.
package struct Wording: Hashable, Sendable {
    /// The German text.
    package let de: String

    /// The English text.
    package let en: String

    /// The same statement in both languages.
    package init(_ de: String, _ en: String) {
        self.de = de
        self.en = en
    }
}

/// The languages in which the product itself speaks (api.md §4).
package enum Language: String, CaseIterable, Sendable {
    case german = "de"
    case english = "en"
}

extension Wording {
    /// The text in `language`.
    package func text(in language: Language) -> String {
        language == .german ? de : en
    }
}
