import SQLite
import Scharnier

extension SQLiteTransaction {
    func offer(_ id: Identifier<Offer>) throws -> Offer? {
        try offers(among: "\(id)").first
    }

    func liveOffers() throws -> [Offer] {
        try offers(among: "SELECT id FROM offer WHERE status IN ('active', 'partly_reserved')")
    }

    func submittedOffers(of organization: Identifier<Organization>) throws -> [Offer] {
        let offers = try offers(
            among: "SELECT id FROM offer WHERE organization = \(organization) AND status = 'submitted'")
        return offers.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    func offers(of organization: Identifier<Organization>) throws -> [Offer] {
        let offers = try offers(among: "SELECT id FROM offer WHERE organization = \(organization)")
        return offers.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    func insert(_ offer: Offer) throws {
        let (audience, place) = (offer.audience, try addWords(offer.words))
        try connection.run(Offer.insertion) { row in
            row.add(offer.id)
            row.add(offer.createdAt)
            offer.write(to: &row)
            row.add(noted(offer.due))
            row.add(audience)
            row.add(publicRow(of: offer, audience))
            row.add(offer.titleKey)
            row.add(place)
        }
        try keepLists(of: offer, isNew: true)
    }

    func update(_ offer: Offer) throws {
        let audience = offer.audience
        try connection.run(Offer.update) { row in
            offer.write(to: &row)
            row.add(noted(offer.due))
            row.add(audience)
            row.add(publicRow(of: offer, audience))
            row.add(offer.titleKey)
            row.add(offer.id)
        }
        try keepLists(of: offer, isNew: false)
        try keepWords(of: offer)
    }

    func delete(_ offer: Offer) throws {
        try deleteList(Offer.areaTable, of: offer.id)
        try deleteList(Offer.termTable, of: offer.id)
        try deleteList(Offer.introducedTable, of: offer.id)
        try deleteList(Offer.namedTable, of: offer.id)
        try deleteWords(of: offer)
        try connection.run("DELETE FROM offer WHERE id = \(offer.id)")
    }

    /// How everyone sees an offer, if everyone, or every token, may see it at all.
    func publicRow(of offer: Offer, _ audience: Audience) -> [UInt8]? {
        audience.openness >= .registered ? shared.publicRows.offer(offer) : nil
    }

    /// The offers whose identifiers are in `subset`, ordered by them, in five statements.
    func offers(among subset: SQL) throws -> [Offer] {
        var offers = try connection.rows(
            "SELECT id, createdAt, \(Offer.columns) FROM offer WHERE id IN (\(subset)) ORDER BY id"
        ) { row in try Offer(row: &row) }
        guard !offers.isEmpty else { return [] }
        let areas: [Identifier<Offer>: [Identifier<Area>]] = try areas(of: subset, in: Offer.areaTable)
        let terms: [Identifier<Offer>: Terms] = try terms(of: subset, in: Offer.termTable)
        let introduced: [Identifier<Offer>: [Identifier<Organization>]] = try introduced(
            of: subset, in: Offer.introducedTable)
        let named: [Identifier<Offer>: [Identifier<Organization>]] = try self.introduced(
            of: subset, in: Offer.namedTable)
        for index in offers.indices {
            let id = offers[index].id
            offers[index].content.areas = areas[id] ?? []
            offers[index].content.topics = terms[id]?.topics ?? []
            offers[index].content.targetGroups = terms[id]?.targetGroups ?? []
            offers[index].introduced = Set(introduced[id] ?? [])
            offers[index].namedTo = Set(named[id] ?? [])
        }
        return offers
    }

    private func keepLists(of offer: Offer, isNew: Bool) throws {
        let content = offer.content
        try keepAreas(content.areas, of: offer.id, in: Offer.areaTable, isNew: isNew)
        try keepTerms(
            Terms(topics: content.topics, targetGroups: content.targetGroups), of: offer.id,
            in: Offer.termTable,
            isNew: isNew)
        try keepIntroduced(offer.introduced, of: offer.id, in: Offer.introducedTable, isNew: isNew)
        try keepIntroduced(offer.namedTo, of: offer.id, in: Offer.namedTable, isNew: isNew)
    }
}
