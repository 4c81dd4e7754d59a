import Scharnier
import Testing

@Suite struct ReconciliationTests {
    /// One member in all its states: what was sent and kept last, what is there, what comes in.
    private func plan(_ sent: UInt64?, _ kept: UInt64?, is current: UInt64, gets incoming: UInt64)
        -> Reconciliation
    {
        let last = sent.flatMap { sent in kept.map { [MemberPrint("title", sent: sent, kept: $0)] } } ?? []
        return Reconciliation(
            current: [Print("title", current)], incoming: [Print("title", incoming)], last: last)
    }

    @Test func `what nobody edited follows the source`() {
        #expect(plan(1, 1, is: 1, gets: 2).taken == ["title"])
        #expect(plan(1, 1, is: 1, gets: 2).conflicts == [])
    }

    @Test func `what was sent before and is sent again changes nothing`() {
        let same = plan(1, 1, is: 1, gets: 1)
        #expect(same.taken.isEmpty && same.conflicts.isEmpty)
    }

    @Test func `what a rule has completed counts neither as edited nor as new`() {
        let completed = plan(1, 5, is: 5, gets: 1)
        #expect(completed.taken.isEmpty && completed.conflicts.isEmpty)
    }

    @Test func `what was edited here stays, and is a conflict as long as the source says something else`() {
        for incoming: UInt64 in [1, 2] {
            let kept = plan(1, 1, is: 9, gets: incoming)
            #expect(kept.taken.isEmpty)
            #expect(kept.conflicts == ["title"])
        }
    }

    @Test func `an edit that the source has followed is none any more`() {
        let agreed = plan(1, 1, is: 9, gets: 9)
        #expect(agreed.taken.isEmpty && agreed.conflicts.isEmpty)
        #expect(agreed.members(after: [Print("title", 9)]) == [MemberPrint("title", sent: 9, kept: 9)])
    }

    @Test func `an edit stays one however often the source speaks`() {
        var last = [MemberPrint("title", sent: 1, kept: 1)]
        for incoming: UInt64 in [1, 2, 2, 3] {
            let plan = Reconciliation(
                current: [Print("title", 9)], incoming: [Print("title", incoming)], last: last)
            #expect(plan.taken.isEmpty && plan.conflicts == ["title"])
            last = plan.members(after: [Print("title", 9)])
        }
        #expect(last == [MemberPrint("title", sent: 3, kept: 1)])
    }

    @Test func `a member that was never sent follows the source`() {
        #expect(plan(nil, nil, is: 9, gets: 2).taken == ["title"])
        #expect(plan(nil, nil, is: 2, gets: 2).taken.isEmpty)
    }

    @Test func `what is kept of a member is what the record then holds`() {
        let plan = plan(1, 1, is: 1, gets: 2)
        #expect(plan.members(after: [Print("title", 7)]) == [MemberPrint("title", sent: 2, kept: 7)])
    }

    /// All histories of three steps over three values, against a model that keeps the values themselves.
    @Test func `every short history agrees with one that remembers values`() {
        for code in 0..<729 {
            let steps = (0..<3).map {
                (UInt64(code / Self.power($0)) % 3, UInt64(code / Self.power($0) / 3) % 3)
            }
            var (value, isEdited, base) = (steps[0].0, false, steps[0].0)
            var last = [MemberPrint("m", sent: value, kept: value)]
            for (edit, incoming) in steps {
                if edit != 0 { value = edit + 10 }
                isEdited = value != base
                let plan = Reconciliation(
                    current: [Print("m", value)], incoming: [Print("m", incoming)], last: last)
                #expect(plan.conflicts.isEmpty == (!isEdited || incoming == value))
                if !plan.taken.isEmpty { value = incoming }
                if isEdited && incoming != value { #expect(plan.taken.isEmpty) } else { base = value }
                last = plan.members(after: [Print("m", value)])
                if !isEdited { #expect(value == incoming) }
            }
        }
    }

    private static func power(_ step: Int) -> Int { [1, 9, 81][step] }
}
