import ArgumentParser
import Glibc
import Scharnier
import ScharnierStore

/// What every command that touches the database takes; a flag goes before `SCHARNIER_…` in the environment.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Datei der Datenbank; sonst $SCHARNIER_DB. (Database file.)")
    var db: String?

    @OptionGroup var talk: TalkOptions

    /// The database file.
    var path: String { db ?? Environment.value("DB") ?? "scharnier.sqlite" }

    /// The same, where a database may be kept.
    ///
    /// - Throws: `SchemaFault` for a network's file system, unless `SCHARNIER_ALLOW_NETWORK_FS` is "true".
    func localPath() throws -> String {
        if Environment.value("ALLOW_NETWORK_FS") != "true" { try DatabaseFile.requireLocal(path) }
        return path
    }
}

/// In which language the command speaks.
struct TalkOptions: ParsableArguments {
    @Option(help: "Sprache der Meldungen: de oder en. (Language of messages.)")
    var lang: String = "de"

    var language: Language { Language(rawValue: lang) ?? .german }

    func validate() throws {
        guard Language(rawValue: lang) != nil else { throw ValidationError("--lang: de | en") }
    }
}

/// The environment, read here and nowhere below.
enum Environment {
    /// The value of `SCHARNIER_<name>`.
    static func value(_ name: String) -> String? {
        // Safe because the text is copied before anything could change the environment.
        guard let text = unsafe getenv("SCHARNIER_\(name)") else { return nil }
        return unsafe String(cString: text)
    }
}
