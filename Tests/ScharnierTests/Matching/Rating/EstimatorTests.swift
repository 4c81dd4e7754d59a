import Testing
import TextRank

@testable import Scharnier

@Suite struct EstimatorTests {
    private let rater: Rater

    init() { rater = Rater(.standard, day: 20_000) }

    @Test func `an estimate is the score with stems for text, whatever is left out is below the threshold`() {
        var numbers = SeededGenerator(seed: 21)
        for _ in 0..<60 {
            let offer = RandomProfiles.offer(&numbers)
            let needs = (0..<70).map { _ in RandomProfiles.need(&numbers) }
            let sums = needs.map { _ in
                UInt32.random(in: 0..<900_000, using: &numbers) / 3 * .random(in: 0...1, using: &numbers)
            }
            let threshold = Int32.random(in: -500...6_000, using: &numbers)
            var estimator = NeedEstimator(rater, for: offer)
            var estimates = [Int32](repeating: .min, count: 64)
            let records = needs.map { AskedRecord($0) }
            let columns = AskedColumns(records)
            estimator.begin(columns)
            estimator.estimate(records, columns, 3..<67, sums, atLeast: threshold, into: &estimates)
            for place in 3..<67 {
                // Estimates know the sum in quarters.
                let text = rater.weights.stemValue(of: sums[place] & ~0xFFF)
                let score = rater.score(of: needs[place], with: offer, text: text)
                let isPossible = needs[place].kinds & offer.kinds != 0
                let found = estimates[place - 3]
                #expect(found == Int32(score) || found == .min && (!isPossible || score < threshold))
                #expect(isPossible || found == .min)
            }
        }
    }

    @Test func `a need that gains all by area, amount and the rules is not left out too early`() {
        var need = AskedProfile()
        (need.kinds, need.topics, need.targetGroups) = (1, CodeMask(codes: 2), CodeMask(codes: 2))
        (need.areas, need.open, need.deadline) = (AreaNumbers([1]), 20_000, 20_001)
        (need.deprivation, need.firstPublished) = (10_000, 19_000)
        var offer = GivenProfile()
        (offer.kinds, offer.topics, offer.targetGroups) = (1, CodeMask(codes: 1), CodeMask(codes: 1))
        (offer.areas, offer.isMoney, offer.maximum) = (AreaSet([1]), true, 20_000)
        let score = rater.score(of: need, with: offer, text: 0)
        #expect(score == 3_500)
        var estimates = [Int32.min]
        var estimator = NeedEstimator(rater, for: offer)
        let records = [AskedRecord(need)]
        estimator.begin(AskedColumns(records))
        estimator.estimate(
            records, AskedColumns(records), 0..<1, [0], atLeast: 3_500, into: &estimates)
        #expect(estimates == [3_500])
    }

    @Test func `what could move a need is never less than what does, on any day`() {
        var numbers = SeededGenerator(seed: 25)
        for _ in 0..<2_000 {
            var need = RandomProfiles.need(&numbers)
            need.isConfirmedAcute = .random(using: &numbers)
            if Bool.random(using: &numbers) { need.firstPublished = nil }
            if Bool.random(using: &numbers) { need.deprivation = nil }
            let drive = AskedColumns.Drive(rawValue: AskedColumns.Drive(need).rawValue)
            let later = Rater(.standard, day: 20_000 + .random(in: -100...300, using: &numbers))
            #expect(drive.mostPoints(later) >= later.movement(of: need))
        }
    }

    @Test func `a need of several lines is estimated by the best that the offer could serve`() {
        var numbers = SeededGenerator(seed: 24)
        for _ in 0..<200 {
            let offer = RandomProfiles.offer(&numbers)
            let needs = (0..<20).compactMap { _ in
                AskedRecord(
                    (0..<Int.random(in: 1...3, using: &numbers)).map { _ in RandomProfiles.need(&numbers) })
            }
            var estimates = [Int32](repeating: .min, count: needs.count)
            var estimator = NeedEstimator(rater, for: offer)
            let columns = AskedColumns(needs)
            estimator.begin(columns)
            estimator.estimate(
                needs, columns, 0..<needs.count, [UInt32](repeating: 0, count: needs.count),
                atLeast: .min + 1_000_000, into: &estimates)
            for (place, need) in needs.enumerated() {
                let best = need.mostPoints(rater, with: offer, text: TextEvidence())
                #expect(estimates[place] == best.map(Int32.init) ?? .min)
            }
        }
    }

    @Test func `offers are estimated as needs are`() {
        var numbers = SeededGenerator(seed: 22)
        let offers = (0..<200).map { _ in RandomProfiles.offer(&numbers) }
        for _ in 0..<20 {
            let need = RandomProfiles.need(&numbers)
            var estimates = [Int32](repeating: .min, count: 200)
            let sums = [UInt32](repeating: 69_632, count: 200)
            var estimator = OfferEstimator(rater, for: need)
            estimator.estimate(
                offers, NoColumns(), 0..<200, sums, atLeast: .min, into: &estimates)
            for (place, offer) in offers.enumerated() {
                var back = [Int32.min]
                var other = NeedEstimator(rater, for: offer)
                let records = [AskedRecord(need)]
                other.begin(AskedColumns(records))
                other.estimate(
                    records, AskedColumns(records), 0..<1, [69_632], atLeast: .min + 1_000_000, into: &back)
                #expect(back[0] == estimates[place])
            }
        }
    }

    @Test func `the parts of a rating are its score`() {
        var numbers = SeededGenerator(seed: 23)
        for _ in 0..<500 {
            let (need, offer) = (RandomProfiles.need(&numbers), RandomProfiles.offer(&numbers))
            let rating = rater.rating(of: need, with: offer, TextEvidence(text: 4_321))
            #expect(rating.score == rater.score(of: need, with: offer, text: 4_321))
        }
    }
}
