/// A need and an offer that may be suggested: all lines judged, the best first.
struct Candidate {
    private let tables: MatchingTables
    private let giving: GivingSide
    private let texts: TextFinding
    private let lines: [(line: AskedLine, judgement: Judgement)]

    /// Judges these lines; `nil` if there is none.
    init?(
        _ lines: [AskedLine], with giving: GivingSide, in tables: MatchingTables, texts: TextFinding = .none
    ) {
        guard !lines.isEmpty else { return nil }
        self.tables = tables
        self.giving = giving
        self.texts = texts
        let judged = lines.map { line in
            (
                line: line,
                judgement: Pair(tables: tables, line: line, giving: giving, texts: texts).judged()
            )
        }
        self.lines = judged.count < 2 ? judged : judged.sorted { Self.place($0) < Self.place($1) }
    }

    /// How many gates of the best line fail.
    var blockers: Int { lines[0].judgement.blockers }

    /// The gates of the best line that fail.
    var failing: [Gate.Code] { lines[0].judgement.findings.failing }

    /// The centipoints of the best line.
    var points: Int64 { lines[0].judgement.points }

    /// In words.
    ///
    /// `words`: those that the texts of the two sides have in common.
    func suggestion(rank: Int, words: [String] = []) -> Suggestion {
        let told = texts.naming(words)
        let evaluations = lines.map { line, judgement in
            Pair(tables: tables, line: line, giving: giving, texts: told).evaluation(of: judgement)
        }
        let best = lines[0].line
        return Suggestion(
            need: best.side.need, offer: giving.offer, item: best.item, evaluations: evaluations, rank: rank)
    }

    /// The need and the offer.
    var need: Need { lines[0].line.side.need }
    var offer: Offer { giving.offer }

    /// The first of these in order; those with blockers only if they are wanted.
    static func best(
        _ limit: Int, of candidates: [Candidate], by place: (Candidate) -> Place, includeBlocked: Bool
    ) -> [Candidate] {
        var places = candidates.enumerated().map { (place: place($1), candidate: $0) }
        if !includeBlocked { places.removeAll { candidates[$0.candidate].blockers > 0 } }
        places.sort { $0.place < $1.place }
        return places.prefix(max(0, limit)).map { candidates[$0.candidate] }
    }

    private static func place(_ judged: (line: AskedLine, judgement: Judgement)) -> Place {
        Place(judged.judgement, id: judged.line.id)
    }
}

extension Candidate {
    /// Where something stands in a list (domain.md §7.1): eligible ones first, then by blockers, points, ties.
    struct Place: Comparable {
        private let blockers: Int
        private let points: Int64

        /// What decides between equal points, the smaller first.
        private let ties: (Int64, Int64)
        private let id: (UInt64, UInt64)

        /// Ties count among eligible ones; others go by identifier at once.
        init<Entity>(_ judgement: Judgement, ties: (Int64, Int64) = (0, 0), id: Identifier<Entity>) {
            blockers = judgement.blockers
            points = judgement.points
            self.ties = judgement.blockers == 0 ? ties : (0, 0)
            self.id = (id.high, id.low)
        }

        static func == (one: Place, other: Place) -> Bool {
            one.blockers == other.blockers && one.points == other.points && one.ties == other.ties
                && one.id == other.id
        }

        static func < (one: Place, other: Place) -> Bool {
            if one.blockers != other.blockers { return one.blockers < other.blockers }
            if one.points != other.points { return one.points > other.points }
            return one.ties == other.ties ? one.id < other.id : one.ties < other.ties
        }
    }

    /// The place among offers: of equal ones the older offer comes first.
    var placeAsOffer: Place {
        let offer = giving.offer
        return Place(lines[0].judgement, ties: (offer.createdAt.milliseconds, 0), id: offer.id)
    }

    /// The place among needs: of equal ones the earlier date comes first, then the earlier publication.
    var placeAsNeed: Place {
        let (best, judgement) = lines[0]
        let day = best.side.content.neededByOn.map { Int64($0.number) }
        let moment = best.side.need.publishedAt?.milliseconds
        return Place(judgement, ties: (day ?? .max, moment ?? .max), id: best.id)
    }
}
