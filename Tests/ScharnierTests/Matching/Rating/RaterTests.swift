import Testing
import TextRank

@testable import Scharnier

@Suite struct RaterTests {
    private let rater: Rater
    private let today: Int32 = 20_000

    init() { rater = Rater(.standard, day: 20_000) }

    private func need(_ change: (inout AskedProfile) -> Void = { _ in }) -> AskedProfile {
        var need = AskedProfile()
        need.topics = CodeMask(codes: 0b1)
        need.targetGroups = CodeMask(codes: 0b1)
        need.areas = AreaNumbers([3])
        need.open = 100_000
        change(&need)
        return need
    }

    private func offer(_ change: (inout GivenProfile) -> Void = { _ in }) -> GivenProfile {
        var offer = GivenProfile()
        offer.topics = CodeMask(codes: 0b1)
        offer.targetGroups = CodeMask(codes: 0b1)
        offer.areas = AreaSet([3])
        offer.districtAreas = AreaSet([3, 4])
        (offer.minimum, offer.maximum, offer.isMoney) = (50_000, 200_000, true)
        change(&offer)
        return offer
    }

    private func factor(
        _ code: Factor.Code, _ need: AskedProfile, _ offer: GivenProfile, _ texts: TextEvidence = .init()
    ) -> Factor? {
        rater.rating(of: need, with: offer, texts).factors.first { $0.code == code }
    }

    @Test func `a need of which nothing is stated takes little room`() {
        let need = AskedProfile()
        #expect(need.position == nil && need.open == nil && need.deadline == nil && need.deprivation == nil)
        #expect(need.firstPublished == nil && need.review == nil && need.areas.isEmpty)
        #expect(MemoryLayout<AskedProfile>.stride == 64)
    }

    @Test func `what fits in everything has a hundred points`() {
        let rating = rater.rating(of: need(), with: offer(), TextEvidence(text: 10_000, trackRecord: 10_000))
        #expect(rating.fit == 10_000 && rating.score == 10_000 && rating.policy == 0)
        #expect(rating.factors.map(\.code) == Factor.Code.allCases)
        #expect(rating.factors.map(\.points) == [2_800, 2_700, 1_500, 1_000, 1_000, 1_000])
    }

    @Test(
        arguments: [
            (0b1, 0b1, 10_000), (0b11, 0b11, 10_000), (0b111, 0b111, 10_000), (0b11111, 0b11111, 10_000),
            (0b1, 0b11, 7_071), (0b11, 0b110, 5_000), (0b1, 0b11111, 4_472), (0b1, 0b10, 0),
        ] as [(UInt32, UInt32, Int)])
    func `shared topics count by how many there are`(_ one: UInt32, _ other: UInt32, _ value: Int) {
        let asked = need { $0.topics = CodeMask(codes: one) }
        let given = offer { $0.topics = CodeMask(codes: other) }
        #expect(factor(.theme, asked, given)?.value == value)
        let back = need { $0.topics = CodeMask(codes: other) }
        #expect(factor(.theme, back, offer { $0.topics = CodeMask(codes: one) })?.value == value)
    }

    @Test func `a topic and the one above it are half a hit, from both sides`() {
        let child = CodeMask(codes: 0b10, relatives: 0b1)
        let parent = CodeMask(codes: 0b1, relatives: 0b110)
        #expect(factor(.theme, need { $0.topics = child }, offer { $0.topics = parent })?.value == 5_000)
        #expect(factor(.theme, need { $0.topics = parent }, offer { $0.topics = child })?.value == 5_000)
        let children = CodeMask(codes: 0b110, relatives: 0b1)
        #expect(parent.halfHits(with: children) == children.halfHits(with: parent))
    }

    @Test func `an open offer counts half for every need, silence three tenths`() {
        for code in [Factor.Code.theme, .targetGroup, .area, .amount] {
            let openOffer = offer {
                ($0.topics, $0.targetGroups, $0.areas) = (.none, .none, AreaSet())
                ($0.minimum, $0.maximum) = (nil, nil)
            }
            let silent = need { ($0.topics, $0.targetGroups, $0.areas) = (.none, .none, .none) }
            let open = factor(code, need(), openOffer)
            #expect(open?.value == 5_000 && open?.source == .open && open?.improvement == 0)
            var quiet = silent
            quiet.open = nil
            let unknown = factor(code, quiet, offer())
            #expect(unknown?.value == 3_000 && unknown?.source == .unknown)
            #expect(unknown?.improvement == (unknown?.weight ?? 0) * 7 / 10)
        }
    }

    @Test func `a topic that was only read from the text counts half`() {
        let texts = TextEvidence(text: 0, inferredTopics: CodeMask(codes: 0b1))
        let found = factor(.theme, need { $0.topics = .none }, offer(), texts)
        #expect(found?.value == 5_000 && found?.source == .inferred)
        #expect(factor(.theme, need(), offer(), texts)?.source == .declared)
    }

    @Test func `skills count where people work, and there alone`() {
        let asked = need { $0.skills = 0b11 }
        let work = offer { ($0.isWork, $0.skills) = (true, 0b01) }
        // One group and one skill of three and two.
        #expect(factor(.targetGroup, asked, work)?.value == 8_165)
        #expect(factor(.targetGroup, asked, offer { $0.skills = 0b01 })?.value == 10_000)
    }

    @Test func `areas count by how near they are`() {
        #expect(factor(.area, need(), offer())?.value == 10_000)
        #expect(factor(.area, need { $0.areas = AreaNumbers([4]) }, offer())?.value == 6_000)
        #expect(factor(.area, need { $0.areas = AreaNumbers([9, 3]) }, offer())?.value == 10_000)
        #expect(factor(.area, need { $0.isCityWide = true }, offer())?.value == 6_000)
        let far = need { $0.areas = AreaNumbers([9]) }
        #expect(factor(.area, far, offer())?.value == 0)
        for (east, value) in [(0, 6_000), (500, 3_000), (1_000, 0), (1_500, 0)] as [(Int16, Int)] {
            var placed = far
            placed.position = MapPosition(east: east, north: 0)
            let given = offer { $0.position = MapPosition(east: 0, north: 0) }
            #expect(factor(.area, placed, given)?.value == value)
        }
        #expect(
            MapPosition(east: -300, north: 400).distance(to: MapPosition(east: 0, north: 0), limit: 900)
                == 500)
        let corner = MapPosition(east: -32_767, north: -32_768)
        #expect(corner.distance(to: MapPosition(east: .max, north: .max), limit: 100_000) == 92_679)
    }

    @Test(
        arguments: [
            (49_999, 0), (50_000, 10_000), (200_000, 10_000), (300_000, 7_500), (400_000, 5_000),
            (599_999, 0),
            (600_000, 0), (1_000_000_000_000, 0),
        ] as [(Int64, Int)])
    func `amounts count by how they lie in the range`(_ open: Int64, _ value: Int) {
        #expect(factor(.amount, need { $0.open = open }, offer())?.value == value)
        let whole = offer { $0.fundsPartly = false }
        #expect(factor(.amount, need { $0.open = open }, whole)?.value == (open > 200_000 ? 0 : value))
    }

    @Test func `of things counts how much is left`() {
        let things = offer { ($0.isMoney, $0.available) = (false, 25_000) }
        #expect(factor(.amount, need(), things)?.value == 2_500)
        #expect(factor(.amount, need { $0.open = 20_000 }, things)?.value == 10_000)
        #expect(factor(.amount, need(), offer { $0.isMoney = false })?.value == 10_000)
        let most = need { $0.open = 1_000_000_000_000 }
        #expect(
            factor(.amount, most, offer { ($0.isMoney, $0.available) = (false, 999_999_999_999) })?.value
                == 9_999)
    }

    private func policy(_ change: (inout AskedProfile) -> Void) -> [PolicyFactor] {
        rater.rating(of: need(change), with: offer(), .init()).policyFactors
    }

    @Test(
        arguments: [
            (61, 0), (60, 0), (59, 11), (30, 340), (8, 589), (7, 600), (0, 600), (-3, 600),
        ] as [(Int32, Int)])
    func `urgency grows from sixty days before the deadline to seven`(_ days: Int32, _ points: Int) {
        let found = policy { $0.deadline = today + days }
        #expect(found.first { $0.code == .urgency }?.points ?? 0 == points)
    }

    @Test func `acute without a deadline counts only if somebody else confirms it`() {
        #expect(policy { $0.isConfirmedAcute = true } == [PolicyFactor(.urgency, points: 300)])
        #expect(policy { _ in }.isEmpty)
    }

    @Test func `burden counts from the middle on`() {
        for (percentile, points) in [(5_000, 0), (7_500, 300), (8_417, 410), (10_000, 600)] as [(UInt16, Int)]
        {
            #expect(policy { $0.deprivation = percentile }.first?.points ?? 0 == points)
        }
    }

    @Test func `waiting and being new count from the first publication`() {
        for (days, points) in [(0, 100), (13, 100), (14, 0), (30, 0), (105, 150), (180, 300), (999, 300)]
            as [(Int32, Int)]
        {
            #expect(policy { $0.firstPublished = today - days }.first?.points ?? 0 == points)
        }
        #expect(policy { ($0.firstPublished, $0.isAgreed) = (today - 180, true) }.isEmpty)
    }

    @Test func `what nobody confirms sinks by a point every fourteen days, five at most`() {
        for (days, points) in [(-5, 0), (13, 0), (14, -100), (69, -400), (70, -500), (700, -500)]
            as [(Int32, Int)]
        {
            #expect(policy { $0.review = today - days }.first?.points ?? 0 == points)
        }
    }

    @Test func `every sum is exact, and stays in its bounds`() throws {
        var numbers = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let asked = need {
                $0.topics = CodeMask(codes: .random(in: 0..<32, using: &numbers))
                $0.targetGroups = CodeMask(codes: .random(in: 0..<32, using: &numbers))
                $0.open = .random(in: 0...1_000_000, using: &numbers)
                $0.deadline = today + .random(in: -10...80, using: &numbers)
                $0.deprivation = .random(in: 0...10_000, using: &numbers)
                $0.firstPublished = today - .random(in: 0...400, using: &numbers)
                $0.review = today - .random(in: -20...100, using: &numbers)
            }
            let texts = TextEvidence(
                text: .random(in: 0...10_000, using: &numbers),
                trackRecord: .random(in: 0...10_000, using: &numbers))
            let rating = rater.rating(of: asked, with: offer(), texts)
            #expect(
                rating.score == rating.factors.map(\.points).reduce(0, +)
                    + rating.policyFactors.map(\.points).reduce(0, +))
            #expect(0...10_000 ~= rating.fit && -1_500...1_500 ~= rating.policy)
        }
    }

    @Test func `text and track record never lower the fit`() {
        var last = -1
        for value in stride(from: 0, through: 10_000, by: 7) {
            let fit = rater.rating(of: need(), with: offer(), TextEvidence(text: value, trackRecord: value))
                .fit
            #expect(fit >= last)
            last = fit
        }
    }

    @Test func `text is bounded, and half of it is reached at the constant`() throws {
        let weights = WeightSet.standard
        #expect(weights.stemValue(of: 0) == 0)
        #expect(weights.stemValue(of: 10 * Relevance.unit) == 5_000)
        #expect(weights.stemValue(of: 100_000 * Relevance.unit) == 9_999)
        #expect(weights.textValue(of: Relevance(sum: 0, cosine: 0)) == 0)
        #expect(weights.textValue(of: Relevance(sum: 10 * Relevance.unit, cosine: 2_500)) == 5_000)
        #expect(weights.textValue(of: Relevance(sum: 0, cosine: 5_000)) == 8_000)
        #expect(weights.textValue(of: Relevance(sum: .max, cosine: 10_000)) <= 10_000)
    }

    @Test func `the track record is the mean of the three best, less the older they are`() {
        #expect(WeightSet.trackRecord([]) == 0)
        #expect(WeightSet.trackRecord([(9_000, 0)]) == 9_000)
        #expect(WeightSet.trackRecord([(9_000, 12), (3_000, 0), (1_500, 0), (600, 0)]) == 3_000)
        #expect(WeightSet.trackRecord([(9_000, 24), (9_000, 99)]) == 0)
        #expect(WeightSet.trackRecord([(9_000, -1)]) == 9_000)
    }

    @Test func `every factor has words in both languages`() {
        for code in Factor.Code.allCases {
            for source in [Factor.Source.declared, .inferred, .open, .unknown, .text, .accepted] {
                for value in [0, 3_000, 10_000] {
                    let words = Factor(code, weight: 100, value: value, source: source).text(evidence: [
                        Wording("A", "B")
                    ])
                    #expect(words.de.hasSuffix(".") && words.en.hasSuffix(".") && words.de != words.en)
                }
            }
        }
        for code in PolicyFactor.Code.allCases {
            for (points, days) in [(0, nil), (100, nil), (0, 70), (300, 1), (600, 0), (600, -3)]
                as [(Int, Int?)]
            {
                let words = PolicyFactor(code, points: points).text(days: days)
                #expect(words.de.hasSuffix(".") && words.en.hasSuffix(".") && words.de != words.en)
            }
        }
    }
}
