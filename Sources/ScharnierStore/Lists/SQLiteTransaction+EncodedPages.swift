import SQLite
import Scharnier

extension SQLiteTransaction {
    /// A page of records that come encoded for everyone, and whole for those who see more of them.
    func listedPage<Entity: Identifiable>(
        _ request: ListRequest, _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<ListedItem<Entity>> where Entity.ID == Identifier<Entity> {
        if request.party.openness < .registered { return try page(request, read).map { .whole($0) } }
        if !request.order.isNewestFirst { return try sortedPage(request, read) }
        var page: Page<ListedItem<Entity>> =
            try request.party.memberships.isEmpty ? encodedPage(request) : mixedPage(request, read)
        page.count = try count(request)
        return page
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
            "SELECT publicRow, \(request.order.columns) FROM \(request.source) WHERE \(request.clause)"
        ) { row in
            _ = try row.appendBytes(to: &bytes)
            ends.items.append(bytes.count)
            if ends.items.count == request.limit { ends.next = try row.pageKey(of: request.order) }
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
        var rows = Page<(id: Identifier<Entity>, bytes: [UInt8])>()
        try connection.forEach(
            "SELECT publicRow, \(request.order.columns) FROM \(request.source) WHERE \(request.clause)"
        ) { row in
            var bytes: [UInt8] = []
            _ = try row.appendBytes(to: &bytes)
            let key = try row.pageKey(of: request.order)
            rows.items.append((Identifier<Entity>(key.id), bytes))
            if rows.items.count == request.limit { rows.next = key }
            return true
        }
        rows.cut(to: request.limit)
        let whole = try read(try ownIDs(among: rows.items.map(\.id), request))
        return Page(
            items: rows.items.map { row in whole[row.id].map { .whole($0) } ?? .encoded(row.bytes[...]) },
            next: rows.next)
    }

    /// A page in another order: its keys first, from an index without the encoded rows, which are then fetched.
    private func sortedPage<Entity: Identifiable>(
        _ request: ListRequest, _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<ListedItem<Entity>> where Entity.ID == Identifier<Entity> {
        var keys: Page<Identifier<Entity>> = try keys(request)
        keys.count = try count(request)
        let whole = try read(try ownIDs(scattered: keys.items, request))
        var rows: [Identifier<Entity>: [UInt8]] = [:]
        let others = keys.items.filter { whole[$0] == nil }
        try connection.forEach(
            "SELECT id, publicRow FROM \(request.table.name) WHERE id IN (\(.values(others)))"
        ) { row in
            rows[try row.next()] = try row.next([UInt8].self)
            return true
        }
        return keys.map { id in whole[id].map { .whole($0) } ?? .encoded(rows[id, default: []][...]) }
    }

    /// Those of a page in whose audience the party is, wherever they lie.
    private func ownIDs<Entity>(scattered ids: [Identifier<Entity>], _ request: ListRequest) throws
        -> [Identifier<Entity>]
    {
        guard !request.party.memberships.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT DISTINCT objectID FROM audienceMember
            WHERE subject = \(request.table.subject) AND objectID IN (\(.values(ids)))
                AND +memberID IN (\(.values(request.party.memberships)))
            """
        ) { try $0.next() }
    }

    /// Those of a page, newest first, in whose audience the party is.
    ///
    /// Identifiers grow with time, as lists do: what lies between the least and the greatest is little more than the
    /// page.
    private func ownIDs<Entity>(among ids: [Identifier<Entity>], _ request: ListRequest) throws
        -> [Identifier<Entity>]
    {
        guard let least = ids.min(), let greatest = ids.max() else { return [] }
        let own: Set<Identifier<Entity>> = Set(
            try connection.rows(
                """
                SELECT objectID FROM audienceMember
                WHERE subject = \(request.table.subject) AND memberID IN (\(.values(request.party.memberships)))
                    AND objectID BETWEEN \(least) AND \(greatest)
                """
            ) { try $0.next() })
        return ids.filter(own.contains)
    }
}
