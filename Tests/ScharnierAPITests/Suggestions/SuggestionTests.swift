import HTTPWire
import JSON
import TestSupport
import Testing

/// Suggestions over HTTP; what decides about them is tested with matching itself.
@Suite struct SuggestionTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    @Test func `a need finds the offer, and the offer finds the need`() {
        let offers = application.send(.get, "\(need)/suggestions", as: "carrier")
        #expect(offers.text("items/0/offer_id") == offer.id)
        #expect(offers["items/0/eligible"] == .bool(true))
        #expect(offers.integer("items/0/rank") == 1)
        let needs = application.send(.get, "\(offer)/suggestions", as: "company")
        #expect(needs.text("items/0/need_id") == need.id)
        #expect(needs["items/0/points"] == offers["items/0/points"])
        let pair = application.send(.get, "\(need)/suggestions/\(offer.id)", as: "company")
        #expect(pair["points"] == offers["items/0/points"])
        #expect(application.send(.get, "\(need)/suggestions", as: "carrier").body == offers.body)
    }

    @Test func `why a pair does not fit is told to both sides`() throws {
        let room = try application.activeOffer(Document.offer.with("kind", #""room""#))
        for who in ["carrier", "company", "officer", "city"] {
            let response = application.send(.get, "\(need)/suggestions/\(room.id)", as: who)
            #expect(response["eligible"] == .bool(false))
            #expect(response.words("items/0/blockers").contains("kind_mismatch"))
        }
        #expect(
            application.send(.get, "\(need)/suggestions/\(room.id)", as: "stranger").outcome
                == "403 role_forbidden")
        let listed = application.send(.get, "\(need)/suggestions?include=ineligible", as: "carrier")
        #expect(listed.count("items") == 2)
        #expect(application.send(.get, "\(need)/suggestions", as: "carrier").count("items") == 1)
    }

    @Test func `moving a seat changes no list and no score`() {
        func everything() -> [String] {
            let targets = [
                "\(need)/suggestions?include=ineligible", "\(offer)/suggestions", "/v1/needs", "/v1/offers",
            ]
            return targets.map { target in
                let response = application.send(.get, target, as: "city")
                let position = application.position
                let text = String(decoding: response.body, as: UTF8.self)
                return text.replacing("\"position\":\(position)", with: "")
            }
        }
        let before = everything()
        for name in ["carrier", "company", "network"] {
            for area in ["ar-hoerde", "ar-nordmarkt", "sb-mengede"] {
                let seat = "{\"seat\":{\"city\":\"Dortmund\",\"area_id\":\"\(application.area(area))\"}}"
                let path = "/v1/organizations/\(application.id(of: name))"
                #expect(application.patch(path, seat, as: name).status == 200)
                #expect(everything() == before)
            }
        }
    }

    @Test(arguments: [
        ("limit=0", "400 parameter_invalid"), ("limit=x", "400 parameter_invalid"),
        ("include=x", "400 parameter_invalid"),
        ("as_of=2028-01-01", "400 parameter_invalid"), ("as_of=x", "400 parameter_invalid"),
        ("cursor=x", "400 parameter_unknown"), ("limit=9999", "200"), ("as_of=2026-12-24", "200"),
        ("as_of=2026-11-20", "400 parameter_invalid"), ("as_of=2026-11-21", "200"),
        ("as_of=2027-11-22", "200"), ("as_of=2027-11-23", "400 parameter_invalid"),
    ])
    func `a wrong query is told`(query: String, outcome: String) {
        #expect(application.send(.get, "\(need)/suggestions?\(query)", as: "carrier").outcome == outcome)
    }

    @Test func `who may not ask is told so, and who may not see is told nothing`() throws {
        #expect(application.send(.get, "\(need)/suggestions", as: "stranger").outcome == "403 role_forbidden")
        #expect(application.send(.get, "\(need)/suggestions", as: "company").status == 403)
        let draft = try application.draftNeed()
        #expect(application.send(.get, "\(draft)/suggestions", as: "stranger").outcome == "404 not_found")
    }

    @Test func `what has ended gets no list, but still the reasons why it does not fit`() throws {
        let pair = "\(need)/suggestions/\(offer.id)"
        application.fire("withdraw", need, as: "carrier")
        #expect(
            application.send(.get, "\(need)/suggestions", as: "carrier").outcome == "409 state_conflict")
        #expect(
            application.send(.get, pair, as: "carrier").words("items/0/blockers") == ["need_not_live"])
        application.fire("withdraw", offer, as: "company")
        let ended = application.send(.get, "\(offer)/suggestions?include=ineligible", as: "city")
        #expect(ended.outcome == "409 state_conflict" && ended.text("state") == "withdrawn")
    }

    @Test func `a paused offer and a draft get their list, which says what stands in the way`() throws {
        let reason = #","reason_code":"other""#
        #expect(application.fire("pause", offer, as: "company", facts: reason).status == 201)
        let paused = application.send(.get, "\(offer)/suggestions", as: "company")
        #expect(paused.status == 200 && paused.count("items") == 0)
        #expect(paused.text("summary/gates/0/code") == "offer_not_live")
        let draft = try application.draftNeed()
        #expect(application.send(.get, "\(draft)/suggestions", as: "carrier").status == 200)
    }

    @Test func `an empty list says what excluded how many`() throws {
        application.fire("withdraw", offer, as: "company")
        let none = application.send(.get, "\(need)/suggestions", as: "carrier")
        #expect(none.count("items") == 0 && none.integer("summary/pairs") == 0)
        #expect(none.count("summary/gates") == 0)
        for kind in ["room", "room", "service"] {
            _ = try application.activeOffer(Document.offer.with("kind", "\"\(kind)\""))
        }
        let narrow = Document.offer.with("reach", #""area""#)
            .with("area_ids", "[\"\(application.area("ar-hoerde"))\"]")
        _ = try application.activeOffer(narrow)
        _ = try application.activeOffer(narrow.with("visibility", #""brokered""#))
        for version in ["2026.1", "2026.2"] {
            let list = application.send(
                .get, "\(need)/suggestions?rule_version=\(version)", as: "carrier")
            #expect(list.count("items") == 0 && list.integer("summary/pairs") == 4)
            let gates = list.elements("summary/gates").compactMap { $0["code"] }
            #expect(gates.prefix(2) == ["kind_mismatch", "area_out_of_scope"])
            #expect(list.integer("summary/gates/0/pairs") == 3)
            #expect(list.integer("summary/gates/1/pairs") == 1)
        }
        _ = try application.activeOffer()
        let found = application.send(.get, "\(need)/suggestions", as: "carrier")
        #expect(found.count("items") == 1 && found["summary"] == .null)
    }

    @Test func `the first rules count what was promised to the carrier in the last year`() throws {
        let second = try application.publishedNeed()
        let pair = "\(second)/suggestions/\(offer.id)?rule_version=2026.1"
        func told() -> String {
            let coverage =
                application.send(.get, pair, as: "carrier").elements("factors")
                + application.send(.get, pair, as: "carrier").elements("policy_factors")
            return coverage.first { $0["code"] == "coverage" }?["en"] ?? "nothing"
        }
        #expect(told() == "The carrier got no commitment in the last year.")
        let introduction = try application.connection(need, offer, quantity: 2)
        let path = try application.draftCommitment(introduction, need, quantity: 2)
        #expect(told() == "The carrier got no commitment in the last year.")
        application.sign(path, "supplier", as: "company")
        application.sign(path, "carrier", as: "carrier")
        #expect(told() == "The carrier got one commitment in the last year.")
    }
}
