import HTTPWire
import TestSupport
import Testing

/// How the city changes its vocabulary (F-17).
@Suite struct TaxonomyWritingTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let term = Document([
        ("scheme", #""topic""#), ("code", #""urban_gardening""#), ("label_de", #""Stadtgärten""#),
        ("label_en", #""Urban gardening""#),
    ])

    @Test func `a new term may be used at once, and an ended one no longer`() throws {
        let path = try application.create("taxonomy-terms", Self.term, as: "city")
        let need = Document.need(application).with("topics", #"["urban_gardening"]"#)
        let old = try application.draftNeed(need)
        let end = #"{"valid_to_on":"2026-11-21","replaced_by":"education"}"#
        #expect(application.patch(path, end, as: "city").status == 200)
        let refused = application.send(.post, "/v1/needs", need.text, as: "carrier")
        #expect(refused.faults == ["#/topics/0 not_in_enum"])
        #expect(application.send(.get, path).text("label_de") == "Stadtgärten")
        #expect(application.send(.get, old, as: "carrier").words("topics") == ["urban_gardening"])
        let codes = application.send(.get, "/v1/taxonomy-terms?scheme=topic").elements("items")
        #expect(codes.contains { $0["code"] == "urban_gardening" })
        let today = application.send(.get, "/v1/taxonomy-terms?scheme=topic&as_of=2026-11-21").elements(
            "items")
        #expect(!today.contains { $0["code"] == "urban_gardening" })
    }

    @Test func `a code is there once, and stays`() throws {
        let path = try application.create("taxonomy-terms", Self.term, as: "city")
        let again = application.send(.post, "/v1/taxonomy-terms", Self.term.text, as: "city")
        #expect(again.outcome == "409 duplicate" && again.text("existing_id") == path.id)
        let other = application.patch(path, #"{"code":"gardening","scheme":"skill"}"#, as: "city")
        #expect(other.faults.sorted() == ["#/code immutable", "#/scheme immutable"])
        #expect(application.patch(path, #"{"label_de":"Gärten"}"#, as: "city", match: nil).status == 428)
        let renamed = application.patch(path, #"{"label_de":"Gärten"}"#, as: "city")
        #expect(renamed.text("label_de") == "Gärten" && renamed.text("code") == "urban_gardening")
    }

    @Test func `what a term says has to be so`() {
        func faults(_ name: String, _ json: String) -> [String] {
            application.send(.post, "/v1/taxonomy-terms", Self.term.with(name, json).text, as: "city").faults
        }
        #expect(faults("parent_code", #""nothing""#) == ["#/parent_code reference_not_found"])
        #expect(faults("parent_code", #""urban_gardening""#) == ["#/parent_code not_allowed_together"])
        #expect(faults("kind", #""room""#) == ["#/kind not_allowed_together"])
        #expect(faults("definition_de", #""Beete""#) == ["#/definition_en required"])
        #expect(faults("code", #""Urban""#) == ["#/code bad_format"])
        #expect(faults("label_en", "null") == ["#/label_en required"])
    }

    @Test func `terms that the city began with can be changed, too`() throws {
        let terms = application.send(.get, "/v1/taxonomy-terms?scheme=topic").elements("items")
        let id = try #require(terms.first { $0["code"] == "education" }?["id"])
        let path = "/v1/taxonomy-terms/\(id)"
        #expect(application.send(.get, path).integer("version") == 0)
        let patched = application.patch(path, #"{"label_en":"Learning"}"#, as: "city", match: "\"0\"")
        #expect(patched.text("label_en") == "Learning")
        #expect(application.patch(path, #"{"label_en":"X"}"#, as: "city", match: "\"0\"").status == 412)
        let feed = application.send(.get, "/v1/changes?after=0&types=taxonomy_term", as: "portal")
        #expect(feed.elements("items").map { $0["href"] } == [path])
    }
}
