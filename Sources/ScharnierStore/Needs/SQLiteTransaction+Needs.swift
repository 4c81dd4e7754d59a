import SQLite
import Scharnier

extension SQLiteTransaction {
    func need(_ id: Identifier<Need>) throws -> Need? {
        try needs(among: "\(id)").first
    }

    func liveNeeds() throws -> [Need] {
        try needs(among: "SELECT id FROM need WHERE status IN ('published', 'partially_met')")
    }

    func insert(_ need: Need, words: WordList) throws {
        let (audience, place) = (need.audience, try addWords(words))
        try connection.run(Need.insertion) { row in
            row.add(need.id)
            row.add(need.createdAt)
            need.write(to: &row)
            row.add(noted(need.due))
            row.add(audience)
            row.add(publicRow(of: need, audience))
            row.add(need.titleKey)
            row.add(place)
        }
        try keepLists(of: need, isNew: true)
        try insertItems(of: need)
    }

    func update(_ need: Need) throws {
        let audience = need.audience
        try connection.run(Need.update) { row in
            need.write(to: &row)
            row.add(noted(need.due))
            row.add(audience)
            row.add(publicRow(of: need, audience))
            row.add(need.titleKey)
            row.add(need.id)
        }
        try keepLists(of: need, isNew: false)
        try keepWords(of: need)
        try keepItems(of: need, since: items(of: "\(need.id)")[need.id] ?? [])
    }

    func delete(_ need: Need) throws {
        try connection.run("DELETE FROM needItem WHERE need = \(need.id)")
        try deleteList(Need.areaTable, of: need.id)
        try deleteList(Need.termTable, of: need.id)
        try deleteList(Need.introducedTable, of: need.id)
        try deleteWords(of: need)
        try connection.run("DELETE FROM need WHERE id = \(need.id)")
    }

    /// How everyone sees a need, if everyone, or every token, may see it at all.
    func publicRow(of need: Need, _ audience: Audience) -> [UInt8]? {
        audience.openness >= .registered ? shared.publicRows.need(need) : nil
    }

    private func keepLists(of need: Need, isNew: Bool) throws {
        let content = need.content
        try keepAreas(content.beneficiaryAreas, of: need.id, in: Need.areaTable, isNew: isNew)
        try keepTerms(
            Terms(topics: content.topics, targetGroups: content.targetGroups), of: need.id,
            in: Need.termTable,
            isNew: isNew)
        try keepIntroduced(need.introduced, of: need.id, in: Need.introducedTable, isNew: isNew)
    }

    private func keepItems(of need: Need, since old: [NeedItem]) throws {
        if need.items.map(\.id) == old.map(\.id) { return try updateItems(of: need, since: old) }
        // Deleted first: a line that moves up takes the place of the one before it.
        try connection.run("DELETE FROM needItem WHERE need = \(need.id)")
        try insertItems(of: need)
    }

    private func insertItems(of need: Need) throws {
        for (position, item) in need.items.enumerated() {
            try connection.run(NeedItem.insertion) { row in
                row.add(need.id)
                row.add(position)
                row.add(item.id)
                item.write(to: &row)
            }
        }
    }

    private func updateItems(of need: Need, since old: [NeedItem]) throws {
        for (position, (item, before)) in zip(need.items, old).enumerated() where item != before {
            try connection.run(NeedItem.update) { row in
                item.write(to: &row)
                row.add(need.id)
                row.add(position)
            }
        }
    }
}
