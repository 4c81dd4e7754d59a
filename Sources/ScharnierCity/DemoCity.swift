import JSON
package import Scharnier
import ScharnierAPI
import ScharnierFiles

/// A fictional city life: organisations, needs and offers, replayed through the rules (domain.md §11.4).
///
/// Each step is one write at the moment when it is said to have happened.
package struct DemoCity {
    let stage: any DemoStage
    let now: Instant
    private(set) var areas: [String: Identifier<Area>] = [:]
    private(set) var organizations: [String: Organization] = [:]

    /// The demo city as it is at `now`.
    package init(at now: Instant, on stage: any DemoStage) {
        self.now = now
        self.stage = stage
    }

    /// Days before now on which the city was founded: nothing in it is older.
    static let ageInDays = 120

    /// Lets everything happen, in order of time.
    package mutating func build() throws -> [String: Organization] {
        try found()
        try welcomeOrganizations()
        try assignOfficers()
        try buildRegistry()
        let stories = try needStories() + offerStories() + promiseStories()
        for story in stories.sorted(by: { $0.at < $1.at }) { try stage.write(at: story.at, story.act) }
        try endorse()
        try settle()
        return organizations
    }

    /// Does what the clock demands by now, so that nothing is due when the city is served for the first time.
    private func settle() throws {
        var turn: TimerTurn
        repeat {
            turn = try stage.write(at: now) { try $0.fireDue(atMost: Self.recordsPerTurn) }
        } while turn.next.map { $0 <= now } ?? false
    }

    /// Records that the clock changes in one write.
    private static let recordsPerTurn = 16

    private mutating func found() throws {
        let areas = try stage.write(at: now.adding(days: -Self.ageInDays)) { tx in
            try ReferenceFiles.load(into: tx)
            return try tx.areas()
        }
        self.areas = Dictionary(areas.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those without an umbrella first, because the others name theirs.
    private mutating func welcomeOrganizations() throws {
        let records = try CityFiles.list(BuiltIn.organizations, "organizations.json")
        let ordered =
            records.filter { $0.text("umbrella") == nil } + records.filter { $0.text("umbrella") != nil }
        for (index, record) in ordered.enumerated() {
            let moment = now.adding(days: 1 - Self.ageInDays).adding(seconds: Int64(index) * 600)
            let draft = try OrganizationDraft(organizationJSON(record))
            let city = cityParty
            let organization = try stage.write(at: moment) { try $0.welcome(draft, record, as: city) }
            organizations[try record.requiredText("key")] = organization
        }
    }

    private func assignOfficers() throws {
        let units = try CityFiles.list(BuiltIn.organizations, "organizations.json")
            .filter { $0.text("kind") == "city_unit" }
        let (areas, organizations) = (areas, organizations)
        try stage.write(at: now.adding(days: 2 - Self.ageInDays)) { tx in
            for unit in units {
                guard let id = unit.text("key").flatMap({ organizations[$0]?.id }) else { continue }
                for code in unit.texts("active_areas") where code.hasPrefix("a") {
                    guard let area = areas[code] else { throw unit.fault("active_areas") }
                    try tx.assign(area, to: id, during: DayRange(from: LocalTime.day(at: tx.now)))
                }
            }
        }
    }

    /// The city's office, once it exists; before that, the city as such.
    var cityParty: Party {
        Party(organization: organizations["o-projektbuero"]?.id, role: .cityAdmin)
    }
}

/// Where a demo city plays: a store whose clock can be set.
package protocol DemoStage {
    /// Writes at a moment, and waits for the commit.
    func write<Result: Sendable>(
        at moment: Instant, _ act: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result
}

/// Something that happens at a moment.
struct Story {
    let at: Instant
    let act: @Sendable (any WriteTransaction) throws -> Void
}

extension DemoCity {
    /// Needs, each written by its carrier, or by the officer who acts for it, and looked at by the city.
    private func needStories() throws -> [Story] {
        try CityFiles.list(BuiltIn.needs, "needs.json").map { record in
            let draft = try NeedDraft(contentJSON(record, "need"))
            let carrier = try organization(record, "carrier")
            let host = try record.text("host").map { _ in try organization(record, "host").id }
            let state = try record.requiredText("state")
            let party = party(actingFor: carrier)
            let city = cityParty
            let age = min(Int(record.integer("published_days_ago") ?? 0), oldestAge(of: draft.content))
            return Story(at: moment(daysAgo: age)) { tx in
                var content = draft.content
                content.host = content.host ?? host
                let proposal = NeedProposal(content, items: draft.items.map(\.content))
                let need = try tx.createNeed(proposal, for: carrier.id, as: party)
                for (event, facts, isCity) in NeedPath.steps(to: state) {
                    _ = try tx.fire(event, on: need.id, facts: facts, as: isCity ? city : party)
                }
            }
        }
    }

    /// Offers, each written by its giver.
    private func offerStories() throws -> [Story] {
        try CityFiles.list(BuiltIn.offers, "offers.json").map { record in
            let draft = try OfferDraft(contentJSON(record, "offer"))
            let giver = try organization(record, "organization")
            let state = try record.requiredText("state")
            let party = party(actingFor: giver)
            return Story(at: moment(daysAgo: Int(record.integer("activated_days_ago") ?? 0))) { tx in
                let offer = try tx.createOffer(draft.content, for: giver.id, as: party)
                guard state != "draft" else { return }
                _ = try tx.fire(
                    Offer.Event.submit, on: offer.id, facts: .init(acknowledgesLint: true), as: party)
                guard state == "paused" else { return }
                _ = try tx.fire(
                    Offer.Event.pause, on: offer.id, facts: .init(reasonCode: "seasonal"), as: party)
            }
        }
    }

    /// An hour before this time of day, so many days ago.
    func moment(daysAgo age: Int) -> Instant {
        now.adding(days: -age).adding(seconds: -3600)
    }

    /// How many days ago a need with these dates can have been published: then, too, they had to be in range.
    ///
    /// By the day of that moment: an hour before now it may have been yesterday.
    private func oldestAge(of content: Need.Content) -> Int {
        guard content.horizon != nil else { return Self.ageInDays }
        let ages = 0...Self.ageInDays
        return ages.last { content.datesAreInRange(on: LocalTime.day(at: moment(daysAgo: $0))) } ?? 0
    }

    func organization(_ record: CityRecord, _ member: String) throws -> Organization {
        guard let found = organizations[try record.requiredText(member)] else { throw record.fault(member) }
        return found
    }

    /// The organisation itself, or the officer of the area in which it is looked after.
    func party(actingFor organization: Organization) -> Party {
        guard let area = organization.stewardArea else {
            return Party(organization: organization.id, role: organization.kind.role)
        }
        return Party(organization: organizations["o-buero-nord"]?.id, role: .areaOfficer, areas: [area])
    }
}

/// The events that lead a need from its draft to a state.
private enum NeedPath {
    typealias Step = (Need.Event, TransitionFacts, isCity: Bool)

    static func steps(to state: String) -> [Step] {
        // The texts are made up: they speak of nobody.
        let submit: Step = (.submit, .init(acknowledgesLint: true), false)
        let publish: Step = (.publish, .init(), true)
        switch state {
        case "draft": return []
        case "submitted": return [submit]
        case "returned": return [submit, (.return, .init(reasonCode: "unclear_text"), true)]
        case "paused": return [submit, publish, (.pause, .init(reasonCode: "carrier_capacity"), false)]
        default: return [submit, publish]
        }
    }
}

extension Organization.Kind {
    /// The role in which an organisation of this kind acts.
    package var role: Role {
        switch self {
        case .carrier, .school: .carrier
        case .foundation: .foundation
        case .company: .company
        case .cityUnit: .cityAdmin
        case .intermediary, .network: .network
        case .portal: .portal
        }
    }
}
