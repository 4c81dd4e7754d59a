/// Keeps secrets out of the configuration: it names files that hold them (operations.md §13).
enum Secrets {
    /// Refuses a value that looks like a secret itself.
    ///
    /// - Throws: ``ConfigurationFault``, which does not repeat the value.
    static func refuse(
        in entry: TOMLEntry, of file: ConfigurationFile, at place: String
    ) throws(ConfigurationFault) {
        guard texts(of: entry.value).contains(where: isSecret) else { return }
        let exposed = file.isReadableByAll
        throw ConfigurationFault(
            place,
            "Ein Geheimnis gehört in eine eigene Datei mit Rechten 0600, deren Pfad hier steht"
                + (exposed ? "; diese Datei können alle lesen: das Geheimnis ersetzen." : "."),
            "a secret belongs in a file of its own with mode 0600, whose path stands here"
                + (exposed ? "; everyone can read this file: replace the secret." : "."))
    }

    private static func texts(of value: TOMLValue) -> [String] {
        switch value {
        case .text(let text): [text]
        case .list(let texts): texts
        case .integer, .boolean: []
        }
    }

    /// PEM keys (RFC 7468) and our own tokens (api.md §3).
    private static func isSecret(_ text: String) -> Bool {
        text.contains("PRIVATE KEY-----") || isToken(Array(text.utf8))
    }

    private static func isToken(_ text: [UInt8]) -> Bool {
        text.count == 41 && text.starts(with: "sch".utf8) && text[4] == UInt8(ascii: "_")
    }
}
