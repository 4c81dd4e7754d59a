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
            "SELECT publicRow, \(request.order.columns) FROM \(request.table.name) WHERE \(request.clause)"
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
        var rows = Page<MixedRow<Entity>>()
        try connection.forEach(
            """
            SELECT \(request.order.columns), \(request.isOwn) <> 0, publicRow FROM \(request.table.name)
            WHERE \(request.clause)
            """
        ) { row in
            let key = try row.pageKey(of: request.order)
            rows.items.append(try MixedRow(id: Identifier<Entity>(key.id), row: &row))
            if rows.items.count == request.limit { rows.next = key }
            return true
        }
        rows.cut(to: request.limit)
        let whole = try read(rows.items.filter(\.isOwn).map(\.id))
        return rows.map { row in whole[row.id].map { .whole($0) } ?? .encoded(row.bytes[...]) }
    }

    /// A page in another order: its keys first, from an index without the encoded rows, which are then fetched.
    private func sortedPage<Entity: Identifiable>(
        _ request: ListRequest, _ read: ([Identifier<Entity>]) throws -> [Identifier<Entity>: Entity]
    ) throws -> Page<ListedItem<Entity>> where Entity.ID == Identifier<Entity> {
        var keys: Page<Identifier<Entity>> = try keys(request)
        keys.count = try count(request)
        var rows: [Identifier<Entity>: MixedRow<Entity>] = [:]
        try connection.forEach(
            """
            SELECT id, \(request.isOwn) <> 0, publicRow FROM \(request.table.name) WHERE id IN (\(.values(keys.items)))
            """
        ) { row in
            let id: Identifier<Entity> = try row.next()
            rows[id] = try MixedRow(id: id, row: &row)
            return true
        }
        let whole = try read(rows.values.filter(\.isOwn).map(\.id))
        return keys.map { id in whole[id].map { .whole($0) } ?? .encoded((rows[id]?.bytes ?? [])[...]) }
    }
}

/// A row that may be its reader's own.
private struct MixedRow<Entity> {
    let id: Identifier<Entity>
    let isOwn: Bool

    /// How everyone sees it; of one's own it is not asked for.
    let bytes: [UInt8]

    init(id: Identifier<Entity>, row: inout Row) throws {
        self.id = id
        isOwn = try row.next()
        var bytes: [UInt8] = []
        if !isOwn { _ = try row.appendBytes(to: &bytes) }
        self.bytes = bytes
    }
}
