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
        let conditions = [table.visibility(for: party)].compactMap { $0 } + filters
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
        guard let membership = request.table.membership(of: request.party) else {
            return try encodedPage(request)
        }
        return try mixedPage(request, membership, read)
    }

    /// Only bytes that lie ready: nothing is decoded but the key of the last row.
    private func encodedPage<Entity>(_ request: ListRequest) throws -> Page<ListedItem<Entity>> {
        var page = Page<ListedItem<Entity>>()
        page.items.reserveCapacity(request.limit)
        try connection.forEach(
            "SELECT publicRow, createdAt, id FROM \(request.table.name) WHERE \(request.clause)"
        ) { row in
            var bytes: [UInt8] = []
            _ = try row.appendBytes(to: &bytes)
            page.items.append(.encoded(bytes))
            if page.items.count == request.limit { page.next = try row.pageKey() }
            return page.items.count <= request.limit
        }
        page.cut(to: request.limit)
        return page
    }

    private func mixedPage<Entity: Identifiable>(
        _ request: ListRequest, _ membership: SQL,
        _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<ListedItem<Entity>> where Entity.ID == Identifier<Entity> {
        var page = Page<(id: Identifier<Entity>, bytes: [UInt8]?)>()
        try connection.forEach(
            """
            SELECT createdAt, id, \(membership), publicRow FROM \(request.table.name) WHERE \(request.clause)
            """
        ) { row in
            let key = try row.pageKey()
            var bytes: [UInt8] = []
            let isMember: Bool = try row.next()
            let isEncoded = try !isMember && row.appendBytes(to: &bytes)
            page.items.append((Identifier<Entity>(key.id), isEncoded ? bytes : nil))
            if page.items.count == request.limit { page.next = key }
            return true
        }
        page.cut(to: request.limit)
        let entities = try read(page.items.filter { $0.bytes == nil }.map(\.id))
        let items = page.items.compactMap { item in
            item.bytes.map { .encoded($0) } ?? entities[item.id].map { ListedItem.whole($0) }
        }
        return Page(items: items, next: page.next)
    }

    private func keys<Entity>(_ request: ListRequest) throws -> Page<Identifier<Entity>> {
        var page = Page<Identifier<Entity>>()
        try connection.forEach("SELECT createdAt, id FROM \(request.table.name) WHERE \(request.clause)") { row in
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
