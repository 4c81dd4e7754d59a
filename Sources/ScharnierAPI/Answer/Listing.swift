import HTTPWire
import JSON
import Scharnier

extension Call {
    /// Reads which part of a list is asked for, in which order, and whether it is counted (api.md §8).
    func readPage<List: ListQuery>(of list: inout List) throws { try readPlainPage(of: &list) }

    private func readPlainPage<List: ListQuery>(of list: inout List) throws {
        list.order = try sortOrder()
        list.limit = try pageSize()
        list.isCounted = try isCounted()
        list.after = try query["cursor"].map {
            try Cursor.decoded($0, of: identity, with: settings.instanceKey)
        }
    }

    /// The same, and which words are looked for.
    func readPage<List: SearchableQuery>(of list: inout List) throws {
        list.words = try words()
        try readPlainPage(of: &list)
    }

    /// The words of `q`: a search for none would find everything, and so is none.
    func words() throws(Problem) -> WordQuery? {
        guard let text = query["q"] else { return nil }
        guard let words = WordQuery(text) else { throw Problem(parameter: "q", .badWords) }
        return words
    }

    /// How many items a page of this call has: `limit`, over 200 becomes 200 (api.md §8).
    private func pageSize() throws(Problem) -> Int {
        let largest = Int64(PageSize.largest)
        return Int(try query.integer("limit", in: 1...largest, isClamped: true) ?? Int64(PageSize.standard))
    }

    /// Whether the items of all pages are to be counted: a second query, so only `count=exact` asks for it.
    private func isCounted() throws(Problem) -> Bool {
        try query.word("count", among: ["exact"]) != nil
    }

    /// What a cursor is good for: the path, all filters in a fixed order, and the sort.
    private var identity: String {
        let path = String(decoding: request.path, as: UTF8.self)
        let filters = query.names.filter { !ListForm.views.contains($0) }
        let pairs = filters.map { "\($0)=\(query[$0] ?? "")" }
        return "\(path)?\(pairs.joined(separator: "&"))"
    }

    /// A page of a list (api.md §8).
    ///
    /// `size` is the number of bytes that the items will take, as far as that is known: it spares growing the buffer.
    func list<Item>(
        _ page: Page<Item>, limit: Int, size: Int = 0, _ write: (Item, inout JSONWriter) -> Void
    ) -> Answer {
        let cursor = page.next.map { Cursor.encoded($0, of: identity, with: settings.instanceKey) }
        var writer = JSONWriter(capacity: 1024 + max(size, page.items.count * 256))
        writer.object { writer in
            writer.memberArray("items") { writer in
                for item in page.items { write(item, &writer) }
            }
            writer.member("next_cursor", cursor)
            writer.member("limit", limit)
            writer.member("count", page.count)
        }
        var answer = Answer(200, body: writer.bytes, type: .json).tagged()
        answer.fields = [(.link, links(next: cursor))]
        return answer
    }

    /// A list that is always one page: short by its nature.
    func list(all items: [some JSONWritable]) -> Answer {
        list(Page(items: items), limit: max(PageSize.largest, items.count))
    }

    /// The page as a list of values that write themselves.
    func list(_ page: Page<some JSONWritable>, limit: Int) -> Answer {
        list(page, limit: limit) { item, writer in writer.value(item) }
    }

    /// `Link` with `first` and, if there is more, `next` (RFC 8288).
    private func links(next: String?) -> String {
        let path = String(decoding: request.path, as: UTF8.self)
        let kept = (request.query ?? []).split(separator: UInt8(ascii: "&"))
            .filter { !$0.starts(with: Array("cursor=".utf8)) }
            .map { String(decoding: $0, as: UTF8.self) }
        let first = kept.isEmpty ? path : "\(path)?\(kept.joined(separator: "&"))"
        let base = "<\(first)>; rel=\"first\""
        guard let next else { return base }
        return "<\(path)?\((kept + ["cursor=\(next)"]).joined(separator: "&"))>; rel=\"next\", \(base)"
    }
}

extension Call {
    /// A page of needs or offers: the kept bytes as they are, or whole items as this reader sees them.
    func list<Entity>(
        _ page: Page<ListedItem<Entity>>, limit: Int, _ write: (Entity, inout JSONWriter) -> Void
    ) -> Answer {
        let size = page.items.reduce(0) { $0 + $1.size }
        return list(page, limit: limit, size: size) { item, writer in
            switch item {
            case .encoded(let bytes): writer.raw(bytes)
            case .whole(let entity): write(entity, &writer)
            }
        }
    }
}

extension ListedItem {
    /// The bytes that the item takes in a list, a guess for one that is not encoded yet.
    fileprivate var size: Int {
        switch self {
        case .encoded(let bytes): bytes.count + 1
        case .whole: 2048
        }
    }
}

extension Wording {
    fileprivate static let badWords = Wording(
        "Gesucht wird nach 1 bis 10 Wörtern aus Buchstaben und Ziffern, zusammen höchstens 200 Zeichen.",
        "A search is for 1 to 10 words of letters and digits, 200 characters at most together.")
}
