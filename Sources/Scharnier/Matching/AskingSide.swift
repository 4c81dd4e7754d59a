/// A need with everything that matching looks up for it once, whatever it is paired with.
final class AskingSide {
    let need: Need
    let content: Need.Content
    let isLive: Bool
    let carrierID: Identifier<Organization>
    let carrier: Standing
    let hostID: Identifier<Organization>?

    /// The fiscal host; `nil` if none is named.
    let host: Standing?

    /// The numbers of its valid beneficiary areas.
    let areas: [Int]
    let isCityWide: Bool

    /// The highest index among the areas, and the area whose values it rests on.
    let disadvantage: (index: Int64, source: Int)?

    /// The highest deficit among the areas.
    let areaDeficit: Int64
    let commitments: Int

    init(_ need: Need, in tables: MatchingTables) {
        self.need = need
        content = need.content
        isLive = need.isLive
        carrierID = need.carrier
        carrier = tables.standing(of: need.carrier)
        hostID = need.content.host
        host = hostID.map(tables.standing)
        areas = tables.areas.valid(need.content.beneficiaryAreas)
        isCityWide = need.content.isCityWide || areas.contains { tables.areas.kind($0) == .city }
        let entries = areas.map { tables.areas.entries[$0] }
        // Of equal ones the smaller number, so that the order of the list makes no difference.
        disadvantage = entries.compactMap(\.disadvantage).max {
            ($0.index, $1.source) < ($1.index, $0.source)
        }
        areaDeficit = entries.map(\.deficit).max() ?? Deficits.unknown
        commitments = tables.confirmedCommitments[need.carrier] ?? 0
    }

    /// The lines that are open; where none is, all that are not withdrawn, so that one can say why not.
    var lines: [NeedItem] {
        let open = need.items.filter { $0.open > 0 }
        return open.isEmpty ? need.items.filter { !$0.isWithdrawn } : open
    }
}

/// One line of a need, prepared to be paired.
final class AskedLine {
    let side: AskingSide
    let item: NeedItem
    let id: Identifier<NeedItem>
    let content: NeedItem.Content
    let kind: ResourceKind

    /// What is still asked for.
    let open: Int64
    let window: ServiceWindow

    /// Its category and those around it.
    let categories: [String]
    private(set) lazy var terms = Terms(content.title, content.description)

    /// In numbers, for rules that rate by factors.
    private(set) lazy var profile = profiles.asked(item, of: side)
    private let profiles: Profiles

    init(_ item: NeedItem, of side: AskingSide, in tables: MatchingTables) {
        self.side = side
        self.item = item
        id = item.id
        content = item.content
        kind = item.content.kind
        open = item.open
        window = ServiceWindow(asked: item.content, by: side.need.content, on: tables.asOf)
        categories = tables.categories(of: item.content.category)
        profiles = tables.profiles
    }
}
