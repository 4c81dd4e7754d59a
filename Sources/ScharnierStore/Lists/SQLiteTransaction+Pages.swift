import SQLite
import Scharnier

/// What a list asks for besides what its party may see.
struct ListRequest {
    let table: ListedTable
    let party: Party
    let filters: [SQL]
    var order = ListOrder([])
    let after: PageKey?
    let limit: Int
    var isCounted = false

    /// The words that the records must have.
    private var words: WordQuery?

    /// What the query asks for, whatever the table.
    init<Query: ListQuery>(
        _ table: ListedTable, _ query: Query, filters: [SQL],
        sortedBy column: (Query.Key) -> (name: SQL, isNullable: Bool)
    ) {
        self.table = table
        self.filters = filters
        party = query.party
        order = ListOrder(query.order, column)
        after = query.after
        limit = query.limit
        isCounted = query.isCounted
    }

    /// The same for records with these words, if there are any.
    func holding(_ words: WordQuery?) -> ListRequest {
        guard let words else { return self }
        var request = self
        request.words = words
        return request
    }

    /// The rows behind `after`, newest first.
    init(table: ListedTable, party: Party, filters: [SQL], after: PageKey?, limit: Int) {
        self.table = table
        self.party = party
        self.filters = filters
        self.after = after
        self.limit = limit
    }

    /// Which rows there are for this party.
    private var conditions: [SQL] {
        let isFiltered = !filters.isEmpty || !order.isNewestFirst || words != nil
        let visibility = table.visibility(for: party, isFiltered: isFiltered)
        return [visibility].compactMap { $0 } + filters + searched
    }

    /// Whether a row is one of the party's own.
    var isOwn: SQL { table.membership(of: party) ?? "0" }

    /// Everything behind `WHERE`, for one row more than the page has: it tells whether there are more.
    var clause: SQL {
        let conditions = conditions + [order.isBehind(after)].compactMap { $0 }
        return "\(.all(conditions)) ORDER BY \(order.clause) LIMIT \(limit + 1)"
    }

    /// Everything behind `WHERE`, for all rows there are: read from the index without the encoded rows.
    var countClause: SQL {
        .all([table.visibility(for: party, isFiltered: true)].compactMap { $0 } + filters + searched)
    }

    private var searched: [SQL] {
        words.map { [table.holds($0)] } ?? []
    }
}

extension SQLiteTransaction {
    /// A page of records that everyone sees whole, or not at all.
    func page<Entity: Identifiable>(
        _ request: ListRequest, _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<Entity> where Entity.ID == Identifier<Entity> {
        let page: Page<Identifier<Entity>> = try keys(request)
        let entities = try read(page.items)
        return Page(items: page.items.compactMap { entities[$0] }, next: page.next, count: try count(request))
    }

    /// The identifiers of a page.
    func keys<Entity>(_ request: ListRequest) throws -> Page<Identifier<Entity>> {
        var page = Page<Identifier<Entity>>()
        try connection.forEach(
            "SELECT \(request.order.columns) FROM \(request.table.name) WHERE \(request.clause)"
        ) { row in
            let key = try row.pageKey(of: request.order)
            page.items.append(Identifier<Entity>(key.id))
            if page.items.count == request.limit { page.next = key }
            return true
        }
        page.cut(to: request.limit)
        return page
    }

    /// How many rows there are for this party, on whatever page; `nil` unless that was asked for.
    func count(_ request: ListRequest) throws -> Int64? {
        guard request.isCounted else { return nil }
        return try connection.first(
            "SELECT count(*) FROM \(request.table.name) WHERE \(request.countClause)"
        ) { try $0.next() }
    }
}

extension Page {
    /// Drops the one row too many; without it there is nothing more to come.
    mutating func cut(to limit: Int) {
        if items.count > limit {
            items.removeLast(items.count - limit)
        } else {
            next = nil
        }
    }
}
