extension LintWords {
    /// Whether a person seems to be named.
    ///
    /// By a form of address (`Frau Demir`), by a first name and a surname (`Fatma Demir`), or by a first name behind a
    /// word for kin (`ihr Sohn Emre`). Streets, schools and the like that are called after somebody name nobody.
    var holdPerson: Bool {
        contains { words in isAddressed(words) || isNamed(words) || isKin(words) }
    }

    private func isAddressed(_ words: ArraySlice<Word>) -> Bool {
        guard let title = words.first, Self.titles.contains(title.text), title.isCapitalized else {
            return false
        }
        let named = words.dropFirst().drop { Self.degrees.contains($0.text) }
        guard let name = named.first, name.isCapitalized, isClose(name) else { return false }
        return !Self.commonAfterTitle.contains(name.text) && !isCalledAfter(named)
    }

    private func isNamed(_ words: ArraySlice<Word>) -> Bool {
        let two = Array(words.prefix(2))
        guard two.count == 2, isFirstName(two[0]), two[1].isCapitalized else {
            return false
        }
        return two[1].gap.isEmpty && two[1].bytes.count > 1 && !isCalledAfter(words.dropFirst())
    }

    private func isKin(_ words: ArraySlice<Word>) -> Bool {
        let two = Array(words.prefix(2))
        guard two.count == 2, Self.kin.contains(two[0].text), isFirstName(two[1]) else { return false }
        return two[1].gap.isEmpty || two[1].gap == "," || two[1].gap == ":"
    }

    private func isFirstName(_ word: Word) -> Bool {
        word.isCapitalized && Self.firstNames.contains(word.text)
    }

    /// Whether a word follows the one before, or its full stop.
    private func isClose(_ word: Word) -> Bool { word.gap.isEmpty || word.gap == "." }

    /// Whether a street, a school or the like follows the name, or is part of it.
    private func isCalledAfter(_ words: ArraySlice<Word>) -> Bool {
        let places = words.prefix(3).enumerated().filter { index, word in
            index == 0 || word.gap.isEmpty || word.gap == "-" || word.gap == "."
        }
        return places.contains { _, word in Self.placeEndings.contains { word.ends(with: $0) } }
    }

    private static let titles: Set<String> = [
        "frau", "herr", "herrn", "familie", "fr", "hr", "fam", "dr", "prof", "mrs", "mr",
    ]
    private static let degrees: Set<String> = ["dr", "prof", "med", "dipl", "ing"]
    private static let kin: Set<String> = [
        "sohn", "tochter", "mutter", "vater", "bruder", "schwester", "oma", "opa", "tante", "onkel", "enkel",
        "enkelin", "ehemann", "ehefrau", "kind", "junge", "madchen", "namens", "heisst", "schuler",
        "schulerin",
    ]
    private static let commonAfterTitle: Set<String> = [
        "mit", "und", "in", "im", "aus", "oder", "pfarrer", "doktor", "burgermeister", "burgermeisterin",
        "direktor", "direktorin",
    ]
    private static let placeEndings = [
        "strasse", "str", "platz", "weg", "allee", "schule", "gymnasium", "kolleg", "stiftung", "kirche",
        "haus",
        "zentrum", "heim", "park", "preis", "gesellschaft", "verein", "universitat", "institut", "museum",
        "tag",
        "kita", "kindergarten", "moschee", "saal", "halle", "stadion", "ring", "ufer", "siedlung", "treff",
        "cafe",
    ]
}

extension LintWords.Word {
    fileprivate func ends(with suffix: String) -> Bool {
        bytes.count >= suffix.utf8.count && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}
