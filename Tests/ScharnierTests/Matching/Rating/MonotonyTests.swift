import Testing

@testable import Scharnier

/// A better fit never costs points: changes that nobody would call worse, on ten thousand pairs.
@Suite struct MonotonyTests {
    private static let day: Int32 = 20_000
    private static let pairs = 10_000

    /// A pair and what its texts say.
    struct Situation {
        var need: AskedProfile
        var offer: GivenProfile
        var texts: TextEvidence

        init(_ numbers: inout SeededGenerator) {
            need = RandomProfiles.need(&numbers)
            offer = RandomProfiles.offer(&numbers)
            texts = TextEvidence(
                text: .random(in: 0...10_000, using: &numbers),
                trackRecord: .random(in: 0...10_000, using: &numbers))
        }
    }

    /// A change for the better; nil where the situation has no room for it.
    struct Betterment: Sendable, CustomTestStringConvertible {
        let name: String
        let change: @Sendable (Situation, inout SeededGenerator) -> Situation?

        init(
            _ name: String, _ change: @escaping @Sendable (inout Situation, inout SeededGenerator) -> Bool
        ) {
            self.name = name
            self.change = { situation, numbers in
                var better = situation
                return change(&better, &numbers) ? better : nil
            }
        }

        var testDescription: String { name }
    }

    static let betterments = [
        Betterment("texts are more alike") { situation, numbers in
            situation.texts.text = .random(in: situation.texts.text...10_000, using: &numbers)
            return true
        },
        Betterment("the giver agreed to more like it") { situation, numbers in
            let now = situation.texts.trackRecord
            situation.texts.trackRecord = .random(in: now...10_000, using: &numbers)
            return true
        },
        Betterment("one more topic that both name") { situation, _ in
            situation.need.topics.share(one: situation.offer.topics)
        },
        Betterment("a topic that both name instead of one that only the need names") { situation, _ in
            situation.need.topics.trade(one: situation.offer.topics)
        },
        Betterment("one more target group that both name") { situation, _ in
            situation.need.targetGroups.share(one: situation.offer.targetGroups)
        },
        Betterment("a target group that both name instead of one that only the need names") { situation, _ in
            situation.need.targetGroups.trade(one: situation.offer.targetGroups)
        },
        Betterment("a skill that both name") { situation, _ in
            let missing = situation.offer.skills & ~situation.need.skills
            situation.need.skills |= missing & (~missing &+ 1)
            return missing != 0 && situation.offer.isWork
        },
        Betterment("an area that the offer names") { situation, numbers in
            situation.need.areas = AreaNumbers([Bool.random(using: &numbers) ? 1 : 2])
            return true
        },
        Betterment("the same district") { situation, _ in
            guard !situation.need.areas.isEmpty, !situation.need.areas.intersects(situation.offer.areas)
            else { return false }
            situation.need.areas = AreaNumbers([3])
            return true
        },
        Betterment("half the way") { situation, _ in
            guard let place = situation.need.position else { return false }
            situation.need.position = MapPosition(east: place.east / 2, north: place.north / 2)
            return true
        },
        Betterment("an amount within the range") { situation, numbers in
            guard situation.offer.isMoney, let least = situation.offer.minimum,
                let most = situation.offer.maximum
            else { return false }
            situation.need.open = .random(in: least...most, using: &numbers)
            return true
        },
        Betterment("an amount that is less too large") { situation, numbers in
            guard situation.offer.isMoney, let open = situation.need.open,
                let most = situation.offer.maximum, open > most
            else { return false }
            situation.need.open = .random(in: most...open, using: &numbers)
            return true
        },
        Betterment("more is left") { situation, numbers in
            situation.offer.available = .random(in: 50_000...1_000_000, using: &numbers)
            return !situation.offer.isMoney
        },
        Betterment("the deadline is nearer") { situation, numbers in
            guard let deadline = situation.need.deadline else { return false }
            situation.need.deadline = .random(in: day...deadline, using: &numbers)
            return true
        },
        Betterment("the areas are more burdened") { situation, numbers in
            situation.need.deprivation = .random(
                in: (situation.need.deprivation ?? 0)...10_000, using: &numbers)
            return true
        },
        Betterment("it has waited longer") { situation, numbers in
            // What is new has a point of its own, for fourteen days.
            guard let first = situation.need.firstPublished, day - first >= 14 else { return false }
            situation.need.firstPublished = first - .random(in: 0...200, using: &numbers)
            return true
        },
        Betterment("it was confirmed for longer") { situation, numbers in
            situation.need.review = situation.need.review.map { $0 + .random(in: 0...90, using: &numbers) }
            return true
        },
    ]

    @Test(arguments: betterments) func `no factor, no rule and no score falls`(_ betterment: Betterment) {
        let rater = Rater(.standard, day: Self.day)
        var numbers = SeededGenerator(seed: 31)
        var (tried, raised) = (0, 0)
        for pair in 0..<Self.pairs {
            let situation = Situation(&numbers)
            guard let better = betterment.change(situation, &numbers) else { continue }
            let before = rater.rating(of: situation.need, with: situation.offer, situation.texts)
            let after = rater.rating(of: better.need, with: better.offer, better.texts)
            #expect(after.score >= before.score && after.policy >= before.policy, "pair \(pair)")
            for (old, new) in zip(before.factors, after.factors) {
                #expect(new.points >= old.points, "pair \(pair): \(old) to \(new)")
            }
            (tried, raised) = (tried + 1, raised + (after.score > before.score ? 1 : 0))
        }
        #expect(tried > Self.pairs / 50 && raised > tried / 50, "\(raised) of \(tried) gained")
    }
}

extension CodeMask {
    /// Names one more code that `other` names; false if there is none.
    fileprivate mutating func share(one other: CodeMask) -> Bool {
        let missing = other.codes & ~codes
        guard missing != 0 else { return false }
        self = CodeMask(codes: codes | missing & (~missing &+ 1), relatives: relatives)
        return true
    }

    /// Names a code that `other` names in place of one that it does not.
    fileprivate mutating func trade(one other: CodeMask) -> Bool {
        let (missing, lonely) = (other.codes & ~codes, codes & ~other.codes)
        guard missing != 0, lonely != 0 else { return false }
        let kept = codes & ~(lonely & (~lonely &+ 1))
        self = CodeMask(codes: kept | missing & (~missing &+ 1), relatives: relatives)
        return true
    }
}
