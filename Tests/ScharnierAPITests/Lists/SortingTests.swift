import HTTPWire
import JSON
import TestSupport
import Testing

/// `sort` and `count` of lists (api.md §8).
@Suite struct SortingTests {
    private let application: Application

    init() throws { application = try Application() }

    private func titles(_ query: String, as who: String? = nil) -> [String] {
        application.send(.get, "/v1/needs?\(query)", as: who).elements("items").compactMap { $0["title"] }
    }

    private func publish(_ titles: String...) throws {
        for title in titles {
            _ = try application.publishedNeed(.need(application).with("title", "\"\(title)\""))
        }
    }

    @Test func `a list comes in the order that is asked for`() throws {
        try publish("Zelte", "Äpfel", "Bücher", "apfelsaft", "Straße", "Strasse 2")
        let sorted = ["Äpfel", "apfelsaft", "Bücher", "Straße", "Strasse 2", "Zelte"]
        #expect(titles("sort=title") == sorted)
        #expect(titles("sort=-title") == sorted.reversed())
        #expect(titles("sort=-title", as: "carrier") == sorted.reversed())
        #expect(titles("sort=title", as: "city") == sorted)
        #expect(titles("sort=created_at").first == "Zelte")
        #expect(titles("sort=-created_at") == titles(""))
    }

    @Test(arguments: ["needs", "offers", "organizations", "introductions"])
    func `a list is sorted by what it declares, and pages go on in that order`(_ collection: String) throws {
        let keys = try OpenAPI.read().sortKeys(of: "/v1/\(collection)")
        #expect(keys.count >= 3)
        try publish("Zelte", "Äpfel", "Bücher")
        for offer in ["Tische", "Äxte", "Stühle"] {
            let path = try application.activeOffer(Document.offer.with("title", "\"\(offer)\""))
            _ = application.propose(try application.publishedNeed(), path, as: "company")
        }
        for key in keys {
            let two = key == "created_at" ? "created_at,updated_at" : "\(key),-created_at"
            for order in [key, "-\(key)", two] {
                let target = "/v1/\(collection)?sort=\(order)"
                let whole = application.send(.get, target, as: "city").ids
                #expect(whole.count >= 3, "\(target)")
                #expect(application.listed("\(target)&limit=2", as: "city") == whole, "\(target)")
            }
        }
    }

    @Test(arguments: [
        "sort=", "sort=nonsense", "sort=title,", "sort=--title", "sort=+title", "sort=Title",
        "sort=title,title",
        "sort=title,-title", "sort=title,created_at,updated_at,published_at", "sort=contact_id",
        "sort=created_by", "sort=id;drop", "count=", "count=true", "count=exact,exact", "count=EXACT",
    ])
    func `a sort or a count that is not declared is refused`(_ query: String) {
        #expect(application.send(.get, "/v1/needs?\(query)", as: "city").outcome == "400 parameter_invalid")
    }

    @Test func `a cursor goes on in its own order only`() throws {
        try publish("Zelte", "Äpfel", "Bücher")
        func cursor(_ query: String) throws -> String {
            try #require(application.send(.get, "/v1/needs?\(query)&limit=1").text("next_cursor"))
        }
        func outcome(_ query: String) -> String { application.send(.get, "/v1/needs?\(query)").outcome }
        let byTitle = try cursor("sort=title")
        #expect(outcome("sort=title&cursor=\(byTitle)") == "200")
        #expect(outcome("sort=title&limit=2&count=exact&cursor=\(byTitle)") == "200")
        #expect(outcome("sort=-title&cursor=\(byTitle)") == "400 cursor_invalid")
        #expect(outcome("cursor=\(byTitle)") == "400 cursor_invalid")
        #expect(outcome("sort=title&horizon=acute&cursor=\(byTitle)") == "400 cursor_invalid")
        #expect(outcome("sort=title&cursor=\(try cursor("horizon=temporary"))") == "400 cursor_invalid")
    }

    @Test func `a cursor is at most 512 characters long`() throws {
        let long = String(repeating: "漢", count: 120)
        try publish(long, long + "字".dropFirst())
        let page = application.send(.get, "/v1/needs?sort=title,needed_by_on,created_at&limit=1")
        let cursor = try #require(page.text("next_cursor"))
        #expect(cursor.utf8.count <= 512)
        let next = application.send(
            .get, "/v1/needs?sort=title,needed_by_on,created_at&limit=1&cursor=\(cursor)")
        #expect(next.count("items") == 1)
        #expect(next.ids != page.ids)
    }

    @Test func `what is counted is what the caller may know of`() throws {
        try publish("Zelte", "Äpfel", "Bücher")
        _ = try application.draftNeed()
        func count(_ query: String, as who: String?) -> Int64? {
            application.send(.get, "/v1/needs?limit=2\(query)", as: who).integer("count")
        }
        #expect(count("", as: nil) == nil)
        #expect(count("&count=exact", as: nil) == 3)
        #expect(count("&count=exact", as: "stranger") == 3)
        #expect(count("&count=exact", as: "carrier") == 4)
        #expect(count("&count=exact&status=draft", as: "carrier") == 1)
        #expect(count("&count=exact&status=draft", as: "stranger") == 0)
        #expect(count("&count=exact&sort=title", as: "city") == 4)
        let shown = application.send(.get, "/v1/offers?count=exact", as: nil)
        #expect(shown.integer("count") == 0)
        #expect(application.send(.get, "/v1/needs", as: nil)["count"] == .null)
    }

    @Test func `the place of a private person in a list tells nothing of the name`() throws {
        let person = try application.privatePerson(named: "Aaron Canary")
        func order(_ who: String?) -> [String] {
            application.send(.get, "/v1/organizations?sort=name", as: who).ids
        }
        for who in [nil, "carrier", "city"] {
            let names = application.send(.get, "/v1/organizations?sort=name", as: who)
                .elements("items").compactMap { $0["name"] }
            #expect(order(who).contains(person))
            #expect(order(who).last == person, "\(names)")
        }
    }
}
