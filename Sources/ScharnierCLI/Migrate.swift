import ArgumentParser
import Scharnier
import ScharnierStore

/// `scharnier migrate`: brings the schema to the number that this program knows.
struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bringt das Schema auf Stand. (Brings the schema up to date.)")

    @OptionGroup var database: DatabaseOptions

    @Flag(name: .customLong("dry-run"), help: "Sagt nur, was zu tun wäre. (Only tells what would be done.)")
    var isDryRun = false

    func run() throws {
        let language = database.talk.language
        if isDryRun {
            let state = try DatabaseFaults.told(in: language) {
                try SQLiteStore.schemaState(path: database.path)
            }
            Console.result(state == .current ? "current" : "\(state)")
            return
        }
        try DatabaseFaults.told(in: language) { try SQLiteStore.migrate(path: database.localPath()) }
        Console.say(Wording("Das Schema ist auf Stand.", "The schema is up to date.").text(in: language))
    }
}
