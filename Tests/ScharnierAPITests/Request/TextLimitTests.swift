import HTTPWire
import TestSupport
import Testing

/// Lengths count Unicode scalars, after trimming and in NFC (api.md §1).
@Suite struct TextLimitTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let limits = [
        ("title", 120), ("text", 4000), ("plain_summary", 600), ("participation", 1000), ("own_steps", 1000),
        ("otherwise_unavailable", 1000), ("self_help", 1000), ("counterpart", 1000),
    ]

    @Test(arguments: limits)
    func `a text may be as long as its limit and no scalar longer`(name: String, limit: Int) {
        for letter in ["a", "ß", "𝛼"] {
            let longest = String(repeating: letter, count: limit)
            let taken = Document.need(application).with(name, "\"\(longest)\"")
            let first = application.send(.post, "/v1/needs", taken.text, as: "carrier")
            #expect(first.status == 201)
            #expect(first.text(name)?.unicodeScalars.count == limit)
            let refused = Document.need(application).with(name, "\"\(longest)\(letter)\"")
            let second = application.send(.post, "/v1/needs", refused.text, as: "carrier")
            #expect(second.faults == ["#/\(name) too_long"])
            #expect(second.integer("errors/0/max") == Int64(limit))
        }
    }

    @Test func `a text may be as short as its limit and no scalar shorter`() {
        for (name, limit) in [("title", 3), ("text", 20)] {
            let shortest = String(repeating: "a", count: limit)
            let taken = Document.need(application).with(name, "\"\(shortest)\"")
            #expect(application.send(.post, "/v1/needs", taken.text, as: "carrier").status == 201)
            let refused = Document.need(application).with(name, "\"\(shortest.dropLast())\"")
            let response = application.send(.post, "/v1/needs", refused.text, as: "carrier")
            #expect(response.faults == ["#/\(name) too_short"])
        }
    }

    @Test func `blanks around a text are not part of it`() {
        let document = Document.need(application).with("title", "\"  Tafeln \"")
        #expect(application.send(.post, "/v1/needs", document.text, as: "carrier").text("title") == "Tafeln")
    }

    @Test func `a text is kept in NFC, whatever form it came in`() throws {
        let document = Document.need(application).with("title", #""Bu\u0308cher fu\u0308r Kinder""#)
        let response = application.send(.post, "/v1/needs", document.text, as: "carrier")
        let title = try #require(response.text("title"))
        #expect(Array(title.utf8) == Array("B\u{FC}cher f\u{FC}r Kinder".utf8))
    }

    @Test func `lines and tabs are part of longer texts`() {
        let document = Document.need(application).with(
            "text", #""Erstens ein Absatz,\n\tzweitens noch einer.""#)
        let response = application.send(.post, "/v1/needs", document.text, as: "carrier")
        #expect(response.text("text") == "Erstens ein Absatz,\n\tzweitens noch einer.")
    }

    @Test func `lists may have as many elements as their limit and no more`() {
        let codes = [
            "demographic_change", "migration_integration", "families_children", "social_city", "education",
            "work_employment", "health", "digital_inclusion", "housing_environment",
        ].map { "\"\($0)\"" }
        let taken = Document.need(application).with("topics", "[\(codes.dropLast().joined(separator: ","))]")
        #expect(application.send(.post, "/v1/needs", taken.text, as: "carrier").status == 201)
        let refused = Document.need(application).with("topics", "[\(codes.joined(separator: ","))]")
        #expect(
            application.send(.post, "/v1/needs", refused.text, as: "carrier").faults == ["#/topics too_many"])
    }

    @Test func `a need has at most thirty lines`() {
        for (count, status) in [(30, 201), (31, 422)] {
            let lines = Array(repeating: Document.item.text, count: count).joined(separator: ",")
            let document = Document.need(application).with("items", "[\(lines)]")
            #expect(application.send(.post, "/v1/needs", document.text, as: "carrier").status == status)
        }
    }
}
