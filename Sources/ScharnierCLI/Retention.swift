import ArgumentParser
import HTTPWire
import JSON
import Scharnier

/// `scharnier retention`: removes what is over, also while the service runs.
struct Retention: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Löscht, was seine Frist hinter sich hat. (Removes what is past its retention period.)")

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Zeigt nur, was gelöscht würde. (Only shows what would be removed.)")
    var dryRun = false

    func run() throws {
        let target = "/v1/retention-runs" + (dryRun ? "?dry_run=true" : "")
        let answer = try OperatorAccess(database).ask(.post, target, body: Array("{}".utf8))
        for count in answer["counts"].elements {
            Console.result("\(count["rule"].text)\t\(count["rows"].digits)")
        }
        let total = answer["total"].digits
        Console.say(
            (dryRun
                ? Wording("\(total) Zeilen würden gelöscht.", "\(total) rows would be removed.")
                : Wording("\(total) Zeilen gelöscht.", "\(total) rows removed.")).text(
                    in: database.talk.language))
    }
}

extension JSONValue {
    /// A whole number as it is written; empty for anything else.
    fileprivate var digits: String {
        guard case .integer(let number) = self else { return "" }
        return "\(number)"
    }
}
