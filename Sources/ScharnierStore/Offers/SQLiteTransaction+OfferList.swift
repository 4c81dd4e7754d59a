import SQLite
import Scharnier

extension SQLiteTransaction {
    func encodedOffer(_ id: Identifier<Offer>, for party: Party) throws -> EncodedItem? {
        try encodedItem(id, in: .offer, for: party)
    }

    func offers(_ query: OfferQuery) throws -> Page<ListedItem<Offer>> {
        let request = ListRequest(.offer, query, filters: try filters(of: query), sortedBy: Offer.column)
            .holding(query.words)
        return try listedPage(request) { ids in
            Dictionary(uniqueKeysWithValues: try offers(among: .values(ids)).map { ($0.id, $0) })
        }
    }

    func filters(of query: OfferQuery) throws -> [SQL] {
        var filters: [SQL] = []
        if !query.statuses.isEmpty { filters.append("status IN (\(.values(query.statuses)))") }
        if !query.kinds.isEmpty { filters.append("kind IN (\(.values(query.kinds)))") }
        if !query.horizons.isEmpty { filters.append(serves(query.horizons)) }
        if !query.organizations.isEmpty { filters.append(isNamedGiver(query.organizations, to: query.party)) }
        if !query.areas.isEmpty { filters.append(try isOfUse(in: query.areas)) }
        if !query.topics.isEmpty { filters.append(has(query.topics, "'topic'")) }
        if !query.targetGroups.isEmpty { filters.append(has(query.targetGroups, "'target_group'")) }
        return filters
    }

    /// Whether one of the horizons is among those the offer is for; no word of the three is part of another.
    private func serves(_ horizons: [Horizon]) -> SQL {
        let conditions = Set(horizons).sorted { $0.rawValue < $1.rawValue }.map { horizon -> SQL in
            switch horizon {
            case .acute: "horizons LIKE '%acute%'"
            case .temporary: "horizons LIKE '%temporary%'"
            case .permanent: "horizons LIKE '%permanent%'"
            }
        }
        return "(\(.any(conditions)))"
    }

    /// Whether the offer is one of these givers', and the party may know that (F-36).
    private func isNamedGiver(_ givers: [Identifier<Organization>], to party: Party) -> SQL {
        "organization IN (\(.values(givers))) AND \(showsGiver(to: party))"
    }

    /// Whether the party sees whose it is, as ``Offer/showsGiver(to:)`` says.
    private func showsGiver(to party: Party) -> SQL {
        if party.role == .cityAdmin { return "TRUE" }
        var ways: [SQL] = ["publicity <> 'none'"]
        if let organization = party.organization {
            ways.append("organization = \(organization)")
            ways.append("id IN (SELECT offer FROM offerNamed WHERE organization = \(organization))")
        }
        if party.role == .areaOfficer { ways.append("recordedForArea IN (\(.values(party.areas.sorted())))") }
        return "(\(.any(ways)))"
    }

    private func isOfUse(in areas: Set<Identifier<Area>>) throws -> SQL {
        let tree = try areaTree()
        // An area that does not exist has no ancestry, and then only offers for the whole city fit.
        let wider = Set(areas.flatMap { tree.ancestry(of: $0).map(\.id) }).sorted()
        return """
            (reach IN ('city', 'digital') OR EXISTS (SELECT 1 FROM offerArea WHERE offerArea.offer = offer.id
                AND offerArea.area IN (\(.values(wider)))))
            """
    }

    private func has(_ codes: [String], _ scheme: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM offerTerm WHERE offerTerm.offer = offer.id AND offerTerm.scheme = \(scheme)
            AND offerTerm.code IN (\(.values(codes))))
        """
    }
}

extension Offer {
    /// Where a key of the order stands; all of them are in the index `offerListed`.
    static func column(_ key: SortKey) -> (name: SQL, isNullable: Bool) {
        switch key {
        case .createdAt: ("createdAt", false)
        case .updatedAt: ("updatedAt", false)
        case .activatedAt: ("activatedAt", true)
        case .title: ("titleKey", true)
        }
    }
}
