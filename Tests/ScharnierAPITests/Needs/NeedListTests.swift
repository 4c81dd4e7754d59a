import HTTPWire
import TestSupport
import Testing

/// Lists of needs: filters and pages (api.md §8; F-41).
@Suite struct NeedListTests {
    private let application: Application

    init() throws { application = try Application() }

    private func ids(_ query: String) -> [String] { application.listed("/v1/needs?\(query)", as: "carrier") }

    @Test func `each filter finds what it names and nothing else`() throws {
        let base = Document.need(application)
        let first = try application.publishedNeed(base.with("topics", #"["education"]"#)).id
        let money = base.with("items", "[\(Document.money.text)]").with("target_groups", #"["seniors"]"#)
        let second = try application.draftNeed(
            money.with("horizon", #""acute""#).with("needed_by_on", #""2026-12-01""#)
        ).id
        let third = try application.publishedNeed(
            Document.need(application, area: "ar-hoerde"), as: "network"
        ).id
        #expect(Set(ids("limit=50")) == [first, second, third])
        #expect(ids("status=draft") == [second])
        #expect(Set(ids("status=draft,published")) == [first, second, third])
        #expect(ids("horizon=acute") == [second])
        #expect(ids("kind=money") == [second])
        #expect(ids("topic=education") == [first])
        #expect(ids("target_group=seniors,youth") == [second])
        #expect(ids("area_id=\(application.area("ar-hoerde"))") == [third])
        #expect(ids("carrier_id=\(application.id(of: "network"))") == [third])
        #expect(ids("needed_by_before=2027-01-01") == [second])
        #expect(Set(ids("needed_by_from=2026-12-02")) == [first, third])
        #expect(ids("needed_by_from=2026-12-01&needed_by_before=2026-12-02") == [second])
        #expect(ids("needed_by_before=2026-12-01").isEmpty)
        #expect(ids("horizon=acute&status=published").isEmpty)
    }

    @Test(arguments: [
        ("stauts=draft", "400 parameter_unknown"), ("order=title", "400 parameter_unknown"),
        ("status=nonsense", "400 parameter_invalid"), ("status=draft,", "400 parameter_invalid"),
        ("status=", "400 parameter_invalid"), ("status=draft&status=draft", "400 parameter_invalid"),
        ("limit=0", "400 parameter_invalid"), ("limit=-1", "400 parameter_invalid"),
        ("limit=x", "400 parameter_invalid"), ("limit=%31x", "400 parameter_invalid"),
        ("limit=", "400 parameter_invalid"),
        ("carrier_id=x", "400 parameter_invalid"), ("needed_by_from=2027-02-29", "400 parameter_invalid"),
        ("topic=%zz", "400 parameter_invalid"), ("topic=%00", "400 parameter_invalid"),
        ("topic=%ff", "400 parameter_invalid"), ("cursor=x", "400 cursor_invalid"),
        ("cursor=", "400 cursor_invalid"),
    ])
    func `a wrong query is told and never widens the result`(query: String, outcome: String) {
        #expect(application.send(.get, "/v1/needs?\(query)", as: "carrier").outcome == outcome)
    }

    @Test func `a filter takes fifty values and no more`() {
        let codes = (0..<50).map { "t\($0)" }.joined(separator: ",")
        #expect(application.send(.get, "/v1/needs?topic=\(codes)", as: "carrier").status == 200)
        #expect(
            application.send(.get, "/v1/needs?topic=\(codes),t50", as: "carrier").outcome
                == "400 parameter_invalid")
    }

    @Test func `a page has fifty items unless told otherwise, and never more than two hundred`() {
        #expect(application.send(.get, "/v1/needs", as: "carrier").integer("limit") == 50)
        #expect(application.send(.get, "/v1/needs?limit=1", as: "carrier").integer("limit") == 1)
        #expect(application.send(.get, "/v1/needs?limit=9999", as: "carrier").integer("limit") == 200)
    }

    @Test func `pages have no gaps and no doubles while others insert`() throws {
        let all = try (0..<23).map { _ in try application.draftNeed().id }
        for limit in [1, 2, 7, 22, 23, 24] {
            var found: [String] = []
            var next: String? = "/v1/needs?limit=\(limit)"
            while let page = next.map({ application.send(.get, $0, as: "carrier") }) {
                found += page.ids
                next = page.text("next_cursor").map { "/v1/needs?limit=\(limit)&cursor=\($0)" }
                _ = try application.draftNeed()
            }
            #expect(found.filter(Set(all).contains) == all.reversed())
            #expect(Set(found).count == found.count)
        }
    }

    @Test func `Link says the same as the cursor`() throws {
        for _ in 0..<3 { _ = try application.draftNeed() }
        let first = application.send(.get, "/v1/needs?status=draft&limit=2", as: "carrier")
        let cursor = try #require(first.text("next_cursor"))
        let base = "/v1/needs?status=draft&limit=2"
        #expect(first.field("Link") == "<\(base)&cursor=\(cursor)>; rel=\"next\", <\(base)>; rel=\"first\"")
        let last = application.send(.get, "\(base)&cursor=\(cursor)", as: "carrier")
        #expect(last.count("items") == 1)
        #expect(last.text("next_cursor") == nil)
        #expect(last.field("Link") == "<\(base)>; rel=\"first\"")
    }

    @Test func `a cursor that is forged, damaged or of another query is refused`() throws {
        for _ in 0..<3 { _ = try application.draftNeed() }
        let cursor = try #require(
            application.send(.get, "/v1/needs?limit=1", as: "carrier").text("next_cursor"))
        func outcome(_ target: String) -> String { application.send(.get, target, as: "carrier").outcome }
        #expect(outcome("/v1/needs?limit=2&cursor=\(cursor)") == "200")
        #expect(outcome("/v1/needs?status=draft&cursor=\(cursor)") == "400 cursor_invalid")
        #expect(outcome("/v1/offers?cursor=\(cursor)") == "400 cursor_invalid")
        for index in cursor.utf8.indices {
            var bytes = Array(cursor.utf8)
            let place = cursor.utf8.distance(from: cursor.utf8.startIndex, to: index)
            bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            let forged = String(decoding: bytes, as: UTF8.self)
            #expect(outcome("/v1/needs?cursor=\(forged)") == "400 cursor_invalid", "\(place)")
        }
        #expect(outcome("/v1/needs?cursor=\(cursor.dropLast())") == "400 cursor_invalid")
    }
}
