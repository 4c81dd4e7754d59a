import HTTPWire
import JSON
import TestSupport
import Testing

/// Areas with their history, indicators and vocabulary: public (F-14, F-17).
@Suite struct AreaTests {
    private let application: Application

    init() throws { application = try Application() }

    private func codes(_ query: String) -> [String] {
        application.send(.get, "/v1/areas?\(query)").elements("items").compactMap { $0["code"] }
    }

    @Test func `the action areas of today are not those of 2020`() {
        #expect(codes("type=action_area").count == 13)
        #expect(!codes("type=action_area").contains("ar-wickede"))
        #expect(codes("type=action_area&as_of=2020-12-31").contains("ar-wickede"))
        #expect(!codes("type=action_area&as_of=2021-01-01").contains("ar-wickede"))
        #expect(codes("code=ar-nordmarkt") == ["ar-nordmarkt"])
        #expect(codes("code=nonsense").isEmpty)
    }

    @Test func `an area is shown to everyone alike`() {
        let path = "/v1/areas/\(application.area("ar-nordmarkt"))"
        let shown = application.send(.get, path)
        #expect(shown.status == 200)
        #expect(shown.text("code") == "ar-nordmarkt")
        for who in ["carrier", "city", "monitor", "portal"] {
            #expect(application.send(.get, path, as: who).body == shown.body)
        }
        #expect(application.send(.get, "\(path)/indicator-values").status == 200)
        for missing in ["x", "01a1fd70-f1c0-7abc-8def-0123456789ab", application.id(of: "city")] {
            #expect(application.send(.get, "/v1/areas/\(missing)").outcome == "404 not_found")
            #expect(
                application.send(.get, "/v1/areas/\(missing)/indicator-values").outcome == "404 not_found")
        }
    }

    @Test(arguments: [
        "as_of=yesterday", "as_of=2021-02-29", "type=village", "type=", "as_of=2021-01-01&as_of=2021-01-01",
    ])
    func `a wrong query is told`(query: String) {
        #expect(application.send(.get, "/v1/areas?\(query)").outcome == "400 parameter_invalid")
        #expect(application.send(.get, "/v1/areas?valid=\(query.count)").outcome == "400 parameter_unknown")
    }

    @Test func `terms have labels in both languages`() {
        let response = application.send(.get, "/v1/taxonomy-terms?scheme=topic")
        let terms = response.elements("items")
        #expect(terms.count == 11)
        #expect(terms.allSatisfy { $0["scheme"] == "topic" })
        #expect(terms.allSatisfy { $0["label_de"]?.isEmpty == false && $0["label_en"]?.isEmpty == false })
        #expect(application.send(.get, "/v1/taxonomy-terms?scheme=x").outcome == "400 parameter_invalid")
    }
}
