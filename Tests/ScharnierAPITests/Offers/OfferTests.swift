import HTTPWire
import JSON
import TestSupport
import Testing

/// Offers of every kind, and their life (domain.md §5.4; F-33, F-34).
@Suite struct OfferTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test(arguments: ["goods", "service", "logistics", "room", "volunteering", "expertise", "contacts"])
    func `an offer of a kind that is counted has a quantity and a unit`(kind: String) throws {
        let path = try application.activeOffer(Document.offer.with("kind", "\"\(kind)\""))
        let response = application.send(.get, path)
        #expect(response.text("kind") == kind)
        #expect(response.integer("quantity") == 10)
        #expect(response["budget_cents"] == JSONValue.null)
        #expect(response.text("supplier_kind") == "company")
    }

    private static let money = Document([
        ("kind", #""money""#), ("title", #""Fördertopf""#), ("budget_cents", "500000"),
        ("min_per_commitment_cents", "10000"), ("max_per_commitment_cents", "250000"), ("reach", #""city""#),
    ])

    @Test func `an offer of money has cents and no unit`() throws {
        let response = application.send(.get, try application.activeOffer(Self.money, as: "foundation"))
        #expect(response.integer("budget_cents") == 500_000)
        #expect(response["quantity"] == JSONValue.null)
        #expect(response["unit"] == JSONValue.null)
        for (name, json) in [("quantity", "1"), ("unit", "\"piece\""), ("min_per_commitment", "1")] {
            let document = Self.money.with(name, json)
            let refused = application.send(.post, "/v1/offers", document.text, as: "foundation")
            #expect(refused.faults == ["#/\(name) not_allowed_together"])
        }
    }

    @Test(arguments: [
        ("once", "1970-01-01"), ("month", "2026-11-01"), ("quarter", "2026-10-01"), ("year", "2026-01-01"),
    ])
    func `capacity renews with its period`(period: String, start: String) throws {
        let offer = try application.activeOffer(Document.offer.with("capacity_period", "\"\(period)\""))
        _ = try application.connection(try application.publishedNeed(), offer, quantity: 4)
        let response = application.send(.get, offer, as: "company")
        #expect(response.integer("usage/held") == 4)
        #expect(response.text("usage/period_start_on") == start)
        #expect(response.text("status") == "partly_reserved")
    }

    @Test func `what is missing is told when the offer is submitted`() throws {
        let path = try application.create("offers", Document([("kind", #""goods""#)]), as: "company")
        let response = application.fire("submit", path, as: "company")
        #expect(response.outcome == "422 incomplete")
        #expect(
            response.faults == [
                "#/title required", "#/quantity required", "#/unit required", "#/reach required",
            ])
    }

    @Test(arguments: [
        ("quantity", "0", "quantity out_of_range"), ("quantity", "100001", "quantity out_of_range"),
        ("min_per_commitment", "11", "min_per_commitment out_of_range"),
        ("max_per_commitment", "0", "max_per_commitment out_of_range"),
        ("horizons", "[]", "horizons too_few"),
        ("horizons", "[\"acute\",\"acute\"]", "horizons not_unique"),
        ("reach", "\"moon\"", "reach not_in_enum"),
        ("engagement_form", "\"tandem\"", "engagement_form not_allowed_together"),
        ("usage", "{}", "usage read_only"), ("supplier_kind", "\"company\"", "supplier_kind read_only"),
        ("inexhaustible", "1", "inexhaustible wrong_type"),
        ("budget_cents", "1", "budget_cents not_allowed_together"),
        (
            "available", "{\"from_on\":\"2027-02-01\",\"to_on\":\"2027-01-01\"}",
            "available/to_on not_allowed_together"
        ),
    ])
    func `a wrong member is told by its place and fault`(name: String, json: String, fault: String) {
        let before = application.position
        let response = application.send(
            .post, "/v1/offers", Document.offer.with(name, json).text, as: "company")
        #expect(response.outcome == "422 validation_failed")
        #expect(response.faults.first == "#/\(fault)")
        #expect(application.position == before)
    }

    @Test func `an offer is paused, resumed, withdrawn`() throws {
        let path = try application.activeOffer()
        let paused = application.fire("pause", path, as: "company", facts: #","reason_code":"seasonal""#)
        #expect(paused.text("item/status") == "paused")
        #expect(application.send(.get, path).outcome == "404 not_found")
        #expect(application.fire("resume", path, as: "company").text("item/status") == "active")
        #expect(application.fire("withdraw", path, as: "company").text("item/status") == "withdrawn")
        #expect(application.fire("resume", path, as: "company").outcome == "409 state_conflict")
        let log = application.send(.get, "\(path)/transitions", as: "company")
        #expect(
            log.elements("items").map { $0["event"] } == [
                "submit", "activate", "pause", "resume", "withdraw",
            ])
    }

    @Test func `the kind of a live offer is fixed, its quantity covers what is reserved`() throws {
        let offer = try application.activeOffer()
        _ = try application.connection(try application.publishedNeed(), offer, quantity: 4)
        #expect(application.patch(offer, #"{"kind":"room"}"#, as: "company").faults == ["#/kind immutable"])
        #expect(application.patch(offer, #"{"quantity":3}"#, as: "company").outcome == "409 in_use")
        #expect(application.patch(offer, #"{"quantity":4}"#, as: "company").text("status") == "exhausted")
        #expect(
            application.patch(offer, #"{"quantity":5}"#, as: "company").text("status") == "partly_reserved")
    }

    @Test func `each filter finds what it names and nothing else`() throws {
        let first = try application.activeOffer().id
        let second = try application.activeOffer(Self.money, as: "foundation").id
        func ids(_ query: String) -> [String] { application.listed("/v1/offers?\(query)", as: "carrier") }
        #expect(ids("kind=goods") == [first])
        #expect(ids("kind=money,room") == [second])
        #expect(Set(ids("status=active")) == [first, second])
        #expect(ids("status=paused").isEmpty)
        #expect(Set(ids("horizon=acute")) == [first, second])
        #expect(ids("topic=education").isEmpty)
        #expect(
            application.send(.get, "/v1/offers?carrier_id=x", as: "carrier").outcome
                == "400 parameter_unknown")
    }
}
