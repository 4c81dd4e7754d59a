import HTTPWire
import TestSupport
import Testing

@testable import ScharnierAPI

/// How codes are written, and that what is wrong in a query or a list is named.
@Suite struct CodeTextTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test func `a code has letters, digits, underscores, dots and hyphens, at most sixty-four`() {
        let longest = String(repeating: "a", count: CodeText.longest)
        for code in ["a", "school_bags", "ar-nordmarkt", "de-AT", "4.1", longest] {
            #expect(CodeText.isCode(code), "\(code)")
        }
        for code in ["", " ", "a b", "Ä", "a\n", "a/b", "a,b", longest + "a"] {
            #expect(!CodeText.isCode(code), "\(code)")
        }
    }

    @Test(arguments: [
        "/v1/needs?topic=", "/v1/needs?target_group=", "/v1/offers?topic=", "/v1/offers?target_group=",
        "/v1/organizations?topic=", "/v1/areas?code=", "/v1/responsibility-matches?topic=",
        "/v1/search?q=Hof&topic=", "/v1/search?q=Hof&target_group=",
    ])
    func `a filter takes codes that there are not, and refuses what cannot be one`(_ target: String) {
        #expect(application.send(.get, target + "no_such_code").status == 200)
        let refused = application.send(.get, target + "kein%20K%C3%BCrzel")
        #expect(refused.outcome == "400 parameter_invalid")
        let name = target.split(separator: /[?&]/).last?.dropLast().description ?? ""
        #expect(refused.faults == ["\(name) bad_format"])
    }

    @Test func `a parameter that cannot be read is named`() {
        for value in ["%00", "%ff", "%zz", "%7F"] {
            let response = application.send(.get, "/v1/needs?topic=\(value)")
            #expect(response.faults == ["topic bad_format"], "\(value)")
        }
    }

    @Test func `a code in a body is refused by its form before anybody looks for it`() {
        let need = Document.need(application).with("topics", #"["kein Kürzel","no_such_code"]"#)
        let response = application.send(.post, "/v1/needs", need.text, as: "carrier")
        #expect(response.faults.contains("#/topics/0 bad_format"))
        #expect(!response.faults.contains("#/topics/0 reference_not_found"))
    }

    @Test func `control characters in a list of names are told as such`() {
        let body = #"{"type":"action_quarter","code":"aq-x","name":"X","aliases":["Hof","a\u0007",5]}"#
        let faults = application.send(.post, "/v1/areas", body, as: "city").faults
        #expect(faults.contains("#/aliases/1 bad_characters"))
        #expect(faults.contains("#/aliases/2 wrong_type"))
    }
}
