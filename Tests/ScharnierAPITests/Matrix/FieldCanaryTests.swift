import HTTPWire
import JSON
import ScharnierAPI
import TestSupport
import Testing

/// A member that a caller does not get is in no answer, list, search, count, feed or export that the caller gets (F-05).
@Suite struct FieldCanaryTests {
    private let world: CanaryWorld
    private let contract: OpenAPI

    init() throws {
        world = try CanaryWorld()
        contract = try OpenAPI.read()
    }

    /// The members that the contract does not give to everyone, as `Need.started_on`.
    private func guarded(_ schema: Tree, _ place: String) -> [String] {
        schema["properties"].members.flatMap { member in
            let isGuarded = member.node["x-closeness"].exists || member.node["x-visible-to"].exists
            return (isGuarded ? ["\(place).\(member.name)"] : [])
                + guarded(member.node, "\(place).\(member.name)")
        }
    }

    @Test func `every member that not everyone gets is in the table`() {
        let declared = contract.schemas.flatMap { guarded($0.node, $0.name) }
        let known = Set(CanaryTable.seers.keys).union(CanaryTable.elsewhere.keys)
        #expect(Set(declared).subtracting(known).sorted() == [], "say in CanaryTable who gets it")
        #expect(
            known.subtracting(declared).sorted() == [], "the contract gives these to everyone, or has none")
        #expect(Set(world.texts.keys).subtracting(CanaryTable.seers.keys).sorted() == [])
    }

    /// Everything that can be read: each path with the records of the city, each list in every way it is written.
    private func addresses() -> [String] {
        let routes = RouteTable.all.filter { $0.method == .get && $0.template.hasPrefix("/v1/") }
        return routes.flatMap { route -> [String] in
            guard route.template.contains("{") else {
                return route.list == nil ? [route.template] : lists(route)
            }
            return world.paths.values.filter { record in
                let kind = record.split(separator: "/").prefix(2).joined(separator: "/")
                return route.template.hasPrefix("/\(kind)/{id}")
            }.map { MatrixSubject(id: $0.id, further: [:]).path(of: route.template) }
        }
    }

    private func lists(_ route: Route) -> [String] {
        let all = route.template + "?limit=200"
        let sorts = route.list?.sortKeys ?? []
        return [all, all + "&count=exact"] + sorts.flatMap { [all + "&sort=\($0)", all + "&sort=-\($0)"] }
    }

    private static let formats = ["application/json", "application/x-ndjson", "text/csv"]

    /// All that a caller reads.
    private func reading(of caller: MatrixCaller) -> [(place: String, text: String)] {
        let changes = ["/v1/changes?after=0&limit=1000", "/v1/inbox", "/v1/me"]
        return (addresses() + changes).flatMap { address in
            Self.formats.compactMap { format in
                let answer = world.application.send(
                    .get, address, as: caller.name, fields: [("Accept", format)])
                guard let content = answer.wholeContent, answer.status == 200 else { return nil }
                return ("\(address) \(format)", String(decoding: content, as: UTF8.self))
            }
        }
    }

    @Test(arguments: MatrixCaller.all.indices)
    func `what is planted is read by those who get it, and nowhere by others`(index: Int) throws {
        let caller = MatrixCaller.all[index]
        let pages = reading(of: caller)
        #expect(pages.count >= 10)
        for (member, text) in world.texts {
            let places = pages.filter { $0.text.contains(text) }.map(\.place)
            let seers = try #require(CanaryTable.seers[member], "\(member)")
            if seers.contains(caller.name ?? "") {
                #expect(
                    !places.isEmpty, "\(member) as \(caller.role) is read nowhere: the test looks in vain")
            } else {
                #expect(places == [], "\(member) as \(caller.role)")
            }
        }
    }

    @Test(arguments: MatrixCaller.all.indices)
    func `no search finds and no count counts what a caller does not get`(index: Int) throws {
        let caller = MatrixCaller.all[index]
        let searched = RouteTable.all.filter { $0.parameters.contains("q") }
        #expect(searched.count >= 4)
        for (member, text) in world.texts where !(CanaryTable.seers[member] ?? []).contains(caller.name ?? "")
        {
            for route in searched {
                let count = route.parameters.contains("count") ? "&count=exact" : ""
                let found = world.application.send(
                    .get, "\(route.template)?q=\(text)\(count)", as: caller.name)
                guard found.status == 200 else { continue }
                let content = String(decoding: found.body, as: UTF8.self)
                let place = Comment(rawValue: "\(member) as \(caller.role) in \(route.template)")
                #expect(!world.paths.values.contains { content.contains($0.id) }, place)
                #expect(found.integer("count") ?? 0 == 0, place)
            }
        }
    }

    @Test func `a member that is no text is in its record for those who get it alone`() throws {
        for (member, seers) in CanaryTable.seers where world.texts[member] == nil {
            let parts = member.split(separator: ".", maxSplits: 1).map(String.init)
            let path = try #require(world.paths[parts[0]], "\(member): no record of this kind in CanaryWorld")
            for caller in MatrixCaller.all {
                let answer = world.application.send(.get, path, as: caller.name)
                guard answer.status == 200 else { continue }
                let isThere = answer.has(parts[1].replacing(".", with: "/"))
                #expect(isThere == seers.contains(caller.name ?? ""), "\(member) as \(caller.role)")
            }
        }
    }

    @Test func `no list is filtered or sorted by what not everyone gets`() {
        let guarded = Set(
            CanaryTable.seers.keys.compactMap { $0.split(separator: ".").last.map(String.init) })
        // Who looks for an organisation's offers finds those that name it: UnnamedGiverTests.
        // Disclosures name the contacts that were passed on, to both sides.
        let known: Set = ["organization_id", "contact_id"]
        for route in RouteTable.all where route.method == .get {
            let names = route.parameters.union(route.list?.sortKeys ?? [])
            #expect(names.intersection(guarded).subtracting(known) == [], "\(route.template)")
        }
    }
}
