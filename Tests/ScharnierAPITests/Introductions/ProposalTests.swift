import HTTPWire
import JSON
import TestSupport
import Testing

/// Proposing to bring two organisations together (domain.md §5.5; F-57).
@Suite struct ProposalTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    @Test(arguments: [
        ("company", "accepted_by_one", "carrier"), ("carrier", "accepted_by_one", "supplier"),
        ("officer", "proposed", "carrier"), ("city", "proposed", "carrier"),
    ])
    func `supplier, carrier, officer and city propose`(who: String, status: String, waiting: String) {
        let response = application.propose(need, offer, as: who)
        #expect(response.status == 201, "\(response.outcome) \(response.failedGuards)")
        #expect(response.text("status") == status)
        #expect(response.text("waiting_on") == waiting)
        #expect(response.text("proposer_id") == application.id(of: who))
        #expect(response.text("answer_due_at") == "2026-12-05T09:30:00.000Z")
        #expect((response.text("broker/role") != nil) == (status == "proposed"))
    }

    @Test(arguments: ["stranger", "foundation", "network", "portal", "reader", "monitor"])
    func `nobody else does`(who: String) {
        let before = application.position
        #expect(application.propose(need, offer, as: who).status == 403)
        #expect(application.position == before)
    }

    @Test func `one introduction is open for an item and a supplier`() throws {
        let first = application.propose(need, offer, as: "company")
        #expect(application.propose(need, offer, as: "carrier").failedGuards == ["already_open"])
        #expect(application.propose(need, offer, as: "city").failedGuards == ["already_open"])
        let path = try #require(first.field("Location"))
        let reason = #","reason_code":"timing""#
        #expect(
            application.fire("decline", path, as: "carrier", facts: reason).text("item/status") == "declined")
        let again = application.propose(need, offer, as: "company")
        #expect(again.status == 201, "\(again.outcome) \(again.failedGuards)")
    }

    @Test func `a pair that does not fit is refused with its reason`() throws {
        let room = try application.activeOffer(Document.offer.with("kind", #""room""#))
        let response = application.propose(need, room, as: "company")
        #expect(response.outcome == "409 guard_failed")
        #expect(response.failedGuards.contains("blocked"))
        #expect(response.text("failed_guards/0/text_de")?.contains("(kind_mismatch)") == true)
    }

    @Test func `an officer goes over a soft blocker with a reason, others never do`() throws {
        let narrow = Document.offer.with("reach", #""area""#)
            .with("area_ids", "[\"\(application.area("ar-hoerde"))\"]")
        let far = try application.activeOffer(narrow)
        let reason = #","override_reason":"Die Firma kommt auch hierher.""#
        #expect(application.propose(need, far, as: "officer").failedGuards == ["blocked"])
        #expect(application.propose(need, far, as: "company", facts: reason).failedGuards == ["blocked"])
        let short = application.propose(need, far, as: "officer", facts: #","override_reason":"kurz""#)
        #expect(short.faults == ["#/override_reason too_short"])
        let response = application.propose(need, far, as: "officer", facts: reason)
        #expect(response.status == 201, "\(response.outcome) \(response.failedGuards)")
        #expect(response.text("override_reason") == "Die Firma kommt auch hierher.")
    }

    @Test func `what is wrong with a proposal is told`() throws {
        func propose(_ body: String) -> [String] {
            application.send(.post, "/v1/introductions", body, as: "company").faults
        }
        let item = try #require(application.send(.get, need).text("items/0/id"))
        let line = "{\"need_item_id\":\"\(item)\",\"quantity\":1}"
        #expect(propose("{}") == ["#/need_id required", "#/lines required", "#/offer_id required"])
        #expect(
            propose("{\"need_id\":\"\(need.id)\",\"lines\":[]}") == [
                "#/lines too_few", "#/offer_id required",
            ])
        let twice = "{\"need_id\":\"\(need.id)\",\"offer_id\":\"\(offer.id)\",\"lines\":[\(line),\(line)]}"
        #expect(propose(twice) == ["#/lines not_unique"])
        let none = twice.replacing(item, with: application.id(of: "city")).replacing(",\(line)", with: "")
        #expect(
            propose(none).first == "#/lines not_unique"
                || propose(none).first == "#/lines/0/need_item_id reference_not_found")
        let zero =
            "{\"need_id\":\"\(need.id)\",\"offer_id\":\"\(offer.id)\",\"lines\":[\(line.replacing(":1}", with: ":0}"))]}"
        #expect(propose(zero) == ["#/lines/0/quantity out_of_range"])
    }

    @Test func `a proposal is taken back by who made it`() throws {
        let path = try #require(application.propose(need, offer, as: "company").field("Location"))
        #expect(application.fire("withdraw", path, as: "carrier").outcome == "403 role_forbidden")
        #expect(application.fire("withdraw", path, as: "company").text("item/status") == "withdrawn")
        #expect(application.fire("accept", path, as: "carrier").outcome == "409 state_conflict")
    }

    @Test func `accepting twice is answered with the first time`() throws {
        let path = try #require(application.propose(need, offer, as: "officer").field("Location"))
        let first = application.fire("accept", path, as: "company")
        let before = application.position
        let second = application.fire("accept", path, as: "company")
        #expect(second.status == 200)
        #expect(second.text("id") == first.text("id"))
        #expect(application.position == before)
    }
}
