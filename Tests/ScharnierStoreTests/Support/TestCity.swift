import Scharnier
import ScharnierStore
import Synchronization

/// A store with a few areas, terms and organisations, and a clock that a test moves.
struct TestCity {
    let store: SQLiteStore
    let clock: TestClock
    let areas: [String: Identifier<Area>]
    let carrier: Organization
    let giver: Organization
    let office: Organization

    /// A city in memory, or in a new file at `path`.
    ///
    /// `rows` are what everyone sees of a need or offer: the form's name and the title, unless told otherwise.
    init(
        path: String = ":memory:", form: String = "1", rows: PublicRows? = nil,
        events: StoreEvents = StoreEvents(), retention: RetentionRules = RetentionRules()
    ) throws {
        let clock = TestClock()
        self.clock = clock
        if path != ":memory:" { _ = try SQLiteStore.create(path: path) }
        // A busy machine, or a sanitizer, must not meet the limits of time; tests of these have their own store.
        var limits = WriterLimits()
        limits.jobTime = .seconds(60)
        limits.expectedWait = .seconds(60)
        store = try SQLiteStore(
            path: path, publicRows: rows ?? .titles(form), limits: limits, retention: retention,
            readTime: .seconds(60),
            events: events,
            now: { clock.now })
        areas = try store.write { try $0.insertAreasAndTerms() }
        carrier = try store.write { try $0.settle(.carrier, "Träger") }
        giver = try store.write { try $0.settle(.company, "Firma") }
        office = try store.write { try $0.settle(.cityUnit, "Amt") }
    }

    /// The area with this code.
    func area(_ code: String) -> Identifier<Area> { areas[code] ?? .nil }

    /// A party that acts for an organisation.
    func party(_ organization: Organization, _ role: Role, areas: [String] = []) -> Party {
        Party(organization: organization.id, role: role, areas: Set(areas.map { area($0) }))
    }

    var carrierParty: Party { party(carrier, .carrier) }
    var giverParty: Party { party(giver, .company) }
    var city: Party { party(office, .cityAdmin) }

    /// Keeps a need as it is.
    @discardableResult
    func keep(_ need: Need) throws -> Need {
        try store.write { tx in try tx.add(need) }
        return need
    }

    /// Keeps an offer as it is.
    @discardableResult
    func keep(_ offer: Offer) throws -> Offer {
        try store.write { tx in try tx.insert(offer) }
        return offer
    }
}

extension PublicRows {
    /// The identifier.
    static let identifiers = PublicRows(
        form: "1", need: { Array($0.id.description.utf8) }, offer: { Array($0.id.description.utf8) })

    /// The form's name and the title.
    static func titles(_ form: String) -> PublicRows {
        PublicRows(
            form: form, need: { Array("\(form):\($0.content.title ?? "")".utf8) },
            offer: { Array("\(form):\($0.content.title ?? "")".utf8) })
    }
}

/// A clock that a test moves.
final class TestClock: Sendable {
    private let moment = Mutex(Instant(milliseconds: 1_795_253_400_000))

    var now: Instant { moment.withLock { $0 } }

    func set(_ now: Instant) { moment.withLock { $0 = now } }

    func advance(milliseconds: Int64) {
        moment.withLock { $0 = Instant(milliseconds: $0.milliseconds + milliseconds) }
    }
}

extension WriteTransaction {
    /// Keeps a need as it is, with its words.
    func add(_ need: Need) throws { try insert(need, words: need.words) }

    /// A city with two districts, in one of which lie two quarters.
    func insertAreasAndTerms() throws -> [String: Identifier<Area>] {
        var areas: [String: Identifier<Area>] = [:]
        for (code, kind, parent) in [
            ("city", Area.Kind.city, nil), ("north", .district, "city"), ("south", .district, "city"),
            ("harbour", .actionArea, "north"), ("market", .actionArea, "north"),
        ] {
            let area = Area(
                id: newID(), kind: kind, code: code, name: code, parent: parent.flatMap { areas[$0] },
                validity: DayRange(), createdAt: now)
            try insert(area)
            areas[code] = area.id
        }
        for (scheme, code) in [
            (TaxonomyTerm.Scheme.topic, "education"), (.topic, "sport"), (.targetGroup, "children"),
            (.targetGroup, "seniors"), (.resourceCategory, "clothing"), (.skill, "reading"),
        ] {
            try insert(
                TaxonomyTerm(
                    id: newID(), scheme: scheme, code: code, label: Wording(code, code), createdAt: now))
        }
        return areas
    }

    /// A verified organisation with nothing else.
    func settle(_ kind: Organization.Kind, _ name: String) throws -> Organization {
        var organization = Organization(
            id: newID(), kind: kind, profile: .init(name: name),
            verification: .init(status: .verified, method: .register, at: now), createdAt: now, updatedAt: now
        )
        organization.profile.legalForm = .ev
        organization.version = try announce(
            .organization, .init(organization.id), before: .none, after: organization.audience,
            isDeletion: false,
            by: nil)
        try insert(organization)
        return organization
    }
}
