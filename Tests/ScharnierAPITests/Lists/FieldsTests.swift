import HTTPWire
import JSON
import TestSupport
import Testing

/// `fields`: only some members of an item (api.md §8).
@Suite struct FieldsTests {
    private let application: Application

    init() throws { application = try Application() }

    private func names(_ response: Response, _ path: String = "") -> [String] {
        guard case .object(let object) = path.isEmpty ? try? response.json() : response[path] else {
            return []
        }
        return object.members.map(\.name)
    }

    @Test(arguments: [nil, "carrier", "city", "stranger"] as [String?])
    func `an item shows what is asked for, and always id and version`(_ who: String?) throws {
        let path = try application.publishedNeed()
        let response = application.send(.get, "\(path)?fields=title,items,created_at", as: who)
        #expect(response.status == 200)
        #expect(response.field("Content-Type") == "application/vnd.scharnier.sparse+json")
        #expect(names(response) == ["id", "version", "created_at", "title", "items"])
        let whole = application.send(.get, path, as: who)
        for name in names(response) { #expect(response[name] == whole[name], "\(name)") }
        #expect(names(application.send(.get, "\(path)?fields=id", as: who)) == ["id", "version"])
    }

    @Test func `every item of a list shows what is asked for and what its reader sees of it`() throws {
        let own = try application.publishedNeed().id
        let foreign = try application.publishedNeed(as: "network").id
        let target = "/v1/needs?fields=contact_id,status&sort=created_at"
        let list = application.send(.get, target, as: "carrier")
        #expect(list.field("Content-Type") == "application/vnd.scharnier.sparse+json")
        #expect(list.ids == [own, foreign])
        #expect(names(list, "items/0") == ["id", "version", "status", "contact_id"])
        #expect(names(list, "items/1") == ["id", "version", "status"])
        #expect(names(list) == ["items", "next_cursor", "limit", "count"])
        let cursor = try #require(
            application.send(.get, "\(target)&limit=1", as: "carrier").text("next_cursor"))
        let next = application.send(.get, "/v1/needs?sort=created_at&cursor=\(cursor)", as: "carrier")
        #expect(next.ids == [foreign])
    }

    /// Hidden from the role altogether, hidden at this distance, or nothing at all: one answer.
    @Test(arguments: [nil, "stranger", "company", "portal", "reader"] as [String?])
    func `a hidden field answers like one that is not there`(_ who: String?) throws {
        let path = try application.publishedNeed()
        let unknown = application.send(.get, "\(path)?fields=nonsense", as: who)
        #expect(unknown.outcome == "400 parameter_invalid")
        for name in ["contact_id", "created_by", "recorded_by", "needs_review", "started_on"] {
            let hidden = application.send(.get, "\(path)?fields=\(name)", as: who)
            #expect(hidden.outcome == unknown.outcome, "\(name)")
            #expect(hidden.faults == unknown.faults && hidden.text("detail") == unknown.text("detail"))
            #expect(!String(decoding: hidden.body, as: UTF8.self).contains("\"created_by\""))
        }
        #expect(application.send(.get, "/v1/needs?fields=created_by", as: who).outcome == unknown.outcome)
    }

    @Test func `no member of a problem tells what is hidden`() throws {
        let path = try application.publishedNeed()
        let one = application.send(.get, "\(path)?fields=nonsense", as: "stranger")
        let other = application.send(.get, "/v1/needs/\(Self.missing)?fields=nonsense", as: "stranger")
        #expect(one.impersonal == other.impersonal)
    }

    private static let missing = "01a1fd70-f1c0-7abc-8def-0123456789ab"

    @Test func `the tag of a part is that of its bytes, and good for a condition`() throws {
        let path = try application.publishedNeed()
        let part = application.send(.get, "\(path)?fields=title")
        let tag = try #require(part.field("ETag"))
        #expect(tag.hasPrefix("W/\""))
        #expect(tag != application.send(.get, "\(path)?fields=status").field("ETag"))
        let again = application.send(.get, "\(path)?fields=title", fields: [("If-None-Match", tag)])
        #expect(again.status == 304)
        #expect(application.patch(path, #"{"title":"Anderer Titel"}"#, as: "carrier").status == 200)
        let other = application.send(.get, "\(path)?fields=title", fields: [("If-None-Match", tag)])
        #expect(other.status == 200)
    }

    @Test func `a part is sent to those who take its type`() throws {
        let path = try application.publishedNeed()
        func status(_ accept: String) -> Int {
            application.send(.get, "\(path)?fields=title", fields: [("Accept", accept)]).status
        }
        #expect(status("*/*") == 200)
        #expect(status("application/vnd.scharnier.sparse+json") == 200)
        #expect(status("application/json, application/vnd.scharnier.sparse+json;q=0.5") == 200)
        let refused = application.send(.get, "\(path)?fields=title", fields: [("Accept", "application/json")])
        #expect(refused.outcome == "406 not_acceptable")
        #expect(refused.words("offered") == ["application/vnd.scharnier.sparse+json"])
        #expect(application.send(.get, path, fields: [("Accept", "application/json")]).status == 200)
    }

    @Test func `fields are for reading`() throws {
        let path = try application.draftNeed()
        let patched = application.send(
            .patch, "\(path)?fields=title", "{}", as: "carrier", fields: [("If-Match", "*")])
        #expect(patched.outcome == "400 parameter_unknown")
    }
}
