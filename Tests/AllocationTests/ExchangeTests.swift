import AllocationCases
import Testing

@testable import Allocation

/// Steps of the local search: strictly better or taken back, and always within what there is.
@Suite struct ExchangeTests {
    /// A draft of what the relaxation says, as far as it keeps the rules.
    private func draft(_ seed: UInt64) -> Draft {
        let instance = SmallInstances.instance(seed: seed, hard: true, limited: seed % 3 == 0)
        let reach = Reach(instance)
        let layout = Layout(instance, reach, spanning: .split)
        let none = instance.groupFloors.map { _ in Int64(0) }
        let solution = Relaxation(instance, layout).solution(
            over: layout.usableEdges, .init(groups: none))
        return Draft(instance, reach, keeping: solution.amounts)
    }

    @Test(arguments: 1...200) func `moving money never lowers the worth`(seed: UInt64) {
        let draft = draft(seed)
        var exchange = Exchange(draft, floors: draft.groupSums.map { _ in 0 })
        exchange.raiseWorth()
        #expect(exchange.draft.worth >= draft.worth)
        #expect(isSound(exchange.draft))
    }

    @Test(arguments: 1...200) func `raising groups presses no group below the lowest rung`(seed: UInt64) {
        let draft = draft(seed)
        let floors = draft.groupSums.indices.map {
            $0 == 0 ? draft.groupSums[0] + 2 : draft.groupSums[$0] / 2
        }
        var exchange = Exchange(draft, floors: floors)
        exchange.raiseGroups()
        for group in floors.indices.dropFirst() {
            #expect(exchange.draft.groupSums[group] >= floors[group] / 2)
        }
        #expect(exchange.draft.groupSums[0] >= draft.groupSums[0])
        #expect(isSound(exchange.draft))
    }

    /// Whether nothing is overdrawn and every claim has enough or nothing.
    private func isSound(_ draft: Draft) -> Bool {
        let claims = draft.instance.claims.indices
        return draft.fundLeft.allSatisfy { $0 >= 0 } && draft.ownerLeft.allSatisfy { $0 >= 0 }
            && claims.allSatisfy {
                draft.claimSums[$0] == 0 || draft.claimSums[$0] >= draft.instance.claims[$0].leastUseful
            }
            && claims.allSatisfy { draft.lineCounts[$0] <= draft.instance.mostFunds }
            && draft.amounts.indices.allSatisfy {
                draft.amounts[$0] == 0 || draft.amounts[$0] >= draft.least(on: $0)
            }
    }
}
