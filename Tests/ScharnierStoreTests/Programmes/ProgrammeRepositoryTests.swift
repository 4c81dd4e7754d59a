import Scharnier
import ScharnierStore
import Testing

@Suite struct ProgrammeRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `a programme with everything in it comes back as it was kept`() throws {
        let programme = try keep(full())
        #expect(try city.store.read { try $0.programme(programme.id) } == programme)
        #expect(try city.store.read { try $0.programmes(of: city.giver.id) } == [programme])
        #expect(try city.store.read { try $0.programmes(of: city.carrier.id) }.isEmpty)
    }

    @Test func `a programme with nothing in it comes back as it was kept`() throws {
        let programme = try keep(bare())
        #expect(try city.store.read { try $0.programme(programme.id) } == programme)
        #expect(try city.store.read { try $0.programme(sampleID()) } == nil)
    }

    @Test func `every value of every vocabulary can be kept`() throws {
        var programmes = Programme.Status.allCases.map { status in changed { $0.status = status } }
        programmes += Programme.Kind.allCases.map { kind in changed { $0.content.kind = kind } }
        programmes += Programme.AwardKind.allCases.map { kind in changed { $0.content.awardKind = kind } }
        programmes += Programme.Policy.FinancingType.allCases.map { type in
            changed { $0.content.policy?.financingType = type }
        }
        programmes += Programme.Policy.StartedProjects.allCases.map { started in
            changed { $0.content.policy?.startedProjects = started }
        }
        programmes += Programme.Policy.Verification.allCases.map { verification in
            changed {
                $0.content.policy?.verification = verification
                $0.content.policy?.confirmedOn = verification == .confirmedByFunder ? Day(number: 1) : nil
            }
        }
        for programme in programmes {
            try keep(programme)
            #expect(try city.store.read { try $0.programme(programme.id) } == programme)
        }
    }

    @Test func `a changed programme replaces the old one, a deleted one leaves nothing behind`() throws {
        let old = try keep(full())
        var new = old
        new.content.policy = policy()
        new.content.calls = []
        new.content.awards = [.init(year: 2020, recipient: "Verein")]
        new.version = 12
        try city.store.write { [new] tx in try tx.update(new) }
        #expect(try city.store.read { try $0.programme(old.id) } == new)
        try city.store.write { [new] tx in try tx.delete(new) }
        #expect(try city.store.read { try $0.programme(old.id) } == nil)
        #expect(try city.store.check().isEmpty)
    }

    @Test func `a list finds what is open on a day, as the domain says`() throws {
        var random = SystemRandomNumberGenerator()
        let programmes = try (0..<60).map { _ in try keep(anyOpening(&random)) }
        for number in Int32(19_990)...20_030 {
            let day = Day(number: number)
            var query = ProgrammeQuery(party: city.city)
            query.openOn = day
            query.limit = PageSize.largest
            let found = try city.store.read { try $0.programmes(query) }.items.map(\.id)
            let expected = programmes.filter { $0.isOpen(on: day) }.map(\.id)
            #expect(Set(found) == Set(expected), "\(day)")
        }
    }

    @Test func `each filter finds what it names, an area what gives around it and everywhere`() throws {
        let everywhere = try keep(changed { $0.content.policy = policy() }).id
        let north = try keep(
            changed {
                $0.content.awardKind = .inKind
                $0.content.policy?.areas = [city.area("north")]
                $0.content.policy?.horizons = [.acute]
                $0.content.policy?.topics = ["sport"]
                $0.content.policy?.targetGroups = ["children"]
            }
        ).id
        func found(_ change: (inout ProgrammeQuery) -> Void) throws -> Set<Identifier<Programme>> {
            var query = ProgrammeQuery(party: .public)
            change(&query)
            return Set(try city.store.read { try $0.programmes(query) }.items.map(\.id))
        }
        #expect(try found { $0.areas = [city.area("harbour")] } == [everywhere, north])
        #expect(try found { $0.areas = [city.area("south")] } == [everywhere])
        #expect(try found { $0.topics = ["sport"] } == [north])
        #expect(try found { $0.targetGroups = ["children"] } == [north])
        #expect(try found { $0.targetGroups = ["seniors"] }.isEmpty)
        #expect(try found { $0.horizons = [.acute] } == [everywhere, north])
        #expect(try found { $0.horizons = [.permanent] } == [everywhere])
        #expect(try found { $0.resources = [.money] } == [everywhere])
        #expect(try found { $0.resources = [.room] } == [north])
        #expect(try found { $0.resources = [.contacts] }.isEmpty)
        #expect(try found { $0.kinds = [.fund] }.isEmpty)
        #expect(try found { $0.organizations = [city.giver.id] } == [everywhere, north])
        #expect(try found { $0.organizations = [city.carrier.id] }.isEmpty)
    }

    @Test func `findings count by what a programme gives`() throws {
        try keep(changed { $0.content.awardKind = .money })
        try keep(changed { $0.content.awardKind = .inKind })
        try keep(changed { $0.content.awardKind = .honour })
        try keep(changed { $0.status = .draft })
        let findings = try city.store.read { try $0.findings(ProgrammeQuery(party: .public)) }
        #expect(findings.count == 3)
        #expect(
            findings.kinds.map(\.code) == [
                "expertise", "goods", "logistics", "money", "room", "service", "volunteering",
            ])
        #expect(findings.kinds.allSatisfy { $0.count == 1 })
        #expect(findings.horizons == [Facet("acute", 3), Facet("permanent", 3), Facet("temporary", 3)])
    }

    @Test func `what is published cannot be without a policy, nor can a call close before it opens`() throws {
        let programme = try keep(full())
        var (changed, other) = (programme, programme)
        changed.content.policy = nil
        other.content.calls = [.init(opensOn: Day(number: 2), closesOn: Day(number: 1))]
        let (bare, wrong) = (changed, other)
        #expect(throws: (any Error).self) { try city.store.write { tx in try tx.update(bare) } }
        #expect(throws: (any Error).self) { try city.store.write { tx in try tx.update(wrong) } }
        #expect(try city.store.read { try $0.programme(programme.id) } == programme)
    }

    private func policy() -> Programme.Policy {
        Programme.Policy(
            version: "2026.1", validity: DayRange(from: Day(number: 20_000), to: nil),
            legalBasis: hostileText, verification: .unverified)
    }

    private func bare() -> Programme {
        Programme(
            id: sampleID(), organization: city.giver.id, content: .init(kind: .grant, title: hostileText),
            createdAt: city.clock.now, updatedAt: city.clock.now)
    }

    private func changed(_ change: (inout Programme) -> Void) -> Programme {
        var programme = bare()
        programme.status = .published
        programme.content.policy = policy()
        change(&programme)
        return programme
    }

    private func full() -> Programme {
        changed { programme in
            var policy = policy()
            policy.validity = DayRange(from: Day(number: 20_000), to: Day(number: 20_100))
            policy.sourceURL = "https://example.org/a b"
            (policy.verification, policy.confirmedOn) = (.confirmedByFunder, Day(number: 20_001))
            (policy.financingType, policy.startedProjects) = (.share, .withPermission)
            (policy.leastCents, policy.mostCents) = (0, 1_000_000_000_000)
            (policy.mostShare, policy.leastOwnShare) = (10_000, 0)
            policy.horizons = [.permanent, .acute]
            policy.topics = ["sport", "education"]
            policy.targetGroups = ["children"]
            policy.areas = [city.area("market"), city.area("city")]
            policy.recipientKinds = [.school, .carrier]
            policy.documents = hostileCodes
            policy.isRolling = true
            policy.note = hostileText
            programme.content.policy = policy
            programme.content.summary = hostileText
            let day = Day(number: 20_010)
            programme.content.calls = [
                .init(opensOn: day, closesOn: day), .init(opensOn: day, closesOn: day, decisionOn: day),
            ]
            programme.content.awards = [.init(year: 2025, recipient: hostileText, cents: 0)]
        }
    }

    private func anyOpening(_ random: inout SystemRandomNumberGenerator) -> Programme {
        func day() -> Day { Day(number: .random(in: 19_995...20_025, using: &random)) }
        return changed { programme in
            let (from, to) = (day(), day())
            let end = Bool.random(using: &random) ? max(from, to) : nil
            programme.content.policy?.validity = DayRange(from: min(from, to), to: end)
            programme.content.policy?.isRolling = Bool.random(using: &random)
            programme.content.calls = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                let (one, other) = (day(), day())
                return .init(opensOn: min(one, other), closesOn: max(one, other))
            }
        }
    }

    @discardableResult
    private func keep(_ programme: Programme) throws -> Programme {
        try city.store.write { tx in try tx.insert(programme) }
        return programme
    }
}
