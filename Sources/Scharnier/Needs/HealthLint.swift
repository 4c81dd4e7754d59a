extension LintWords {
    /// Whether a word speaks of somebody's health (GDPR Article 9).
    ///
    /// Words for target groups (Menschen mit Behinderung, Blinde) do not count: they describe whom a need is for.
    var holdHealth: Bool {
        words.contains { word in
            isIllness(word) || Self.whole.contains(word.text)
                || Self.beginnings.contains { word.starts(with: $0) }
        }
    }

    /// `krank` anywhere in a word, as in Erkrankung, but not the places where the ill are cared for.
    private func isIllness(_ word: Word) -> Bool {
        let text = word.text
        return text.contains("krank") && !Self.care.contains { text.contains($0) }
    }

    private static let care = [
        "krankenhaus", "krankenkass", "krankenpfleg", "krankenversich", "krankenwagen", "krankenschwester",
        "krankengymnast",
    ]
    private static let whole: Set<String> = [
        "hiv", "aids", "adhs", "ads", "trauma", "reha", "schwanger", "ms",
    ]
    private static let beginnings = [
        "alkoholabh", "alkoholsucht", "allergi", "alzheimer", "asperger", "asthma", "autis",
        "behindertenausweis",
        "bulimi", "burnout", "chemotherap", "demen", "depress", "diabet", "diagnos", "dialyse", "downsyndrom",
        "drogenabh", "drogensucht", "epilep", "fehlgeburt", "hepatitis", "inkontinen", "krebs", "leukam",
        "magersucht",
        "medikament", "parkinson", "pflegegrad", "pflegebedurft", "psychiatr", "psychisch", "psychos",
        "rheuma", "schizo", "schlaganfall", "schwanger", "schwerbehinder", "suchtig", "suizid", "therap",
        "traumat",
        "tuberkul", "tumor", "wahnvorstell",
    ]
}
