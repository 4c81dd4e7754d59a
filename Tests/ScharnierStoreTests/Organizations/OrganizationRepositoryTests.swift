import Scharnier
import ScharnierStore
import Testing

@Suite struct OrganizationRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `an organisation with everything in it comes back as it was kept`() throws {
        let organization = full()
        try keep(organization)
        #expect(try city.store.read { try $0.organization(organization.id) } == organization)
    }

    @Test func `an organisation with nothing in it comes back as it was kept`() throws {
        let organization = bare()
        try keep(organization)
        #expect(try city.store.read { try $0.organization(organization.id) } == organization)
        #expect(try city.store.read { try $0.organization(sampleID()) } == nil)
    }

    @Test func `a seat that says nothing is still there`() throws {
        var organization = bare()
        organization.profile.seat = .init()
        organization.profile.taxStatus = .init(basis: .none)
        try keep(organization)
        #expect(try city.store.read { try $0.organization(organization.id) } == organization)
    }

    @Test func `every value of every vocabulary can be kept`() throws {
        var organizations = Organization.Kind.allCases.map { bare($0) }
        organizations += Organization.Status.allCases.map { status in changed { $0.status = status } }
        organizations += Organization.LegalForm.allCases.map { form in changed { $0.profile.legalForm = form }
        }
        organizations += Organization.Size.allCases.map { size in changed { $0.profile.size = size } }
        organizations += Organization.VerificationStatus.allCases.map { one in
            changed { $0.verification.status = one }
        }
        organizations += Organization.VerificationMethod.allCases.map { one in
            changed { $0.verification.method = one }
        }
        organizations += Publicity.allCases.map { one in changed { $0.profile.publicityDefault = one } }
        organizations += TaxStatus.Basis.allCases.map { basis in
            changed { $0.profile.taxStatus = .init(basis: basis) }
        }
        organizations += TaxStatus.Source.allCases.map { source in
            changed {
                $0.profile.taxStatus = .init(basis: .none)
                $0.profile.taxStatus?.source = source
            }
        }
        organizations += Organization.Register.Kind.allCases.map { kind in
            changed { $0.profile.register = .init(court: "A", kind: kind, number: "1") }
        }
        for organization in organizations {
            try keep(organization)
            #expect(try city.store.read { try $0.organization(organization.id) } == organization)
        }
        #expect(try city.store.check().isEmpty)
    }

    @Test func `a changed organisation replaces the old one`() throws {
        let old = full()
        try keep(old)
        var new = old
        new.profile = .init(name: "Neu")
        new.profile.topics = ["education"]
        new.version = 9
        new.updatedAt = Instant(milliseconds: 8)
        new.stewardArea = nil
        try city.store.write { [new] tx in try tx.update(new) }
        #expect(try city.store.read { try $0.organization(old.id) } == new)
    }

    @Test func `filters find what they name`() throws {
        var school = bare(.school)
        school.profile.activeAreas = [city.area("market")]
        school.profile.topics = ["education"]
        school.profile.legalForm = .publicInstitution
        school.profile.isMigrantLed = true
        var fund = bare(.foundation)
        fund.profile.isGrantMaking = true
        fund.profile.activeAreas = [city.area("south")]
        fund.verification.status = .rejected
        try keep(school)
        try keep(fund)
        func found(_ change: (inout OrganizationQuery) -> Void) throws -> [Identifier<Organization>] {
            var query = OrganizationQuery(party: city.city)
            change(&query)
            return try city.store.read { try $0.organizations(query).items.map(\.id) }
        }
        #expect(try found { $0.kinds = [.school] } == [school.id])
        #expect(try found { $0.legalForms = [.publicInstitution, .kg] } == [school.id])
        #expect(try found { $0.isMigrantLed = true } == [school.id])
        #expect(try found { $0.isGrantMaking = true } == [fund.id])
        #expect(try found { $0.verification = [.rejected] } == [fund.id])
        #expect(try found { $0.topics = ["education", "none"] } == [school.id])
        #expect(try found { $0.areas = [city.area("north")] } == [school.id])
        #expect(try found { $0.areas = [city.area("city")] }.count == 2)
        #expect(try found { $0.areas = [sampleID()] }.isEmpty)
        #expect(
            try found {
                $0.kinds = [.school]; $0.isGrantMaking = true
            }.isEmpty)
    }

    @Test func `everyone finds exactly the organisations that the domain lets them see`() throws {
        var all = try city.store.read { try $0.organizations(OrganizationQuery(party: .system)).items }
        for status in Organization.Status.allCases {
            for verification in Organization.VerificationStatus.allCases {
                for area in [nil, "market", "south"] {
                    var organization = bare(at: Int64(all.count))
                    organization.status = status
                    organization.verification.status = verification
                    organization.profile.activeAreas = area.map { [city.area($0)] } ?? []
                    organization.stewardArea = area == "south" ? city.area("harbour") : nil
                    try keep(organization)
                    all.append(organization)
                }
            }
        }
        for party in city.everyKindOfParty(own: all[5]) {
            let seen = try city.allPages(of: 7) { key, limit in
                var query = OrganizationQuery(party: party)
                (query.after, query.limit) = (key, limit)
                return try city.store.read { try $0.organizations(query) }
            }
            let expected = all.filter { $0.audience.includes(party) }
                .sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
            #expect(seen == expected, "\(party.role)")
        }
    }

    private func keep(_ organization: Organization) throws {
        try city.store.write { tx in try tx.insert(organization) }
    }

    private func bare(_ kind: Organization.Kind = .carrier, at moment: Int64 = 0) -> Organization {
        Organization(
            id: sampleID(), kind: kind, profile: .init(name: "Name"),
            createdAt: Instant(milliseconds: moment),
            updatedAt: city.clock.now)
    }

    private func changed(_ change: (inout Organization) -> Void) -> Organization {
        var organization = bare()
        change(&organization)
        return organization
    }

    private func full() -> Organization {
        var profile = Organization.Profile(name: hostileText)
        profile.shortName = hostileText
        profile.legalForm = .egbr
        profile.isGrantMaking = true
        profile.size = .staffBelow5
        profile.isMigrantLed = true
        profile.seat = .init(
            street: hostileText, postalCode: "44137", city: hostileText, area: city.area("south"))
        profile.isSeatPublic = false
        profile.activeAreas = [city.area("south"), city.area("market")]
        profile.topics = ["sport", "education"]
        profile.targetGroups = ["seniors", "children"]
        profile.languages = hostileCodes
        profile.text = hostileText
        profile.website = hostileText
        profile.umbrella = city.giver.id
        profile.taxStatus = .init(
            basis: .statutesNotice, noticeOn: Day(number: 20_000), hasLaterNotice: true,
            taxOffice: hostileText)
        profile.taxStatus?.purposes = hostileCodes
        profile.taxStatus?.source = .publicRegister
        profile.taxStatus?.confirmation = .init(by: city.giver.id, at: Instant(milliseconds: 7))
        profile.isEconomicallyActive = true
        profile.isLocalEconomy = true
        profile.register = .init(court: hostileText, kind: .cooperatives, number: hostileText)
        profile.businessID = "DE123456789-00001"
        profile.goals = hostileText
        profile.selectionCriteria = hostileText
        profile.transparency = everyPoint()
        profile.cooperation = .init(
            questionnaireVersion: hostileText,
            replies: Cooperation.Answer.allCases.map { .init(question: "q_\($0.rawValue)", answer: $0) },
            counterpart: hostileText)
        profile.publicityDefault = .nameAndLogo
        return Organization(
            id: sampleID(), version: 12, kind: .network, profile: profile,
            verification: .init(
                status: .suspended, method: .officerKnown, by: city.giver.id, at: Instant(milliseconds: 4),
                note: hostileText),
            status: .merged, stewardArea: city.area("harbour"), revision: 5,
            createdAt: Instant(milliseconds: 1),
            updatedAt: Instant(milliseconds: 2))
    }

    private func everyPoint() -> Transparency {
        var transparency = Transparency()
        for (index, point) in Transparency.Point.allCases.enumerated() {
            transparency[point] = .init(
                isPublished: index % 2 == 0, url: index == 0 ? nil : "https://x.example/\(hostileText)",
                asOfOn: index == 1 ? nil : Day(number: Int32(index)))
        }
        return transparency
    }
}
