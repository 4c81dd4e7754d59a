import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

/// One question for offers, needs, ideas and programmes (F-21).
@Suite struct FindingsTests {
    private let application: Application

    init() throws { application = try Application() }

    private func search(_ query: String = "", as who: String? = nil) -> Response {
        application.send(.get, "/v1/search\(query)", as: who)
    }

    /// A facet as `code count`, in order.
    private func facet(_ name: String, _ section: Int, of response: Response) -> [String] {
        let path = "sections/\(section)/facets/\(name)"
        return (0..<(response.count(path) ?? -1)).map { index in
            "\(response.text("\(path)/\(index)/code") ?? "?") \(response.integer("\(path)/\(index)/count") ?? 0)"
        }
    }

    private func counts(_ response: Response) -> [Int64] {
        (0..<(response.count("sections") ?? 0)).compactMap { response.integer("sections/\($0)/count") }
    }

    @Test func `one question finds needs and offers, the newest first, and leads on to the lists`() throws {
        let older = try application.publishedNeed()
        application.clock.advance(seconds: 1)
        let newer = try application.publishedNeed(
            Document.need(application).with("topics", #"["education"]"#).with(
                "items", "[\(Document.item.text),\(Document.item.text),\(Document.money.text)]"))
        let offer = try application.activeOffer()
        let response = search("?q=schultasche")
        #expect(response.status == 200, "\(response.outcome)")
        #expect(response.text("sections/0/type") == "offer" && response.text("sections/1/type") == "need")
        #expect(response.text("sections/2/type") == "idea" && response.text("sections/3/type") == "programme")
        #expect(counts(response) == [1, 2, 0, 0])
        #expect(response.elements("sections/0/items").map { $0["href"] } == [offer])
        #expect(response.elements("sections/1/items").map { $0["href"] } == [newer, older])
        #expect(response.text("sections/1/question_de") == "Wer braucht was?")
        #expect(facet("kind", 1, of: response) == ["goods 2", "money 1"])
        #expect(facet("horizon", 1, of: response) == ["temporary 2"])
        #expect(facet("topic", 1, of: response) == ["education 1"])
        #expect(facet("horizon", 0, of: response) == ["acute 1", "permanent 1", "temporary 1"])
        for section in 0..<4 {
            let list = try #require(response.text("sections/\(section)/href"))
            let hits = response.elements("sections/\(section)/items").compactMap { $0["id"] }
            #expect(application.listed(list, as: nil) == hits, "\(list)")
        }
    }

    @Test func `filters hold for all, and only what is asked for is told`() throws {
        _ = try application.publishedNeed()
        _ = try application.publishedNeed(.need(application, area: "ar-hoerde"))
        _ = try application.activeOffer()
        #expect(counts(search("?area_id=\(application.area("ar-hoerde"))")) == [1, 1, 0, 0])
        #expect(counts(search("?type=need")) == [2])
        #expect(counts(search("?kind=money")) == [0, 0, 0])
        #expect(counts(search("?horizon=acute")) == [1, 0, 0])
        let few = search("?type=need&limit=1")
        #expect(few.count("sections/0/items") == 1 && counts(few) == [2])
        #expect(counts(search("?q=xyz")) == [0, 0, 0, 0])
        #expect(facet("kind", 1, of: search("?q=xyz")) == [])
    }

    @Test func `hidden rows are neither found nor counted, in no facet`() throws {
        let hidden = Document.need(application).with("topics", #"["education"]"#)
        _ = try application.publishedNeed(hidden.with("visibility", #""brokered""#))
        _ = try application.publishedNeed(hidden.with("visibility", #""registered""#))
        let paused = try application.publishedNeed(hidden)
        application.fire("pause", paused, as: "carrier", facts: #","reason_code":"other""#)
        _ = try application.draftNeed(hidden)
        for (who, count) in [
            (nil, 0), ("portal", 0), ("company", 1), ("carrier", 2), ("officer", 2), ("city", 2),
        ] {
            let response = search("?type=need", as: who)
            #expect(counts(response) == [Int64(count)], "\(who ?? "public")")
            for name in ["kind", "horizon", "topic"] {
                let numbers = facet(name, 0, of: response).map { $0.split(separator: " ").last }
                #expect(numbers == (count == 0 ? [] : ["\(count)"]), "\(who ?? "public") \(name)")
            }
        }
    }

    @Test func `a hit tells nothing that only parties see`() throws {
        _ = try application.activeOffer(Document.offer.with("publicity", #""none""#))
        let body = String(decoding: search().body, as: UTF8.self)
        #expect(!body.contains(application.id(of: "company")) && !body.contains("Beispiel company"))
    }

    @Test func `what a token may not read is not searched`() throws {
        _ = try application.publishedNeed()
        _ = try application.activeOffer()
        let issued = application.send(
            .post, "/v1/tokens",
            """
            {"organization_id":"\(application.id(of: "company"))","role":"company","scopes":["offers:read"],"label":"x"}
            """, as: "city")
        let secret = try #require(issued.text("secret"), "\(issued.faults)")
        let response = application.send(
            .get, "/v1/search", fields: [("Authorization", "Bearer \(secret)")])
        #expect(response.count("sections") == 1 && response.text("sections/0/type") == "offer")
        #expect(search("", as: "monitor").count("sections") == 0 || search("", as: "monitor").status == 403)
    }

    @Test(arguments: [
        "?type=x", "?limit=0", "?q=", "?q=%20", "?horizon=x", "?cursor=x", "?carrier_id=x", "?kind=x",
    ])
    func `a parameter that says nothing sensible is refused`(query: String) {
        #expect(search(query).status == 400)
    }

    @Test func `facets are those of a count by hand`() throws {
        var random = SmallRandom(state: 21)
        let topics = ["education", "health", "social_city"]
        var expected: [String: Int] = [:]
        for _ in 0..<25 {
            let chosen = topics.filter { _ in random.number(below: 2) == 0 }
            let list = chosen.map { "\"\($0)\"" }.joined(separator: ",")
            let isPublic = random.number(below: 3) > 0
            let document = Document.need(application).with("topics", "[\(list)]")
                .with("visibility", isPublic ? #""public""# : #""brokered""#)
            _ = try application.publishedNeed(document)
            if isPublic { for topic in chosen { expected[topic, default: 0] += 1 } }
        }
        let found = facet("topic", 0, of: search("?type=need&limit=1"))
        #expect(Set(found) == Set(expected.map { "\($0.key) \($0.value)" }))
    }
}
