import HTTPWire
import JSON
import ScharnierStore
import TestSupport
import Testing

/// Who looks after which area, and what moves with it (F-15).
@Suite struct AreaAssignmentTests {
    private let application: Application

    init() throws { application = try Application() }

    private func document(_ unit: String, _ area: String, from day: String = "2026-11-21") -> Document {
        Document([
            ("unit_organization_id", "\"\(application.id(of: unit))\""),
            ("area_id", "\"\(application.area(area))\""), ("from_on", "\"\(day)\""),
        ])
    }

    private func areas(of who: String) -> [String] {
        application.send(.get, "/v1/me", as: who).words("area_ids")
    }

    @Test func `an officer's rights begin and end with the days`() throws {
        let hoerde = application.area("ar-hoerde")
        let submitted = try application.draftNeed(.need(application, area: "ar-hoerde"))
        application.fire("submit", submitted, as: "carrier")
        #expect(application.send(.get, submitted, as: "officer").outcome == "404 not_found")
        let path = try application.create("area-assignments", document("officer", "ar-hoerde"), as: "city")
        #expect(areas(of: "officer").contains(hoerde))
        #expect(application.send(.get, submitted, as: "officer").status == 200)
        #expect(application.fire("publish", submitted, as: "officer").status == 201)
        #expect(application.patch(path, #"{"to_on":"2026-11-22"}"#, as: "city").status == 200)
        #expect(areas(of: "officer").contains(hoerde))
        application.clock.advance(days: 1)
        #expect(!areas(of: "officer").contains(hoerde))
        let review = application.fire("approve", submitted, as: "officer")
        #expect(review.outcome == "403 role_forbidden")
    }

    @Test func `what is to come begins on its day`() throws {
        let path = try application.create(
            "area-assignments", document("officer", "ar-hoerde", from: "2026-11-23"), as: "city")
        application.clock.advance(days: 1)
        #expect(!areas(of: "officer").contains(application.area("ar-hoerde")))
        application.clock.advance(days: 1)
        #expect(areas(of: "officer").contains(application.area("ar-hoerde")))
        func found(_ query: String) -> [String] {
            application.send(.get, "/v1/area-assignments?\(query)", as: "carrier").ids
        }
        #expect(found("as_of=2026-11-22&area_id=\(application.area("ar-hoerde"))") == [])
        #expect(found("as_of=2026-11-23&area_id=\(application.area("ar-hoerde"))") == [path.id])
        #expect(found("unit_organization_id=\(application.id(of: "officer"))").count == 2)
        #expect(found("unit_organization_id=\(application.id(of: "city"))") == [])
    }

    @Test func `the note is for officers and the city, the officer's name for the city`() throws {
        let contact = try #require(application.send(.get, "/v1/contacts", as: "officer").ids.first)
        let document = document("officer", "ar-hoerde").with("handover_note", #""kanarienvogel""#)
            .with("contact_id", "\"\(contact)\"")
        let path = try application.create("area-assignments", document, as: "city")
        for target in [path, "/v1/area-assignments"] {
            for who in ["carrier", "portal", "reader", "foundation"] {
                let response = application.send(.get, target, as: who)
                #expect(response.status == 200, "\(who)")
                let text = String(decoding: response.body, as: UTF8.self)
                #expect(!text.contains("kanarienvogel") && !text.contains("contact_id"), "\(who)")
            }
        }
        let officer = application.send(.get, path, as: "officer")
        #expect(officer.text("handover_note") == "kanarienvogel" && !officer.has("contact_id"))
        #expect(application.send(.get, path, as: "city").text("contact_id") == contact)
        #expect(application.send(.get, path).outcome == "401 token_missing")
    }

    @Test func `an assignment is refused for what it cannot be`() throws {
        func answer(_ document: Document) -> Response {
            application.send(.post, "/v1/area-assignments", document.text, as: "city")
        }
        let good = document("officer", "ar-hoerde")
        #expect(
            answer(document("carrier", "ar-hoerde")).faults == ["#/unit_organization_id not_allowed_together"]
        )
        let missing = "\"01a1fd70-f1c0-7abc-8def-0123456789ab\""
        #expect(answer(good.with("area_id", missing)).faults == ["#/area_id reference_not_found"])
        #expect(
            answer(good.with("unit_organization_id", missing)).faults
                == ["#/unit_organization_id reference_not_found"])
        let foreign = try #require(application.send(.get, "/v1/contacts", as: "carrier").ids.first)
        #expect(
            answer(good.with("contact_id", "\"\(foreign)\"")).faults == ["#/contact_id reference_not_found"])
        #expect(answer(good.with("to_on", #""2026-11-20""#)).faults == ["#/to_on not_allowed_together"])
        #expect(answer(good.without("from_on")).faults == ["#/from_on required"])
        #expect(answer(good).status == 201)
        #expect(answer(good).outcome == "409 duplicate")
    }

    @Test func `who has an area stays, and days that are over do, too`() throws {
        let path = try application.create("area-assignments", document("officer", "ar-hoerde"), as: "city")
        let moved = application.patch(path, #"{"area_id":"\#(application.area("ar-hafen"))"}"#, as: "city")
        #expect(moved.faults == ["#/area_id immutable"])
        #expect(
            application.patch(path, #"{"from_on":"2026-12-01"}"#, as: "city").faults == [
                "#/from_on immutable"
            ])
        application.clock.advance(days: 3)
        #expect(
            application.patch(path, #"{"to_on":"2026-11-23"}"#, as: "city").faults == ["#/to_on out_of_range"]
        )
        #expect(application.patch(path, #"{"to_on":"2026-11-24"}"#, as: "city").status == 200)
        #expect(
            application.patch(path, #"{"handover_note":"x"}"#, as: "officer").outcome == "403 scope_missing")
        #expect(try application.store.check().isEmpty)
    }
}
