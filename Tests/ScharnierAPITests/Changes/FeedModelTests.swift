import HTTPWire
import JSON
import TestSupport
import Testing

/// A client that does nothing but follow the feed knows at the end exactly what the lists show.
@Suite struct FeedModelTests {
    /// What one client knows: paths and the version of each.
    private struct Client {
        let name: String
        var position: Int64 = 0
        var known: [String: Int64] = [:]
        var isOrdered = true

        /// Reads on until there is nothing more.
        mutating func follow(_ application: Application) {
            var hasMore = true
            while hasMore {
                let page = application.send(.get, "/v1/changes?after=\(position)&limit=7", as: name)
                for index in 0..<(page.count("items") ?? 0) { apply(page, "items/\(index)") }
                let next = page.integer("next_after") ?? -1
                isOrdered = isOrdered && next >= position
                position = next
                hasMore = page["has_more"] == .bool(true)
            }
        }

        private mutating func apply(_ page: Response, _ entry: String) {
            let sequence = page.integer("\(entry)/seq") ?? -1
            isOrdered = isOrdered && sequence > position
            let path = "/v1/\(page.text("\(entry)/type") ?? "")s/\(page.text("\(entry)/id") ?? "")"
            // What is to be erased is dropped, and what is left of it fetched.
            let isShown = page.text("\(entry)/href") != nil
            known[path] = ["upsert", "erase"].contains(page.text("\(entry)/op")) && isShown ? sequence : nil
        }
    }

    private static let names = [
        "carrier", "stranger", "foundation", "company", "network", "portal", "officer", "city",
    ]

    /// What the lists show a caller: paths and versions.
    private func shown(_ collection: String, _ application: Application, as who: String) -> [String: Int64] {
        var found: [String: Int64] = [:]
        var next: String? = "/v1/\(collection)?limit=200"
        while let page = next.map({ application.send(.get, $0, as: who) }) {
            for (index, id) in page.ids.enumerated() {
                found["/v1/\(collection)/\(id)"] = page.integer("items/\(index)/version")
            }
            next = page.text("next_cursor").map { "/v1/\(collection)?limit=200&cursor=\($0)" }
        }
        return found
    }

    @Test(arguments: [1, 7, 2026, 424_242] as [UInt64])
    func `following the feed gives what the lists show, for every role`(seed: UInt64) throws {
        let application = try Application()
        var history = FeedHistory(application, seed: seed)
        var clients = Self.names.map { Client(name: $0) }
        for number in 1...260 {
            history.step()
            if number % 23 == 0 { clients[number % clients.count].follow(application) }
        }
        #expect(history.faults.isEmpty)
        #expect(history.changes >= 150)
        for index in clients.indices { expectComplete(&clients[index], application) }
    }

    private func expectComplete(_ client: inout Client, _ application: Application) {
        client.follow(application)
        #expect(client.isOrdered, "\(client.name)")
        for collection in ["needs", "offers", "introductions", "organizations"] {
            let known = client.known.filter { $0.key.hasPrefix("/v1/\(collection)/") }
            #expect(known == shown(collection, application, as: client.name), "\(client.name) \(collection)")
        }
        for contact in client.known.keys where contact.hasPrefix("/v1/contacts/") {
            #expect(
                application.send(.get, contact, as: client.name).status == 200, "\(client.name) \(contact)")
        }
        let contacts = Set(shown("contacts", application, as: client.name).keys)
        #expect(contacts.isSubset(of: client.known.keys), "\(client.name)")
    }
}
