import HTTPWire

extension Table {
    /// Whole requests through routes, rules and SQLite, without a socket.
    mutating func measureRequests(of city: BenchCity) throws {
        let reads = [
            ("GET /healthz", city.request(.get, "/healthz")),
            ("GET need", city.request(.get, city.need)),
            ("GET need, with a token", city.request(.get, city.need, by: city.office)),
            ("GET need, its own carrier", city.request(.get, city.need, by: city.carrier)),
            ("GET needs, limit 50", city.request(.get, "/v1/needs?limit=50")),
            (
                "GET needs, limit 50, their carrier",
                city.request(.get, "/v1/needs?limit=50", by: city.carrier)
            ),
            ("GET changes", city.request(.get, "/v1/changes?after=0&limit=100", by: city.office)),
            ("GET suggestions for a need", city.request(.get, city.need + "/suggestions", by: city.carrier)),
            ("GET of nothing: 404", city.request(.get, "/v1/needs/none")),
        ]
        for (name, request) in reads { measure(name) { city.send(request) } }
        let draft = city.request(.post, "/v1/needs", city.draft(0), by: city.carrier)
        measure("POST need, one after the other, synchronous=FULL") { city.send(draft) }
        let many = Array(repeating: draft, count: 64)
        measure("POST need, 64 together (CPU of all 64)") { city.sendTogether(many) }
    }
}
