import JSON
import Scharnier
import TextRank

/// The files of one run, ready to be matched; the key of a document is its place in its file.
struct MatchTables {
    private let needNames: [String]
    private let offerNames: [String]
    private let index: MatchIndex

    /// Nil if the stemmer cannot be had.
    init?(
        needs: [(name: String, object: JSONObject)], offers: [(name: String, object: JSONObject)],
        history: [JSONObject], on day: Day
    ) throws {
        var reader = MatchReader()
        let needDocuments = needs.enumerated().map { reader.need($1.object, key: UInt128($0)) }
        let offerDocuments = offers.enumerated().map { reader.offer($1.object, key: UInt128($0)) }
        let rater = Rater(.standard, day: day.number)
        let lexicon = try Lexicon(Lexicon.standardEntries)
        guard
            let index = MatchIndex(
                needs: needDocuments, offers: offerDocuments, rater: rater, lexicon: lexicon)
        else { return nil }
        (self.index, needNames, offerNames) = (index, needs.map(\.name), offers.map(\.name))
        let places = Dictionary(offerNames.enumerated().map { ($1, $0) }) { first, _ in first }
        for entry in history {
            guard let place = entry.text("offer_id").flatMap({ places[$0] }) else { continue }
            index.note(agreed: MatchReader.fields(entry, ["text"]), offer: UInt128(place))
        }
    }

    /// The lines of a run: query, result, points.
    func lines(_ direction: MatchCommand.Direction, top: Int) -> [String] {
        let (queries, results) =
            direction == .needs ? (offerNames, needNames) : (needNames, offerNames)
        return queries.indices.flatMap { place in
            let key = UInt128(place)
            let matches =
                direction == .needs
                ? index.bestNeeds(for: key, limit: top) : index.bestOffers(for: key, limit: top)
            return matches.map { match in
                "\(queries[place])\t\(results[Int(match.key)])\t\(Self.points(match.rating.score))"
            }
        }
    }

    /// Centipoints as points with two decimals.
    private static func points(_ score: Int) -> String {
        let (whole, rest) = abs(score).quotientAndRemainder(dividingBy: 100)
        return "\(score < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
