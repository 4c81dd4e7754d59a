import HTTPWire
import JSON
import TestSupport
import Testing

/// The change feed (api.md §10).
@Suite struct ChangeTests {
    private let application: Application

    init() throws { application = try Application() }

    private func feed(_ query: String, as who: String) -> Response {
        application.send(.get, "/v1/changes?\(query)", as: who)
    }

    @Test func `an entry tells what changed and nothing of what it says`() throws {
        let before = application.position
        let path = try application.publishedNeed()
        let own = feed("after=\(before)", as: "carrier")
        #expect(own.ids == [path.id, path.id, path.id])
        guard case .object(let entry) = own["items/2"] else {
            Issue.record("no entry")
            return
        }
        #expect(entry.members.map(\.name) == ["seq", "op", "type", "id", "version", "href", "origin", "at"])
        #expect(own.text("items/0/origin") == "self")
        #expect(own.text("items/2/origin") == "other")
        #expect(own.text("items/2/href") == path)
        #expect(own.text("items/2/op") == "upsert")
        #expect(
            own.integer("items/2/version") == application.send(.get, path, as: "carrier").integer("version"))
    }

    @Test func `positions only grow and pages join without gaps`() throws {
        for _ in 0..<5 { _ = try application.publishedNeed() }
        func positions(_ response: Response) -> [Int64] {
            (0..<(response.count("items") ?? 0)).compactMap { response.integer("items/\($0)/seq") }
        }
        let whole = positions(feed("after=0&limit=1000", as: "carrier"))
        #expect(zip(whole, whole.dropFirst()).allSatisfy(<))
        for limit in [1, 2, 3, 7] {
            var found: [Int64] = []
            var after: Int64 = 0
            while true {
                let page = feed("after=\(after)&limit=\(limit)", as: "carrier")
                found += positions(page)
                after = page.integer("next_after") ?? -1
                guard page["has_more"] == .bool(true) else { break }
            }
            #expect(found == whole)
        }
    }

    @Test func `the position moves past what the caller cannot see`() throws {
        let before = application.position
        for _ in 0..<3 { _ = try application.draftNeed() }
        let response = feed("after=\(before)", as: "stranger")
        #expect(response.count("items") == 0)
        #expect(response.integer("next_after") == application.position)
        #expect(response["has_more"] == .bool(false))
    }

    @Test func `a position that was never reached is gone`() {
        let position = application.position
        #expect(feed("after=\(position)", as: "carrier").status == 200)
        #expect(feed("after=\(position + 1)", as: "carrier").outcome == "410 feed_position_gone")
        #expect(feed("after=999999999999999", as: "carrier").outcome == "410 feed_position_gone")
    }

    @Test(arguments: [
        "after=-1", "after=x", "after=", "after=1000000000000000", "limit=0", "types=x", "types=need,",
        "after=0&after=1",
    ])
    func `a wrong query is told`(query: String) {
        #expect(feed(query, as: "carrier").outcome == "400 parameter_invalid")
    }

    @Test func `types restrict what is told, not where one is`() throws {
        let need = try application.publishedNeed()
        let offer = try application.activeOffer()
        #expect(Set(feed("types=need", as: "carrier").ids) == [need.id])
        #expect(Set(feed("types=offer", as: "carrier").ids) == [offer.id])
        #expect(Set(feed("types=need,offer", as: "carrier").ids) == [need.id, offer.id])
        #expect(feed("types=contact", as: "carrier").integer("next_after") == application.position)
    }

    @Test func `what is no longer visible is removed, what is deleted has a tombstone`() throws {
        let path = try application.publishedNeed()
        let before = application.position
        #expect(application.patch(path, #"{"visibility":"brokered"}"#, as: "carrier").status == 200)
        #expect(feed("after=\(before)", as: "stranger").text("items/0/op") == "remove")
        #expect(feed("after=\(before)", as: "stranger")["items/0/href"] == JSONValue.null)
        #expect(feed("after=\(before)", as: "carrier").text("items/0/op") == "upsert")
        let draft = try application.draftNeed()
        let then = application.position
        #expect(application.send(.delete, draft, as: "carrier", fields: [("If-Match", "*")]).status == 204)
        #expect(feed("after=\(then)", as: "carrier").text("items/0/op") == "delete")
        #expect(feed("after=\(then)", as: "stranger").count("items") == 0)
    }
}
