import HTTPWire
import JSON
import ScharnierAPI
import TestSupport
import Testing

/// Health, vocabulary and contract (api.md §14; F-01, F-94).
@Suite struct OperationTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test func `health and readiness are told to everyone`() {
        #expect(application.send(.get, "/healthz").text("status") == "ok")
        #expect(application.send(.get, "/readyz").text("status") == "ready")
        #expect(application.send(.get, "/healthz").field("Cache-Control") == "no-store")
    }

    @Test func `every fixed list has labels in both languages`() throws {
        guard case .object(let lists) = application.send(.get, "/v1/meta")["enums"] else {
            Issue.record("no lists")
            return
        }
        #expect(lists.members.count >= 30)
        let meta = application.send(.get, "/v1/meta")
        for list in lists.members {
            let words = meta.elements("enums/\(list.name)")
            #expect(!words.isEmpty, "\(list.name)")
            #expect(Set(words.compactMap { $0["code"] }).count == words.count, "\(list.name)")
            for word in words {
                #expect(
                    word["label_de"]?.isEmpty == false && word["label_en"]?.isEmpty == false,
                    "\(list.name) \(word)")
            }
        }
    }

    @Test func `every problem is registered once, with both titles`() {
        let problems = application.send(.get, "/v1/meta").elements("problems")
        let codes = problems.compactMap { $0["code"] }
        #expect(Set(codes).count == codes.count)
        #expect(Set(ProblemCode.all.map(\.code)).isSubset(of: codes))
        #expect(codes.contains("request_malformed"))
        #expect(problems.allSatisfy { $0["title_de"]?.isEmpty == false && $0["title_en"]?.isEmpty == false })
    }

    @Test func `the version is told to the city only`() {
        for who in [nil, "carrier", "officer", "portal", "monitor"] as [String?] {
            #expect(!application.send(.get, "/v1/meta", as: who).has("version"))
        }
        for who in ["city", "reader"] {
            #expect(application.send(.get, "/v1/meta", as: who).text("version") == "test")
        }
    }

    @Test func `the contract is served as it is`() {
        let response = application.send(.get, "/openapi.yaml")
        #expect(response.status == 200)
        #expect(response.field("Content-Type") == "application/yaml")
        #expect(response.body == Contract.document)
        #expect(String(decoding: response.body, as: UTF8.self).contains("\nopenapi: 3.1"))
    }

    @Test(
        arguments: [
            (nil, 200), ("*/*", 200), ("application/json", 200), ("application/*", 200),
            ("text/html, */*;q=0.1", 200),
            ("Application/JSON", 200), ("text/html", 406), ("application/xml", 406),
            ("application/json;q=0", 406), ("", 406),
        ] as [(String?, Int)])
    func `what the caller accepts is heeded`(accepted: String?, status: Int) {
        let fields = accepted.map { [("Accept", $0)] } ?? []
        let response = application.send(.get, "/v1/meta", fields: fields)
        #expect(response.status == status)
        if status == 406 { #expect(response.words("offered") == ["application/json"]) }
    }

    @Test func `every answer has an identifier of its own`() {
        let ids = (0..<50).compactMap { _ in application.send(.get, "/healthz").field("X-Request-Id") }
        #expect(Set(ids).count == 50)
        #expect(ids == ids.sorted())
    }
}
