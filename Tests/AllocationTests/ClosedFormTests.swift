import Allocation
import AllocationCases
import Testing

/// The vectors of the closed-form distributions, and what must hold beyond them.
@Suite struct ClosedFormTests {
    typealias Weighted = WeightedSharing.Claim

    private func weighted(_ budget: Int64, _ claims: [Weighted], cap: Int64 = .max) -> WeightedSharing {
        WeightedSharing(of: budget, among: claims, step: 100, cap: cap)
    }

    @Test func `equal weights share equally and the odd step goes to the first`() {
        let claims = [400_000, 600_000, 800_000].map { Weighted(open: $0, weight: 100) }
        #expect(weighted(1_000_000, claims).amounts == [333_400, 333_300, 333_300])
    }

    @Test func `whoever is full leaves its rest to the others by weight`() {
        let claims = [
            Weighted(open: 200_000, weight: 100), Weighted(open: 600_000, weight: 100),
            Weighted(open: 800_000, weight: 200),
        ]
        #expect(weighted(1_000_000, claims).amounts == [200_000, 266_700, 533_300])
    }

    @Test func `a share below its minimum is dropped and the rest shared again`() {
        let claims = [
            Weighted(open: 400_000, least: 350_000, weight: 100),
            Weighted(open: 600_000, least: 350_000, weight: 100), Weighted(open: 800_000, weight: 100),
        ]
        let sharing = weighted(1_000_000, claims)
        #expect(sharing.amounts == [400_000, 0, 600_000])
        #expect(sharing.dropped.map(\.claim) == [1] && sharing.dropped.map(\.wouldGet) == [333_300])
        #expect(sharing.rest == 0)
    }

    @Test func `what nobody can take is left`() {
        let sharing = weighted(1_000_000, [300_000, 300_000].map { Weighted(open: $0, weight: 100) })
        #expect(sharing.amounts == [300_000, 300_000])
        #expect(sharing.rest == 400_000)
    }

    @Test func `no line is above the cap`() {
        let claims = [Weighted(open: 900_000, weight: 300), Weighted(open: 900_000, weight: 100)]
        #expect(weighted(1_000_000, claims, cap: 500_000).amounts == [500_000, 500_000])
    }

    @Test func `gaps are filled in proportion`() {
        let amounts = ProportionalSharing.amounts(of: 500_000, among: [300_000, 600_000, 100_000], step: 100)
        #expect(amounts == [150_000, 300_000, 50_000])
    }

    @Test func `gaps are filled whole when there is enough`() {
        #expect(ProportionalSharing.amounts(of: 1_000, among: [333, 250], step: 100) == [333, 250])
    }

    @Test func `the least funded goals are raised to one ratio`() {
        let goals: [(Int64, Int64)] = [(900_000, 1_000_000), (200_000, 800_000), (100_000, 500_000)]
        let amounts = RatioSharing.amounts(of: 300_000, among: goals.map { .init(wanted: $0.1, has: $0.0) })
        #expect(amounts == [0, 169_231, 130_769])
    }

    @Test func `the last unit goes to the largest fraction`() {
        let goals = [RatioSharing.Goal(wanted: 100_000, has: 0), .init(wanted: 200_000, has: 0)]
        #expect(RatioSharing.amounts(of: 100_001, among: goals) == [33_334, 66_667])
    }

    @Test func `goals are met and not exceeded when there is enough`() {
        let goals = [RatioSharing.Goal(wanted: 100, has: 150), .init(wanted: 200, has: 50)]
        #expect(RatioSharing.amounts(of: 1_000, among: goals) == [0, 150])
    }

    @Test func `concentration is the sum of squared shares`() {
        #expect(Concentration.of([500_000, 300_000, 200_000]) == 3_800)
        #expect(Concentration.of([7]) == 10_000)
        #expect(Concentration.of([]) == 0)
    }

    @Test func `the largest amounts do not overflow`() {
        let most = Instance.mostAmount
        let claims = (0..<1_000).map { _ in Weighted(open: most, weight: 1_000_000) }
        #expect(WeightedSharing(of: most, among: claims, step: 1, cap: most).amounts.reduce(0, +) == most)
        let goals = (0..<1_000).map { _ in RatioSharing.Goal(wanted: most, has: most - 1_000_000_007) }
        #expect(RatioSharing.amounts(of: most, among: goals).reduce(0, +) == most)
        #expect(Concentration.of(Array(repeating: most, count: 10_000)) == 1)
    }

    @Test(arguments: 1...40) func `no sharing gives more than there is or can be taken`(seed: UInt64) {
        var dice = Dice(seed: seed)
        let open = (0..<dice.roll(1...8)).map { _ in Int64(dice.roll(1...5_000)) }
        let (budget, step) = (Int64(dice.roll(0...12_000)), Int64([1, 10, 100][dice.roll(0...2)]))
        let claims = open.map { Weighted(open: $0, least: $0 / 2, weight: Int64(dice.roll(1...200))) }
        let sharing = WeightedSharing(of: budget, among: claims, step: step, cap: budget)
        let amounts = ProportionalSharing.amounts(of: budget, among: open, step: step)
        #expect(sharing.amounts.reduce(0, +) + sharing.rest == budget && sharing.rest >= 0)
        #expect(amounts.reduce(0, +) <= budget)
        for index in open.indices {
            #expect(amounts[index] <= open[index] && sharing.amounts[index] <= open[index])
            #expect(sharing.amounts[index] == 0 || sharing.amounts[index] >= claims[index].least)
        }
    }
}
