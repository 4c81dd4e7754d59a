/// An offer with everything that matching looks up for it once, whatever it is paired with.
final class GivingSide {
    let offer: Offer
    let content: Offer.Content
    let isLive: Bool
    let kind: ResourceKind
    let supplierID: Identifier<Organization>
    let supplier: Standing

    /// The numbers of its valid areas.
    let areas: [Int]
    let window: ServiceWindow

    /// What can still be taken, in its own measure; `nil` if a draft does not say yet.
    let available: Int64?

    /// Its category and those around it.
    let categories: [String]
    private(set) lazy var terms = Terms(content.title, content.text)

    /// In numbers, for rules that rate by factors.
    private(set) lazy var profile = profiles.given(offer, in: areas, available: available)

    /// The same for the book, which is asked for other days too: what renews counts as unused.
    var record: GivenProfile {
        guard content.period != .once, available != nil else { return profile }
        return profiles.given(offer, in: areas, available: content.quantity)
    }

    private let profiles: Profiles

    init(_ offer: Offer, in tables: MatchingTables) {
        self.offer = offer
        content = offer.content
        isLive = offer.isLive
        kind = offer.content.kind
        supplierID = offer.organization
        supplier = tables.standing(of: offer.organization)
        areas = tables.areas.valid(offer.content.areas)
        window = ServiceWindow(given: offer.content, on: tables.asOf)
        let isStated = offer.content.isInexhaustible || offer.content.quantity != nil
        available = isStated ? offer.available(on: tables.asOf) : nil
        categories = tables.categories(of: offer.content.category)
        profiles = tables.profiles
    }
}
