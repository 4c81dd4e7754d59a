import HTTPWire
import JSON
import ScharnierStore
import TestSupport
import Testing

/// Who is in charge of what (F-16).
@Suite struct ResponsibilityTests {
    private let application: Application

    init() throws { application = try Application() }

    private func responsible(_ address: String, _ members: [(String, String)] = []) throws -> String {
        var document = Document([
            ("unit_organization_id", "\"\(application.id(of: "officer"))\""),
            ("function_address", "\"\(address)@example.org\""),
        ])
        for (name, json) in members { document = document.with(name, json) }
        return try application.create("responsibilities", document, as: "city")
    }

    private func asked(_ query: String, as who: String? = nil) -> [String] {
        application.send(.get, "/v1/responsibility-matches?\(query)", as: who).elements("items").compactMap {
            $0["function_address"]?.split(separator: "@").first.map(String.init)
        }
    }

    @Test func `the most specific answers first, and everyone may ask`() throws {
        let nordmarkt = application.area("ar-nordmarkt")
        let area = ("area_id", "\"\(nordmarkt)\"")
        let topic = ("topic", #""education""#)
        let kind = ("resource_kind", #""money""#)
        _ = try responsible("alles")
        _ = try responsible("art", [kind])
        _ = try responsible("thema", [topic])
        _ = try responsible("gebiet", [area])
        _ = try responsible("gebiet-art", [area, kind])
        _ = try responsible("gebiet-thema", [area, topic])
        _ = try responsible("alles-zusammen", [area, topic, kind])
        let all = ["alles-zusammen", "gebiet-thema", "gebiet-art", "gebiet", "thema", "art", "alles"]
        for who in [nil, "carrier", "portal", "monitor"] as [String?] {
            #expect(asked("area_id=\(nordmarkt)&topic=education&kind=money", as: who) == all)
        }
        #expect(asked("topic=education") == ["thema", "alles"])
        #expect(asked("") == ["alles"])
        #expect(asked("area_id=\(application.area("ar-hoerde"))&kind=money") == ["art", "alles"])
    }

    @Test func `what holds for a district holds for what lies in it`() throws {
        let district = application.area("sb-innenstadt-nord")
        _ = try responsible("bezirk", [("area_id", "\"\(district)\"")])
        #expect(asked("area_id=\(application.area("ar-nordmarkt"))") == ["bezirk"])
        #expect(asked("area_id=\(application.area("ar-hoerde"))") == [])
    }

    @Test func `it holds on its days`() throws {
        let path = try responsible("heute", [("from_on", #""2026-11-21""#)])
        #expect(asked("as_of=2026-11-20") == [] && asked("as_of=2026-11-21") == ["heute"])
        #expect(application.patch(path, #"{"to_on":"2026-12-01"}"#, as: "city").status == 200)
        #expect(asked("as_of=2026-12-01") == [] && asked("as_of=2026-11-30") == ["heute"])
        #expect(application.send(.get, path).text("to_on") == "2026-12-01")
        #expect(application.send(.get, "/v1/responsibilities?as_of=2026-12-01").count("items") == 0)
        #expect(application.send(.get, "/v1/responsibilities").count("items") == 1)
    }

    @Test func `a question has one area, one topic and one kind`() {
        for query in ["kind=money,goods", "topic=a,b", "kind=x", "area_id=x", "as_of=today"] {
            let response = application.send(.get, "/v1/responsibility-matches?\(query)")
            #expect(response.outcome == "400 parameter_invalid", "\(query)")
        }
    }

    @Test func `what cannot be is refused`() {
        func faults(_ members: [(String, String)]) -> [String] {
            var document = Document([
                ("unit_organization_id", "\"\(application.id(of: "officer"))\""),
                ("function_address", #""amt@example.org""#),
            ])
            for (name, json) in members { document = document.with(name, json) }
            return application.send(.post, "/v1/responsibilities", document.text, as: "city").faults
        }
        #expect(
            faults([("topic", #""education""#), ("resource_kind", #""money""#)]) == [
                "#/area_id not_allowed_together"
            ])
        #expect(faults([("topic", #""nothing""#)]) == ["#/topic reference_not_found"])
        #expect(faults([("function_address", #""x""#)]) == ["#/function_address too_short"])
        let carrier = "\"\(application.id(of: "carrier"))\""
        #expect(
            faults([("unit_organization_id", carrier)]) == ["#/unit_organization_id not_allowed_together"])
        #expect(faults([("specificity", #""area""#)]) == ["#/specificity read_only"])
    }

    @Test func `everyone hears of it in the feed`() throws {
        let path = try responsible("amt")
        let feed = application.send(.get, "/v1/changes?after=0&types=responsibility", as: "portal")
        #expect(feed.elements("items").map { $0["href"] } == [path])
        #expect(try application.store.check().isEmpty)
    }
}
