package import Scharnier

/// Why a configuration is refused: where, what, and how to mend it.
package struct ConfigurationFault: Error, Hashable, Sendable {
    /// A file with its line, a variable, a flag or a key.
    package let place: String
    package let reason: Wording

    /// A fault at a place.
    package init(_ place: String, _ de: String, _ en: String) {
        self.place = place
        reason = Wording(de, en)
    }

    /// The whole message.
    package var wording: Wording { Wording("\(place): \(reason.de)", "\(place): \(reason.en)") }

    static func unknownKey(_ name: String, at place: String) -> ConfigurationFault {
        let nearest = NearestName.of(name, among: Key.all.map(\.name))
        return ConfigurationFault(
            place,
            "`\(name)` gibt es nicht"
                + (nearest.map { "; gemeint ist wohl `\($0)`." } ?? ". `scharnier config` nennt alle."),
            "there is no `\(name)`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ". `scharnier config` lists all."))
    }

    static func unfit(_ key: Key, at place: String) -> ConfigurationFault {
        let expected = key.expectation
        return ConfigurationFault(
            place, "`\(key.name)`: erwartet wird \(expected.de).",
            "`\(key.name)`: expected is \(expected.en).")
    }
}
