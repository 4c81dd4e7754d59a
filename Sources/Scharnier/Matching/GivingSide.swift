/// An offer with everything that matching looks up for it once, whatever it is paired with.
final class GivingSide {
    let offer: Offer
    let supplier: Organization?

    /// The numbers of its valid areas.
    let areas: [Int]
    let window: ServiceWindow

    /// What can still be taken, in its own measure; `nil` if a draft does not say yet.
    let available: Int64?

    /// Its category and those around it.
    let categories: [String]
    private(set) lazy var terms = Terms(offer.content.title, offer.content.text)

    init(_ offer: Offer, in tables: MatchingTables) {
        self.offer = offer
        supplier = tables.organizations[offer.organization]
        areas = tables.areas.valid(offer.content.areas)
        window = ServiceWindow(given: offer.content, on: tables.asOf)
        let isStated = offer.content.isInexhaustible || offer.content.quantity != nil
        available = isStated ? offer.available(on: tables.asOf) : nil
        categories = tables.categories(of: offer.content.category)
    }
}
