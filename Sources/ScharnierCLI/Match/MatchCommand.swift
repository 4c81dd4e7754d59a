import ArgumentParser
import JSON
import Scharnier
import TextRank

/// `scharnier match`: ranks the needs and offers of two files, for whoever develops matching.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Ordnet Bedarfe und Angebote aus Dateien. (Ranks needs and offers of files.)",
        discussion: """
            Eine Zeile je Treffer: Anfrage, Treffer, Punkte, durch Tabulatoren getrennt. Das Format der Dateien \
            steht in der Dokumentation, Artikel Match. (One line a match: query, result, points, between tabs.)
            """, shouldDisplay: false)

    enum Direction: String, ExpressibleByArgument, CaseIterable {
        /// Lists needs for each offer.
        case needs
        /// Lists offers for each need.
        case offers
    }

    @Option(help: "Bedarfe, ein JSON-Objekt je Zeile. (Needs, one JSON object a line.)")
    var needs: String

    @Option(help: "Angebote, ein JSON-Objekt je Zeile. (Offers.)")
    var offers: String

    @Option(help: "Frühere Zusagen: offer_id und text je Zeile. (Agreed needs: offer_id and text a line.)")
    var history: String?

    @Option(help: "Was gelistet wird: needs je Angebot, offers je Bedarf. (What is listed.)")
    var direction = Direction.needs

    @Option(help: "Treffer je Anfrage. (Matches for each query.)")
    var top = 10

    @Option(help: "Der Tag, für den gerechnet wird, als JJJJ-MM-TT. (The day.)")
    var day = "2026-01-01"

    @OptionGroup var talk: TalkOptions

    func run() throws {
        let language = talk.language
        guard let day = Day(day), 1...1_000 ~= top else {
            throw CommandFault(
                .usage, "--day ist ein Tag wie 2026-01-31, --top ist 1 bis 1000.",
                "--day is a day like 2026-01-31, --top is 1 to 1000.", in: language)
        }
        let tables = try MatchTables(
            needs: named(needs), offers: named(offers),
            history: try history.map { try MatchFile.objects($0, in: language).map(\.object) } ?? [],
            on: day)
        guard let tables else {
            throw CommandFault(
                .unavailable, "libstemmer fehlt oder hat keinen Speicher.",
                "libstemmer is missing or has no memory.", in: language)
        }
        for line in tables.lines(direction, top: top) { Console.result(line) }
    }

    /// The objects of a file with their names: `external_id`, else `id`.
    private func named(_ path: String) throws -> [(name: String, object: JSONObject)] {
        let language = talk.language
        return try MatchFile.objects(path, in: language).map { line, object in
            guard let name = object.text("external_id") ?? object.text("id") else {
                throw MatchFile.fault(path, line, "\"external_id\": …", language)
            }
            return (name, object)
        }
    }
}
