import Scharnier
import ScharnierStore
import Testing

@Suite struct NeedRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `a need with everything in it comes back as it was kept`() throws {
        let need = try full()
        try city.keep(need)
        #expect(try city.store.read { try $0.need(need.id) } == need)
    }

    @Test func `a need with nothing in it comes back as it was kept`() throws {
        let need = Need(
            id: sampleID(), carrier: city.carrier.id, content: .init(), items: [], createdAt: city.clock.now,
            updatedAt: city.clock.now)
        try city.keep(need)
        #expect(try city.store.read { try $0.need(need.id) } == need)
    }

    @Test func `a site and a period that say nothing are still there`() throws {
        var need = Need.sample(of: city.carrier.id)
        need.content.site = .init()
        need.content.period = DayRange()
        try city.keep(need)
        #expect(try city.store.read { try $0.need(need.id) } == need)
    }

    @Test func `every value of every vocabulary can be kept`() throws {
        for status in Need.Status.allCases {
            var need = Need.sample(of: city.carrier.id, status: status)
            need.closing = Need.Outcome.allCases.randomElement().map { .init(outcome: $0) }
            need.items = ResourceKind.allCases.map { .sample(kind: $0) }
            try city.keep(need)
            #expect(try city.store.read { try $0.need(need.id) } == need)
        }
        for outcome in Need.Outcome.allCases {
            var need = Need.sample(of: city.carrier.id, status: .closed)
            need.closing = .init(outcome: outcome)
            try city.keep(need)
        }
        for role in Role.allCases {
            var need = Need.sample(of: city.carrier.id)
            need.verification = .init(role: role, at: city.clock.now, revision: 1)
            try city.keep(need)
        }
        for (count, task) in zip(
            Need.BeneficiaryCount.allCases, Need.CompulsoryTask.allCases + [.no, .no, .no])
        {
            var need = Need.sample(of: city.carrier.id)
            need.content.beneficiaryCount = count
            need.content.compulsoryPublicTask = task
            try city.keep(need)
        }
    }

    @Test func `every value of every vocabulary of a line can be kept`() throws {
        var items: [NeedItem] = []
        for unit in Unit.allCases { items.append(.changed(kind: .goods, with: { $0.unit = unit })) }
        for type in NeedItem.CostType.allCases {
            items.append(.changed(kind: .money, with: { $0.costType = type }))
        }
        for layer in NeedItem.CostLayer.allCases {
            items.append(.changed(kind: .money, with: { $0.costLayer = layer }))
        }
        for one in NeedItem.Condition.allCases {
            items.append(.changed(kind: .goods, with: { $0.condition = one }))
        }
        for kind in Schedule.Kind.allCases {
            items.append(.changed(kind: .room, with: { $0.schedule.kind = kind }))
        }
        for one in Safeguarding.allCases {
            items.append(.changed(kind: .service, with: { $0.safeguarding = one }))
        }
        var need = Need.sample(of: city.carrier.id)
        need.items = items
        try city.keep(need)
        #expect(try city.store.read { try $0.need(need.id) } == need)
    }

    @Test func `a changed need replaces the old one, lines and lists included`() throws {
        let old = try city.keep(try full())
        var new = Need.sample(of: city.carrier.id, id: old.id)
        new.content.visibility = .brokered
        new.version = 99
        try city.store.write { [new] tx in try tx.update(new) }
        let kept = try #require(try city.store.read { try $0.need(old.id) })
        #expect(kept.content == new.content)
        #expect(kept.items == new.items)
        #expect(kept.introduced == new.introduced)
        #expect(kept.version == 99)
        #expect(kept.createdAt == old.createdAt)
    }

    @Test func `lines can change places, go and come`() throws {
        var need = Need.sample(of: city.carrier.id)
        need.items = [.sample(1), .sample(2), .sample(3)]
        try city.keep(need)
        need.items = [need.items[2], .sample(4), need.items[0]]
        try city.store.write { [need] tx in try tx.update(need) }
        #expect(try city.store.read { try $0.need(need.id) } == need)
        need.items[1].held = 4
        try city.store.write { [need] tx in try tx.update(need) }
        #expect(try city.store.read { try $0.need(need.id) } == need)
    }

    @Test func `a deleted need leaves nothing behind`() throws {
        let need = try city.keep(try full())
        try city.store.write { tx in try tx.delete(need) }
        #expect(try city.store.read { try $0.need(need.id) } == nil)
        #expect(try city.store.check().isEmpty)
    }

    @Test func `live needs come with all their parts, ordered by identifier`() throws {
        var expected: [Need] = []
        for status in Need.Status.allCases {
            for _ in 0..<3 {
                var need = Need.sample(of: city.carrier.id, status: status, areas: [city.area("market")])
                need.items = [.sample(1), .sample(2)]
                need.introduced = [city.giver.id]
                need.content.topics = ["sport", "education"]
                try city.keep(need)
                if need.isLive { expected.append(need) }
            }
        }
        #expect(try city.store.read { try $0.liveNeeds() } == expected.sorted { $0.id < $1.id })
    }

    @Test func `an unknown carrier is refused by the schema`() throws {
        #expect(throws: (any Error).self) { try city.keep(Need.sample(of: sampleID())) }
    }

    /// A need in which every optional member is set, with hostile texts.
    private func full() throws -> Need {
        var content = Need.Content()
        content.host = city.giver.id
        content.title = hostileText
        content.text = hostileText
        content.plainSummary = hostileText
        content.horizon = .temporary
        content.neededByOn = Day(number: 20_800)
        content.period = DayRange(from: Day(number: 20_000), to: Day(number: 21_000))
        content.reviewOn = Day(number: -1)
        content.beneficiaryAreas = [city.area("market"), city.area("city"), city.area("harbour")]
        content.isCityWide = true
        content.site = .init(name: hostileText, address: "\0", area: city.area("south"))
        content.topics = ["sport", "education"]
        content.targetGroups = ["seniors", "children"]
        content.actionFields = ActionField.allCases.reversed()
        content.beneficiaryCount = .from500
        content.participation = hostileText
        content.ownSteps = ""
        content.otherwiseUnavailable = hostileText
        content.selfHelp = hostileText
        content.counterpart = hostileText
        content.compulsoryPublicTask = .no
        content.startedOn = Day(number: 19_000)
        content.hasNoPublicFunding = false
        content.welcomesAlternatives = false
        content.visibility = .registered
        content.contact = try city.contact(of: city.carrier).id
        return Need(
            id: sampleID(), version: 7, revision: 3, carrier: city.carrier.id, content: content,
            items: [.full(), .sample()], status: .closed, needsReview: true,
            verification: .init(role: .areaOfficer, at: city.clock.now, revision: 2),
            freshness: .init(confirmedAt: Instant(milliseconds: -5), staleAt: Instant(milliseconds: .max)),
            publishedAt: city.clock.now,
            closing: .init(outcome: .failed, reasonCode: "other", note: hostileText),
            recordedForArea: city.area("north"), introduced: [city.giver.id, city.office.id],
            createdAt: city.clock.now, updatedAt: Instant(milliseconds: 3),
            createdBy: try city.token(of: city.carrier).id)
    }
}

extension NeedItem {
    fileprivate static func changed(kind: ResourceKind, with change: (inout Content) -> Void) -> NeedItem {
        var item = NeedItem.sample(kind: kind)
        change(&item.content)
        return item
    }

    /// A line in which every optional member is set.
    fileprivate static func full() -> NeedItem {
        var content = Content(
            kind: .volunteering, title: hostileText, quantity: 1_000_000_000_000, unit: .hour, minimum: 7)
        content.category = "clothing"
        content.description = hostileText
        content.costType = .rent
        content.costLayer = .structural
        content.condition = .new
        content.schedule = Schedule(
            kind: .shift, startsAt: Instant(milliseconds: 1), endsAt: Instant(milliseconds: 2),
            days: DayRange(from: Day(number: 1), to: Day(number: 2)), hoursPerWeek: 168)
        content.isRemoteOK = true
        content.skills = hostileCodes
        content.areSkillsMandatory = true
        content.languages = hostileCodes.reversed()
        content.accessibility = [""]
        content.safeguarding = .extendedCertificate
        content.engagementForm = "mentoring"
        return NeedItem(
            id: sampleID(), content: content, committed: 1, held: 2, fulfilled: 3, isWithdrawn: true)
    }
}
