import Testing

@testable import Scharnier

/// When one can apply, what a programme may say, and who sees it (domain.md §4.6, §5.7; F-73).
@Suite struct ProgrammeTests {
    /// domain.md §5.7.
    static let table = """
        draft, suspended | publish | published | owner
        published | suspend | suspended | owner
        published, suspended | close | closed | owner
        """

    @Test func `the machine has every row and nothing else`() throws {
        try MachineTable(Self.table).expect(Programme.machine)
    }

    @Test func `nobody but the giver itself decides, not even the city`() {
        let programme = Programme.example()
        #expect(programme.actors(of: Party(organization: .giver, role: .foundation)) == [.owner])
        for party in Party.strangers + Party.outsiders + [.cityAdmin, .cityReader] {
            #expect(programme.actors(of: party).isEmpty, "\(party.role)")
        }
    }

    @Test func `a draft is one's own, what is published is everyone's, the rest is history`() {
        let everyone = Party.outsiders + Party.strangers + [.cityReader]
        #expect(everyone.allSatisfy { Programme.example(.published).audience.includes($0) })
        for status in [Programme.Status.draft, .suspended, .closed] {
            let audience = Programme.example(status).audience
            #expect((Party.outsiders + Party.strangers).allSatisfy { !audience.includes($0) })
            #expect(audience.includes(Party(organization: .giver, role: .foundation)))
            #expect(audience.includes(.cityAdmin))
            #expect(audience.includes(.cityReader) == (status != .draft))
        }
    }

    @Test(arguments: [
        ("2026-10-31", false), ("2026-11-01", true), ("2026-12-31", true), ("2027-01-01", false),
    ])
    func `a call is open from its first day to its last`(day: String, isOpen: Bool) throws {
        let call = try #require(Programme.Call("2026-11-01", "2026-12-31"))
        let programme = Programme.example(calls: [call])
        #expect(programme.isOpen(on: try #require(Day(day))) == isOpen)
    }

    @Test(arguments: [
        ("2025-12-31", false), ("2026-01-01", true), ("2026-12-31", true), ("2027-01-01", false),
    ])
    func `without calls one can apply while a rolling policy holds`(day: String, isOpen: Bool) throws {
        var policy = Programme.Policy.example()
        let day = try #require(Day(day))
        #expect(!Programme.example(policy: policy).isOpen(on: day))
        policy.isRolling = true
        #expect(Programme.example(policy: policy).isOpen(on: day) == isOpen)
        #expect(!Programme.example(policy: nil).isOpen(on: day))
    }

    @Test(arguments: [
        ("2026.1", "2026.2", true), ("2026.9", "2026.10", true), ("2026.10", "2027.1", true),
        ("2026.2", "2026.1", false), ("2026.10", "2026.9", false), ("2027.1", "2026.10", false),
        ("2026.1", "2026.01", false), ("2026.01", "2026.1", false),
    ])
    func `versions go on, compared as numbers`(old: String, new: String, isLater: Bool) {
        var (before, after) = (Programme.Policy.example(), Programme.Policy.example())
        (before.version, after.version) = (old, new)
        #expect(after.supersedes(before) == isLater)
    }

    @Test func `a later version supersedes, the same one only ends`() {
        let old = Programme.Policy.example()
        var ended = old
        ended.validity = DayRange(from: old.validity.from, to: Day("2026-06-01"))
        #expect(ended.supersedes(old) && old.supersedes(old))
        var changed = ended
        changed.mostCents = 1
        #expect(!changed.supersedes(old))
        changed.version = "2026.2"
        #expect(changed.supersedes(old))
        var moved = old
        moved.validity = DayRange(from: Day("2025-01-01"), to: old.validity.to)
        #expect(!moved.supersedes(old))
    }

    @Test func `what a programme gives decides by what kind of resource it is found`() {
        #expect(Programme.AwardKind.giving([.money]) == [.money])
        #expect(Programme.AwardKind.giving([.room, .money]) == [.money, .inKind])
        #expect(Programme.AwardKind.giving([.contacts]).isEmpty)
        #expect(Programme.AwardKind.honour.resources.isEmpty)
    }
}

/// What is wrong with a programme is told by its place.
@Suite struct ProgrammeChecksTests {
    private func faults(_ change: (inout Programme.Content) -> Void) -> [String] {
        var content = Programme.example().content
        change(&content)
        return content.violations().map { "\($0.path) \($0.code.rawValue)" }
    }

    private func policyFaults(_ change: (inout Programme.Policy) -> Void) -> [String] {
        faults { content in
            var policy = Programme.Policy.example()
            change(&policy)
            content.policy = policy
        }
    }

    @Test func `a programme with nothing but its name is sound`() {
        #expect(faults { $0.policy = nil }.isEmpty)
        #expect(faults { _ in }.isEmpty)
    }

    @Test(arguments: [
        "2026", "2026.", ".1", "26.1", "2026.1234", "2026.1.2", "2026.x", "2026.-1", "", "٢٠٢٦.1",
    ])
    func `a version is a year, a dot and a number`(version: String) {
        #expect(policyFaults { $0.version = version } == ["policy/version bad_format"])
    }

    @Test(arguments: ["2026.1", "0000.999", "2026.12"]) func `such versions are sound`(version: String) {
        #expect(policyFaults { $0.version = version }.isEmpty)
    }

    @Test func `a policy says from when on it holds, and does not end before that`() {
        #expect(
            policyFaults { $0.validity = DayRange(from: nil, to: nil) } == ["policy/valid_from_on required"])
        #expect(
            policyFaults { $0.validity = DayRange(from: Day("2026-02-02"), to: Day("2026-02-01")) }
                == ["policy/valid_to_on not_allowed_together"])
        #expect(
            policyFaults { $0.validity = DayRange(from: Day("2026-02-02"), to: Day("2026-02-02")) }.isEmpty)
    }

    @Test func `a confirmation has a day, and only a confirmation has`() {
        #expect(
            policyFaults { $0.verification = .confirmedByFunder } == ["policy/confirmed_on required"])
        #expect(
            policyFaults { $0.confirmedOn = Day("2026-01-01") }
                == ["policy/confirmed_on not_allowed_together"])
        #expect(
            policyFaults {
                $0.verification = .confirmedByFunder
                $0.confirmedOn = Day("2026-01-01")
            }.isEmpty)
    }

    @Test func `amounts and shares have bounds, and the most is not below the least`() {
        #expect(policyFaults { ($0.leastCents, $0.mostCents) = (5, 5) }.isEmpty)
        #expect(
            policyFaults { ($0.leastCents, $0.mostCents) = (6, 5) }
                == ["policy/max_cents not_allowed_together"])
        #expect(policyFaults { $0.leastCents = -1 } == ["policy/min_cents out_of_range"])
        #expect(policyFaults { $0.mostCents = 1_000_000_000_001 } == ["policy/max_cents out_of_range"])
        #expect(policyFaults { $0.mostShare = 10_001 } == ["policy/max_share_bp out_of_range"])
        #expect(policyFaults { $0.leastOwnShare = -1 } == ["policy/own_share_min_bp out_of_range"])
        #expect(policyFaults { ($0.mostShare, $0.leastOwnShare) = (10_000, 0) }.isEmpty)
        #expect(policyFaults { $0.horizons = [] } == ["policy/horizons too_few"])
    }

    @Test func `a call does not close before it opens, nor is it decided before it closes`() {
        #expect(
            faults { $0.calls = [Programme.Call("2026-02-02", "2026-02-01")].compactMap { $0 } }
                == ["calls/0/closes_on not_allowed_together"])
        #expect(
            faults {
                $0.calls = [
                    Programme.Call("2026-02-01", "2026-02-01", "2026-02-01"),
                    Programme.Call("2026-02-01", "2026-02-03", "2026-02-02"),
                ].compactMap { $0 }
            } == ["calls/1/decision_on not_allowed_together"])
        #expect(
            faults {
                $0.calls = Array(repeating: Programme.Call("2026-02-01", "2026-02-01"), count: 2).compactMap {
                    $0
                }
            }
                == ["calls not_unique"])
    }

    @Test func `only a programme that gives money tells how much it gave`() {
        let award = Programme.Award(year: 2025, recipient: "Verein", cents: 100)
        #expect(faults { $0.awards = [award] }.isEmpty)
        #expect(
            faults { ($0.awards, $0.awardKind) = ([award], .honour) }
                == ["awards/0/amount_cents not_allowed_together"])
        #expect(
            faults { $0.awards = [.init(year: 1899, recipient: "", cents: -1)] } == [
                "awards/0/year out_of_range", "awards/0/recipient_text too_short",
                "awards/0/amount_cents out_of_range",
            ])
    }
}
