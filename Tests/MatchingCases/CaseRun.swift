package import Scharnier
import TextRank

/// Ranks a made-up city by several methods and says how good each is.
package struct CaseRun {
    /// How a list is ordered: higher values first.
    package struct Method: Sendable {
        package let name: String
        let value: @Sendable (Match, UInt128) -> Int

        /// A method; the second argument is the place of the need among all, the newest last.
        init(_ name: String, _ value: @escaping @Sendable (Match, UInt128) -> Int) {
            self.name = name
            self.value = value
        }
    }

    private let city: CaseCity
    private let index: MatchIndex

    /// Everything is ranked, so the city has to fit into one shortlist.
    package init?(_ city: CaseCity, weights: WeightSet) {
        let rater = Rater(weights, day: 20_000)
        guard
            let index = MatchIndex(needs: city.needs, offers: city.offers, rater: rater, lexicon: Lexicon())
        else { return nil }
        (self.city, self.index) = (city, index)
    }

    /// What the rating is compared with: chance, the newest, the same category, its parts, and it without each part.
    package static let methods: [Method] =
        [
            Method("random") { match, key in
                var numbers = CaseNumbers(seed: UInt64(truncatingIfNeeded: match.key * 4_096 + key))
                return Int(numbers.next() >> 33)
            },
            Method("newest first") { match, _ in Int(match.key) },
            Method("category, then newest") { match, _ in
                100_000 * (part(.theme, match) == 2_800 ? 1 : 0) + Int(match.key)
            },
            Method("text alone") { match, _ in part(.text, match) },
            Method("declared alone") { match, _ in match.rating.fit - part(.text, match) },
            Method("all") { match, _ in match.rating.score },
        ]
        + Factor.Code.allCases.filter { $0 != .trackRecord }.map { code in
            Method("all but \(code.rawValue)") { match, _ in match.rating.score - part(code, match) }
        }

    private static func part(_ code: Factor.Code, _ match: Match) -> Int {
        match.rating.factors.first { $0.code == code }?.points ?? 0
    }

    /// The mean gain at ten of a method: needs for each offer, and offers for each need.
    package func gains(_ method: Method) -> (needs: Double, offers: Double) {
        let needs = city.offers.indices.compactMap { offer in
            gain(
                method, index.bestNeeds(for: UInt128(offer), limit: .max), of: city.needs.count,
                UInt128(offer)
            ) {
                city.relevance(need: $0, offer: offer)
            }
        }
        let offers = city.needs.indices.compactMap { need in
            gain(
                method, index.bestOffers(for: UInt128(need), limit: .max), of: city.offers.count,
                UInt128(need)
            ) {
                city.relevance(need: need, offer: $0)
            }
        }
        return (Self.mean(needs), Self.mean(offers))
    }

    private func gain(
        _ method: Method, _ matches: [Match], of count: Int, _ query: UInt128, _ relevance: (Int) -> Int
    ) -> Double? {
        let ranked = matches.map { (value: method.value($0, query), key: $0.key) }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        return Gain.normalized(ranked.map { relevance(Int($0.key)) }, all: (0..<count).map(relevance))
    }

    private static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(max(1, values.count))
    }
}
