import HTTPWire
import JSON
import TestSupport
import Testing

/// Suggestions by rule version 2026.2 over HTTP: versions, sums, reasons, and what is current.
@Suite struct FactorSuggestionTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    /// A number in hundredths, as it is written.
    private func hundredths(_ response: Response, _ path: String) -> Int {
        switch response[path] {
        case .integer(let whole): 100 * Int(whole)
        case .number(let text): Int((100 * (Double(text) ?? .nan)).rounded())
        default: .min / 100
        }
    }

    private func sum(_ response: Response, _ list: String) -> Int {
        (0..<(response.count(list) ?? 0)).reduce(0) { $0 + hundredths(response, "\(list)/\($1)/points") }
    }

    @Test func `every suggestion says by which rules it was made, and old ones can be asked for`() {
        let pair = "\(need)/suggestions/\(offer.id)"
        let today = application.send(.get, pair, as: "carrier")
        #expect(today.text("rule_version") == "2026.2" && today.text("model") == "2026.2/w1")
        let named = application.send(.get, "\(pair)?rule_version=2026.2", as: "carrier")
        #expect(named.body == today.body)
        let old = application.send(.get, "\(pair)?rule_version=2026.1", as: "carrier")
        #expect(old.text("model") == "2026.1")
        #expect(old.text("factors/0/code") == "fit")
        #expect(old.text("rule_version") == "2026.1")
        let unknown = application.send(.get, "\(pair)?rule_version=2020.1", as: "carrier")
        #expect(unknown.outcome == "400 parameter_invalid")
    }

    @Test(arguments: ["", "?rule_version=2026.1", "?include=ineligible"])
    func `the points that are told sum to the score`(_ query: String) throws {
        _ = try application.activeOffer(Document.offer.with("kind", #""room""#))
        let list = application.send(.get, "\(need)/suggestions\(query)", as: "carrier")
        let count = try #require(list.count("items"))
        #expect(count > 0)
        for place in 0..<count {
            let fit = sum(list, "items/\(place)/factors")
            let policy = sum(list, "items/\(place)/policy_factors")
            #expect(hundredths(list, "items/\(place)/fit") == fit)
            #expect(hundredths(list, "items/\(place)/policy") == policy)
            #expect(hundredths(list, "items/\(place)/score") == fit + policy)
            #expect(list.integer("items/\(place)/points") == Int64(fit + policy))
        }
    }

    @Test func `what was published is found at once, and what was withdrawn is not`() throws {
        let found = { application.send(.get, "\(offer)/suggestions", as: "company").count("items") }
        #expect(found() == 1)
        let second = try application.publishedNeed()
        #expect(found() == 2)
        let reason = #","reason_code":"other""#
        #expect(application.fire("pause", second, as: "carrier", facts: reason).status == 201)
        #expect(found() == 1)
        #expect(application.fire("resume", second, as: "carrier").status == 201)
        #expect(found() == 2)
    }

    @Test func `a suggestion names the words that both sides use, and codes by their labels`() throws {
        let need = try application.publishedNeed(
            Document.need(application).with("topics", #"["education"]"#))
        let offer = try application.activeOffer(
            Document.offer.with("topics", #"["education","health"]"#))
        let pair = application.send(.get, "\(need)/suggestions/\(offer.id)", as: "carrier")
        #expect(pair.words("factors/0/evidence") == ["education"])
        #expect(pair.text("factors/0/de") == "Gemeinsames Thema: Bildung.")
        #expect(pair.text("factors/0/en") == "Shared theme: Education.")
        #expect(pair.words("factors/1/evidence") == ["Schultaschen"])
        #expect(pair.text("factors/1/de") == "Ähnliche Begriffe: Schultaschen.")
        let codes = (0..<6).compactMap { pair.text("factors/\($0)/code") }
        #expect(codes == ["theme", "text", "target_group", "area", "amount", "track_record"])
        let policy = (0..<5).compactMap { pair.text("policy_factors/\($0)/code") }
        #expect(policy == ["urgency", "deprivation", "waiting", "newcomer", "stale"])
    }

    @Test func `figures of an area are for city and officers`() {
        let path = "\(need)/suggestions/\(offer.id)"
        let place = 1
        for (who, isShown) in [("carrier", false), ("company", false), ("city", true), ("officer", true)] {
            let pair = application.send(.get, path, as: who)
            #expect(pair.text("policy_factors/\(place)/code") == "deprivation")
            #expect((pair.count("policy_factors/\(place)/evidence") ?? 0 > 0) == isShown)
        }
    }
}
