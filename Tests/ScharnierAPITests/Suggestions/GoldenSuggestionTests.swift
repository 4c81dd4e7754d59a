import Scharnier
import ScharnierAPI
import ScharnierCity
import ScharnierStore
import TestSupport
import Testing

/// The suggestions of the demo city as they were when somebody looked at them: any change of a list, a score or a
/// sentence is seen.
@Suite struct GoldenSuggestionTests {
    private let store: SQLiteStore
    private let wish: SuggestionWish
    private static let entries = 5

    init() throws {
        let clock = TestClock(TestClock.morning)
        store = try SQLiteStore(
            path: ":memory:", publicRows: .current, limits: .unhurried, readTime: WriterLimits.patience,
            now: { clock.now }, randomness: RepeatedNumbers())
        var city = DemoCity(at: clock.now, on: Stage(store: store, clock: clock))
        let office = try city.build()["o-projektbuero"]?.id
        clock.set(TestClock.morning)
        wish = SuggestionWish(
            of: Party(organization: office, role: .cityAdmin), on: LocalTime.day(at: clock.now),
            rules: .version2026b, limit: Self.entries)
    }

    @Test func `every need has the offers that it had`() throws {
        let wish = wish
        let text = try store.read { tx in
            try tx.liveNeeds().sorted { ($0.content.title ?? "", $0.id) < ($1.content.title ?? "", $1.id) }
                .map { need in
                    try list(
                        need.content.title ?? "", tx.suggestions(forNeed: need, wish)
                    ) { $0.offer.content.title }
                }.joined(separator: "\n")
        }
        try Golden.expect(text, in: "Suggestions/Golden/offers-for-needs.txt")
    }

    @Test func `every offer has the needs that it had`() throws {
        let wish = wish
        let text = try store.read { tx in
            try tx.liveOffers().sorted { ($0.content.title ?? "", $0.id) < ($1.content.title ?? "", $1.id) }
                .map { offer in
                    try list(
                        offer.content.title ?? "", tx.suggestions(forOffer: offer, wish)
                    ) { $0.need.content.title }
                }.joined(separator: "\n")
        }
        try Golden.expect(text, in: "Suggestions/Golden/needs-for-offers.txt")
    }

    @Test func `twenty explanations say what they said`() throws {
        let wish = wish
        let text = try store.read { tx in
            let offers = try tx.liveOffers().sorted {
                ($0.content.title ?? "", $0.id) < ($1.content.title ?? "", $1.id)
            }
            let needs = try tx.liveNeeds().sorted {
                ($0.content.title ?? "", $0.id) < ($1.content.title ?? "", $1.id)
            }
            return try (0..<20).map { number in
                // Half of them the best offer of a need, half of them a pair that hardly fits.
                let need = needs[number * 2 % needs.count]
                let best = try tx.suggestions(forNeed: need, wish).first?.offer
                let offer = number.isMultiple(of: 2) ? best : nil
                return explanation(
                    try tx.suggestion(need: need, offer: offer ?? offers[number * 3 % offers.count], wish))
            }.joined(separator: "\n")
        }
        try Golden.expect(text, in: "Suggestions/Golden/explanations.txt")
    }
}

/// A title, then a line for each suggestion: points, title, what they consist of.
private func list(
    _ title: String, _ suggestions: [Suggestion], _ other: (Suggestion) -> String?
) -> String {
    let lines = suggestions.map { suggestion in
        let all: [Component] = suggestion.evaluations.first?.components ?? []
        let parts = all.filter { $0.points != 0 }
        let told = parts.map { "\($0.code.rawValue) \($0.points)" }.joined(separator: ", ")
        return
            "  \(suggestion.points)  \(other(suggestion) ?? "")  [\(suggestion.item.content.title)]  \(told)\n"
    }
    return title + "\n" + lines.joined()
}

/// Everything that is told of a pair but its identifiers.
private func explanation(_ suggestion: Suggestion) -> String {
    var text = "\(suggestion.need.content.title ?? "") — \(suggestion.offer.content.title ?? "")\n"
    for evaluation in suggestion.evaluations {
        text +=
            "  \(evaluation.points) points, \(evaluation.suggestedQuantity) = \(evaluation.coverBasisPoints) bp\n"
        for part in evaluation.components {
            let rest = "\(part.value)/\(part.scale) \(part.source.rawValue) \(part.evidence)"
            text += "    \(part.code.rawValue): \(part.points) of \(part.weight), \(rest)\n"
            text += "      \(part.text.de)\n      \(part.text.en)\n"
        }
        for gate in evaluation.gates where gate.passes != true {
            text += "    \(gate.code.rawValue): \(gate.passes.map { "\($0)" } ?? "open")\n"
            text += "      \(gate.text.de)\n      \(gate.text.en)\n"
            guard let fix = gate.fix else { continue }
            text += "      \(fix.by) \(fix.field ?? "-"): \(fix.text.de) / \(fix.text.en)\n"
        }
    }
    return text
}

/// The same numbers each time (SplitMix64; Steele, Lea, Flood, OOPSLA 2014), so that identifiers are the same.
private struct RepeatedNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64 = 2026

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
