import Testing

@testable import Scharnier

/// A blocker always blocks: ten thousand histories in which gates fail and open again while the fit gets better.
@Suite struct BlockerHistoryTests {
    @Test func `whatever happens, a pair is eligible if nothing blocks it, and only then`() {
        var rooms = ContextShelf()
        var (eligible, blocked) = (0, 0)
        for seed in 0..<UInt64(10_000) {
            var history = PairHistory(seed: seed)
            for _ in 0..<history.length {
                history.step()
                let (city, context) = (history.city, rooms.context(of: history))
                let judgement = context.judgement(of: city, history.texts)
                #expect(judgement.findings.failed == history.blockers, "seed \(seed)")
                let isEligible = judgement.blockers == 0
                #expect(isEligible == history.blockers.isEmpty)
                if isEligible { eligible += 1 } else { blocked += 1 }
            }
        }
        #expect(eligible > 2_000 && blocked > 20_000, "\(eligible) eligible, \(blocked) blocked")
    }

    @Test func `no fit is good enough to pass a blocker, in either list`() {
        var rooms = ContextShelf()
        for seed in 0..<UInt64(1_000) {
            var history = PairHistory(seed: seed)
            for _ in 0..<history.length { history.step() }
            var city = history.city
            history.improveFully(&city)
            let context = rooms.context(of: history)
            let texts = [city.need.id.key: history.texts]
            // A plain need that fits, of which the giver knows nothing else.
            var plain = SampleCity.need(2)
            plain.content.topics = []
            let isOfferFit = PairHistory.givingSide.isDisjoint(with: history.blockers)
            let both = context.suggestions(
                forOffer: city.offer, among: [city.need, plain], includeBlocked: true, limit: 9, texts: texts)
            #expect(both.count == 2)
            let first = context.suggestions(
                forOffer: city.offer, among: [city.need, plain], limit: 9, texts: texts)
            #expect(first.contains { $0.need.id == city.need.id } == history.blockers.isEmpty)
            #expect(!first.contains { !$0.isEligible })
            guard isOfferFit, !history.blockers.isEmpty else { continue }
            #expect(both.map(\.need.id) == [plain.id, city.need.id], "seed \(seed)")
            #expect(both[0].points + 2_000 < both[1].points)
            let offers = context.suggestions(
                forNeed: city.need, among: [city.offer], limit: 9, texts: [city.offer.id.key: history.texts])
            #expect(offers.isEmpty)
        }
    }
}

/// A need and an offer that fit at first, what has happened to them since, and which gates fail for it.
struct PairHistory {
    /// One way for each gate to fail that leaves all others as they are.
    private static let cases: [GateTests.Case] = {
        let exclusive: Set<Gate.Code> = [
            .kindMismatch, .unitMismatch, .amountOutOfRange, .accessibilityUnmet, .noPayee,
            // Each of these changes what another one is about.
            .notRemote, .organizationSuspended,
        ]
        var seen = exclusive
        return GateTests.cases.filter { seen.insert($0.code).inserted }
    }()

    /// Gates that fail for the offer whatever the need.
    static let givingSide: Set<Gate.Code> = [
        .offerNotLive, .quantityInsufficient, .windowMismatch, .areaOutOfScope, .horizonExcluded,
        .topicExcluded, .supplierUnverified, .sameOrganization, .carrierUnverified, .receiptIncapable,
        .categoryMismatch,
    ]

    private var numbers: SeededGenerator
    private var active: Set<Int> = []
    private(set) var texts = TextEvidence()
    private var isTopicShared = false

    /// From one step to five.
    let length: Int

    init(seed: UInt64) {
        numbers = SeededGenerator(seed: seed)
        length = .random(in: 1...5, using: &numbers)
    }

    /// The gates that fail now.
    var blockers: Set<Gate.Code> { Set(active.map { Self.cases[$0].code }) }

    /// The pair as it is now.
    var city: SampleCity {
        var city = SampleCity()
        if isTopicShared { city.need.content.topics = ["education"] }
        for place in active.sorted() { Self.cases[place].change(&city) }
        return city
    }

    /// A gate fails or opens again, or the fit gets better.
    mutating func step() {
        let place = Int.random(in: 0..<Self.cases.count + 6, using: &numbers)
        switch place - Self.cases.count {
        case 0, 1: texts.text = .random(in: texts.text...10_000, using: &numbers)
        case 2: texts.trackRecord = .random(in: texts.trackRecord...10_000, using: &numbers)
        case 3: isTopicShared = true
        // What fails opens again.
        case 4, 5: if let first = active.min() { active.remove(first) }
        default: if active.remove(place) == nil { active.insert(place) }
        }
    }

    /// As good as a pair can be without touching any gate.
    mutating func improveFully(_ city: inout SampleCity) {
        texts = TextEvidence(text: 10_000, trackRecord: 10_000)
        if city.given.topics == ["education"] { city.need.content.topics = ["education"] }
        city.need.publishedAt = SampleCity.start.adding(days: -300)
    }

    /// The changes that a context knows of, which is not made anew for each pair.
    var contextual: Set<Int> {
        let codes: Set<Gate.Code> = [
            .carrierUnverified, .supplierUnverified, .receiptIncapable, .sameOrganization, .alreadyOpen,
            .declinedRecently,
        ]
        return active.filter { codes.contains(Self.cases[$0].code) }
    }
}

/// Contexts by 2026.2, each made once.
private struct ContextShelf {
    private var known: [Set<Int>: MatchingContext] = [:]

    mutating func context(of history: PairHistory) -> MatchingContext {
        if let context = known[history.contextual] { return context }
        let context = history.city.context(by: .version2026b)
        known[history.contextual] = context
        return context
    }
}

extension MatchingContext {
    /// What is said of the first line, without the words.
    fileprivate func judgement(of city: SampleCity, _ texts: TextEvidence) -> Judgement {
        let line = AskedLine(city.need.items[0], of: AskingSide(city.need, in: tables), in: tables)
        let giving = GivingSide(city.offer, in: tables)
        return Pair(tables: tables, line: line, giving: giving, texts: TextFinding(texts)).judged()
    }
}

extension Findings {
    /// The gates that fail.
    fileprivate var failed: Set<Gate.Code> {
        Set(Self.codes.indices.filter { state(at: $0) == .fails }.map { Self.codes[$0] })
    }
}

extension SampleCity {
    /// What matching looks at under these rules.
    fileprivate func context(by rules: MatchingRules) -> MatchingContext {
        let organizations = [carrier, supplier, host]
        return MatchingContext(
            rules: rules, asOf: asOf, tree: AreaTree(areas), taxonomy: Taxonomy(terms),
            organizations: Dictionary(
                organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            introductions: introductions, indicators: indicators, indicatorValues: indicatorValues)
    }
}
