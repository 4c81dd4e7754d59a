import ArgumentParser
import Scharnier
import ScharnierConfiguration
import ScharnierStore

/// What every command that touches the database takes.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Datei der Datenbank; sonst $SCHARNIER_DB, sonst aus --config. (Database file.)")
    var db: String?

    @Option(help: "Konfigurationsdatei. (Configuration file.)")
    var config: String?

    @OptionGroup var talk: TalkOptions

    /// The configuration, of which these commands need what concerns the database.
    ///
    /// - Throws: ``CommandFault`` (78) for a mistake in it.
    var configuration: Configuration {
        get throws(CommandFault) {
            let flags = db.map { [(name: "db", words: $0)] } ?? []
            return try ConfigurationSource(file: config, flags: flags, language: talk.language).load()
                .configuration
        }
    }

    /// The database file: flag, environment, configuration file, default.
    var path: String { get throws(CommandFault) { try configuration.db } }

    /// The same, where a database may be kept.
    ///
    /// - Throws: `SchemaFault` for a network's file system, unless `allow_network_fs` is true.
    func localPath() throws -> String { try configuration.localPath() }
}

extension Configuration {
    /// The database file, where a database may be kept.
    ///
    /// - Throws: `SchemaFault` for a network's file system, unless `allow_network_fs` is true.
    func localPath() throws -> String {
        if !allowsNetworkFileSystem { try DatabaseFile.requireLocal(db) }
        return db
    }
}

/// What a command takes that runs with the whole configuration: every key is a flag.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: "Konfigurationsdatei (TOML); deploy/config.example.toml nennt alles. (Configuration file.)")
    var config: String?

    @OptionGroup var talk: TalkOptions

    // Read by `Flags`: the list of keys is the only place that knows them.
    @Argument(parsing: .allUnrecognized, help: .hidden)
    var keys: [String] = []

    /// Where the configuration comes from.
    ///
    /// - Throws: ``CommandFault`` (64) for a flag that is no key.
    var source: ConfigurationSource {
        get throws(CommandFault) {
            do {
                return ConfigurationSource(file: config, flags: try Flags.read(keys), language: talk.language)
            } catch {
                throw CommandFault(.usage, error.wording, in: talk.language)
            }
        }
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
