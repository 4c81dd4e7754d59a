import JSON

extension Evidence {
    /// Asks the service for the needs in `asked` one by one, for the list and for the feed.
    ///
    /// - Throws: what the connection throws, and ``Unexpected`` for an answer that should not be.
    init(from service: Service, token: String, asking asked: [Ledger.Entry]) throws {
        for part in asked.slices(of: Self.requestsPerConnection) {
            let caller = try Caller(service, token)
            for entry in part {
                let reply = try caller.get("/v1/needs/\(entry.id)")
                if reply.status != 404 { titles[entry.id] = try reply.expecting(200)["title"].text }
            }
        }
        try readList(Caller(service, token))
        try readFeed(Caller(service, token))
    }

    /// Fewer than after which the server closes a connection.
    private static let requestsPerConnection = 500

    /// No test makes so many that this many pages would not hold them.
    private static let mostPages = 100

    private mutating func readList(_ caller: Caller) throws {
        var path = "/v1/needs?status=draft&limit=200"
        for _ in 0..<Self.mostPages {
            let page = try caller.get(path).expecting(200)
            listed += page["items"].elements.compactMap { $0["title"].text }
            guard let cursor = page["next_cursor"].text else { return }
            path = "/v1/needs?status=draft&limit=200&cursor=\(cursor)"
        }
        throw Missing(what: "an end of the list")
    }

    private mutating func readFeed(_ caller: Caller) throws {
        var position: Int64 = 0
        for _ in 0..<Self.mostPages {
            let page = try caller.get("/v1/changes?after=\(position)&limit=1000").expecting(200)
            for item in page["items"].elements {
                feed.append(item["seq"].integer ?? -1)
                item["id"].text.map { _ = told.insert($0) }
            }
            guard page["has_more"] == .bool(true), let next = page["next_after"].integer else { return }
            position = next
        }
        throw Missing(what: "an end of the feed")
    }
}

extension Array {
    /// The elements in runs of at most `length`.
    fileprivate func slices(of length: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
    }
}
