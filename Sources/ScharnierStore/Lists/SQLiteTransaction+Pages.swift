import SQLite
import Scharnier

/// What a list asks for besides what its party may see.
struct ListRequest {
    let table: ListedTable
    let party: Party
    let filters: [SQL]
    let after: PageKey?
    let limit: Int

    /// Everything behind `WHERE`, for one row more than the page has: it tells whether there are more.
    var clause: SQL {
        let visibility = table.visibility(for: party, isFiltered: !filters.isEmpty)
        let conditions = [visibility].compactMap { $0 } + filters
        let page = table.page(after: after, limit: limit + 1)
        return conditions.isEmpty ? page : "\(.all(conditions)) AND \(page)"
    }
}

extension SQLiteTransaction {
    /// A page of records that everyone sees whole, or not at all.
    func page<Entity: Identifiable>(
        _ request: ListRequest, _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<Entity> where Entity.ID == Identifier<Entity> {
        let page: Page<Identifier<Entity>> = try keys(request)
        let entities = try read(page.items)
        return Page(items: page.items.compactMap { entities[$0] }, next: page.next)
    }

    /// A page of records that come encoded for everyone, and whole for those who see more of them.
    func listedPage<Entity: Identifiable>(
        _ request: ListRequest, _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<ListedItem<Entity>> where Entity.ID == Identifier<Entity> {
        if request.party.openness < .registered {
            let page = try page(request, read)
            return Page(items: page.items.map { .whole($0) }, next: page.next)
        }
        if request.party.memberships.isEmpty { return try encodedPage(request) }
        return try mixedPage(request, read)
    }

    /// A record that comes encoded, for those who see no more of it than everyone.
    func encodedItem<Entity>(
        _ id: Identifier<Entity>, in table: ListedTable, for party: Party
    ) throws -> EncodedItem? {
        guard party.openness >= .registered else { return nil }
        let membership = table.membership(of: party) ?? "0"
        return try connection.first(
            """
            SELECT version, publicRow FROM \(table.name)
            WHERE id = \(id) AND openness >= \(party.openness) AND NOT \(membership)
            """
        ) { row in
            EncodedItem(version: try row.next(), bytes: try row.next())
        }
    }

    /// Only bytes that lie ready: nothing is decoded but the key of the last row.
    private func encodedPage<Entity>(_ request: ListRequest) throws -> Page<ListedItem<Entity>> {
        // One buffer for all rows, of which the items are parts: an allocation for each cost a fifth of the list.
        var bytes: [UInt8] = []
        bytes.reserveCapacity((request.limit + 1) * Self.typicalRowBytes)
        var ends = Page<Int>()
        try connection.forEach(
            "SELECT publicRow, createdAt, id FROM \(request.table.name) WHERE \(request.clause)"
        ) { row in
            _ = try row.appendBytes(to: &bytes)
            ends.items.append(bytes.count)
            if ends.items.count == request.limit { ends.next = try row.pageKey() }
            return ends.items.count <= request.limit
        }
        ends.cut(to: request.limit)
        return Page(items: Self.parts(of: bytes, endingAt: ends.items), next: ends.next)
    }

    /// What an encoded need or offer takes, in bytes, so that the buffer need not grow.
    private static let typicalRowBytes = 3 * 1024

    private static func parts<Entity>(of bytes: [UInt8], endingAt ends: [Int]) -> [ListedItem<Entity>] {
        var start = 0
        return ends.map { end in
            defer { start = end }
            return .encoded(bytes[start..<end])
        }
    }

    private func mixedPage<Entity: Identifiable>(
        _ request: ListRequest, _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<ListedItem<Entity>> where Entity.ID == Identifier<Entity> {
        let membership = request.table.membership(of: request.party) ?? "0"
        var rows = Page<(id: Identifier<Entity>, isOwn: Bool, bytes: [UInt8])>()
        try connection.forEach(
            """
            SELECT \(membership) <> 0, publicRow, createdAt, id FROM \(request.table.name) WHERE \(request.clause)
            """
        ) { row in
            let isOwn: Bool = try row.next()
            var bytes: [UInt8] = []
            _ = try row.appendBytes(to: &bytes)
            let key = try row.pageKey()
            rows.items.append((Identifier<Entity>(key.id), isOwn, bytes))
            if rows.items.count == request.limit { rows.next = key }
            return true
        }
        rows.cut(to: request.limit)
        let whole = try read(rows.items.filter(\.isOwn).map(\.id))
        return Page(
            items: rows.items.map { row in whole[row.id].map { .whole($0) } ?? .encoded(row.bytes[...]) },
            next: rows.next)
    }

    private func keys<Entity>(_ request: ListRequest) throws -> Page<Identifier<Entity>> {
        var page = Page<Identifier<Entity>>()
        try connection.forEach("SELECT createdAt, id FROM \(request.table.name) WHERE \(request.clause)") {
            row in
            let key = try row.pageKey()
            page.items.append(Identifier<Entity>(key.id))
            if page.items.count == request.limit { page.next = key }
            return true
        }
        page.cut(to: request.limit)
        return page
    }
}

extension Page {
    /// Drops the one row too many; without it there is nothing more to come.
    fileprivate mutating func cut(to limit: Int) {
        if items.count > limit {
            items.removeLast(items.count - limit)
        } else {
            next = nil
        }
    }
}

extension Row {
    /// Two columns: the moment and the identifier.
    fileprivate mutating func pageKey() throws(SQLiteError) -> PageKey {
        PageKey(createdAt: try next(), id: try next(Identifier<PageKey>.self))
    }
}
