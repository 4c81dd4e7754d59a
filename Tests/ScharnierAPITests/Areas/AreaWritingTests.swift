import HTTPWire
import JSON
import ScharnierStore
import TestSupport
import Testing

/// How the city changes its areas and what is measured in them (F-14).
@Suite struct AreaWritingTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let polygon =
        #"{"type":"Polygon","coordinates":[[[7.53,51.52],[7.55,51.52],[7.55,51.53],[7.53,51.52]]]}"#

    private var quarter: Document {
        Document([
            ("type", #""action_quarter""#), ("code", #""aq-beispielhof""#), ("name", #""Beispielhof""#),
            ("parent_id", "\"\(application.area("sb-innenstadt-nord"))\""),
            ("valid_from_on", #""2027-01-01""#), ("geometry_status", #""illustrative""#),
            ("geometry", Self.polygon), ("centroid", #"{"lat":51.525,"lon":7.54}"#),
            ("population", "1200"), ("area_ha", #""12.5""#), ("aliases", #"["Hof"]"#),
        ])
    }

    private func faults(_ document: Document) -> [String] {
        application.send(.post, "/v1/areas", document.text, as: "city").faults
    }

    @Test func `the city adds an area, and everyone reads it from its day on`() throws {
        let path = try application.create("areas", quarter, as: "city")
        let shown = application.send(.get, path)
        #expect(shown.text("name") == "Beispielhof" && shown.words("aliases") == ["Hof"])
        #expect(shown.text("geometry/type") == "Polygon")
        #expect((shown.integer("version") ?? 0) > 0)
        func codes(_ day: String) -> [String] {
            application.send(.get, "/v1/areas?code=aq-beispielhof&as_of=\(day)").elements("items").compactMap
            {
                $0["code"]
            }
        }
        #expect(codes("2026-12-31") == [] && codes("2027-01-01") == ["aq-beispielhof"])
        let feed = application.send(.get, "/v1/changes?after=0&types=area", as: "portal")
        #expect(feed.elements("items").map { $0["href"] } == [path])
        #expect(try application.store.check().isEmpty)
    }

    @Test func `an area is refused for what it cannot be`() {
        #expect(faults(quarter.with("code", #""Nord""#)) == ["#/code bad_format"])
        #expect(faults(quarter.without("valid_from_on")) == ["#/valid_from_on required"])
        #expect(
            faults(quarter.with("valid_to_on", #""2027-01-01""#)) == ["#/valid_to_on not_allowed_together"])
        let missing = "\"01a1fd70-f1c0-7abc-8def-0123456789ab\""
        #expect(faults(quarter.with("parent_id", missing)) == ["#/parent_id reference_not_found"])
        #expect(faults(quarter.without("geometry")) == ["#/geometry_status not_allowed_together"])
        #expect(faults(quarter.with("centroid", #"{"lat":91,"lon":7}"#)) == ["#/centroid/lat out_of_range"])
        #expect(faults(quarter.with("population", "-1")) == ["#/population out_of_range"])
        #expect(faults(quarter.with("relations", "[]")) == ["#/relations read_only"])
    }

    @Test(arguments: [
        #"{"type":"Point","coordinates":[7,51]}"#, #"{"type":"Polygon"}"#,
        #"{"type":"Polygon","coordinates":[]}"#,
        #"{"type":"Polygon","coordinates":[[[7,51],[8,51],[8,52]]]}"#,
        #"{"type":"Polygon","coordinates":[[["7","51"],[8,51],[8,52],[7,51]]]}"#,
        #"{"type":"Polygon","coordinates":[[[7,51],[8,51],[8,52],[7,51]]],"crs":"x"}"#,
        #"{"type":"MultiPolygon","coordinates":[[[7,51],[8,51],[8,52],[7,51]]]}"#,
    ])
    func `what is no polygon is no drawing`(geometry: String) {
        #expect(faults(quarter.with("geometry", geometry)).contains("#/geometry bad_format"))
    }

    @Test func `the same code is free on other days only`() throws {
        let path = try application.create("areas", quarter, as: "city")
        let later = quarter.with("valid_from_on", #""2028-01-01""#)
        let taken = application.send(.post, "/v1/areas", later.text, as: "city")
        #expect(taken.outcome == "409 duplicate" && taken.text("existing_id") == path.id)
        #expect(application.patch(path, #"{"valid_to_on":"2028-01-01"}"#, as: "city").status == 200)
        let next = try application.create("areas", later, as: "city")
        #expect(application.send(.get, "\(path)?as_of=2027-06-01").text("id") == path.id)
        #expect(application.send(.get, "\(path)?as_of=2028-06-01").text("id") == next.id)
        #expect(application.send(.get, "\(path)?as_of=2026-06-01").outcome == "404 not_found")
    }

    @Test func `what is in force stays, and ends from today on`() throws {
        let path = "/v1/areas/\(application.area("ar-nordmarkt"))"
        let renamed = application.patch(path, #"{"name":"Anders","population":1}"#, as: "city")
        #expect(renamed.faults == ["#/name immutable", "#/population immutable"])
        #expect(
            application.patch(path, #"{"valid_to_on":"2026-11-20"}"#, as: "city").faults
                == ["#/valid_to_on out_of_range"])
        let ended = application.patch(path, #"{"valid_to_on":"2026-11-21"}"#, as: "city")
        #expect(ended.text("valid_to_on") == "2026-11-21")
        #expect(application.patch(path, #"{"valid_to_on":null}"#, as: "city").status == 422)
        let need = Document.need(application)
        let draft = application.send(.post, "/v1/needs", need.text, as: "carrier")
        let submitted = application.fire("submit", draft.field("Location") ?? "", as: "carrier")
        let published = application.fire("publish", draft.field("Location") ?? "", as: "city")
        #expect(submitted.status >= 400 || published.failedGuards == ["area_not_valid"])
        #expect(application.send(.get, "\(path)/indicator-values").status == 200)
    }

    @Test func `an area does not lie in what lies in it`() throws {
        let outer = try application.create("areas", quarter, as: "city")
        let inside = quarter.with("code", #""aq-innen""#).with("parent_id", "\"\(outer.id)\"")
        let inner = try application.create("areas", inside, as: "city")
        for parent in [outer.id, inner.id] {
            let response = application.patch(outer, #"{"parent_id":"\#(parent)"}"#, as: "city")
            #expect(response.faults == ["#/parent_id not_allowed_together"])
        }
    }

    @Test func `an officer's rights follow the tree at once`() throws {
        let nordmarkt = application.area("ar-nordmarkt")
        let inside = quarter.with("parent_id", "\"\(nordmarkt)\"").with("valid_from_on", #""2026-11-21""#)
        _ = application.send(.get, "/v1/me", as: "officer")
        let path = try application.create("areas", inside, as: "city")
        let areas = application.send(.get, "/v1/me", as: "officer").words("area_ids")
        #expect(areas.contains(path.id))
    }

    @Test func `how areas belong together is said once, and shown with both`() throws {
        let path = try application.create("areas", quarter, as: "city")
        let body = #"{"to_id":"\#(application.area("ar-hafen"))","kind":"overlaps","share_bp":2500}"#
        let said = application.send(.post, "\(path)/relations", body, as: "city")
        #expect(said.status == 201 && said.field("Location") == path)
        for id in [path.id, application.area("ar-hafen")] {
            let relation = application.send(.get, "/v1/areas/\(id)")
            #expect(relation.integer("relations/0/share_bp") == 2500)
        }
        #expect(application.send(.post, "\(path)/relations", body, as: "city").outcome == "409 duplicate")
        let own = #"{"to_id":"\#(path.id)","kind":"overlaps"}"#
        #expect(
            application.send(.post, "\(path)/relations", own, as: "city").faults
                == ["#/to_id not_allowed_together"])
        #expect(try application.store.check().isEmpty)
    }

    @Test func `measures are defined, recorded, and corrected by whoever knows what is kept`() throws {
        let measure = Document([
            ("code", #""library_cards""#), ("name_de", #""Büchereiausweise""#),
            ("name_en", #""Library cards""#),
            ("unit", #""per_1000""#), ("polarity", #""relief""#), ("domain", #""education""#),
        ])
        let defined = try application.create("indicators", measure, as: "city")
        #expect(application.send(.get, defined).text("name_de") == "Büchereiausweise")
        #expect(application.send(.get, "/v1/indicators/none").outcome == "404 not_found")
        #expect(
            application.send(.post, "/v1/indicators", measure.text, as: "city").outcome == "409 duplicate")
        let values = "/v1/areas/\(application.area("ar-nordmarkt"))/indicator-values"
        func record(_ value: String, replacing old: String = "null", period: String = "2025") -> Response {
            let body = """
                {"indicator":"library_cards","period":"\(period)","value":"\(value)","source":"Bericht",
                 "replaces":\(old)}
                """
            return application.send(.post, values, body, as: "city")
        }
        #expect(record("12.5").status == 201)
        #expect(record("12.5").status == 201)
        #expect(record("13").outcome == "409 duplicate")
        #expect(record("13", replacing: "\"12\"").outcome == "409 duplicate")
        #expect(record("13", replacing: "\"12.5\"").status == 201)
        #expect(record("1,3").faults == ["#/value bad_format"])
        #expect(record("1", period: "2025-13").faults == ["#/period bad_format"])
        let kept = application.send(.get, values).elements("items").filter {
            $0["indicator"] == "library_cards"
        }
        #expect(kept.map { $0["value"] } == ["13"])
    }

    @Test func `areas come as GeoJSON to whoever asks for that`() throws {
        let accept = [("Accept", "application/geo+json")]
        let list = application.send(.get, "/v1/areas?type=action_area", fields: accept)
        #expect(list.status == 200 && list.field("Content-Type") == "application/geo+json")
        #expect(list.text("type") == "FeatureCollection" && list.count("features") == 13)
        #expect(list.text("notice_de")?.contains("keine amtlichen Grenzen") == true)
        let path = "/v1/areas/\(application.area("ar-nordmarkt"))"
        let one = application.send(.get, path, fields: accept)
        #expect(one.text("type") == "Feature" && one.text("properties/code") == "ar-nordmarkt")
        #expect(one.text("properties/geometry_status") != nil)
        #expect(one.field("ETag") != application.send(.get, path).field("ETag"))
        for wanted in ["*/*", "application/json", "application/geo+json, application/json;q=0.1"] {
            let json = application.send(.get, path, fields: [("Accept", wanted)])
            #expect(json.field("Content-Type")?.hasPrefix("application/json") == true, "\(wanted)")
        }
        let other = application.send(.get, path, fields: [("Accept", "text/html")])
        #expect(other.words("offered") == ["application/json", "application/geo+json"])
        #expect(application.send(.get, "/v1/needs", fields: accept).outcome == "406 not_acceptable")
    }
}
