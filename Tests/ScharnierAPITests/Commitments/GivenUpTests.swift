import HTTPWire
import TestSupport
import Testing

/// Nothing is lost, and nothing comes back twice (F-60, F-66, R-22, R-33).
@Suite struct GivenUpTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    private func numbers() -> [Int64?] {
        let shown = application.send(.get, need, as: "carrier")
        let given = application.send(.get, offer, as: "company")
        return ["held", "committed", "fulfilled", "open"].map { shown.integer("items/0/\($0)") }
            + ["held", "committed"].map { given.integer("usage/\($0)") }
    }

    private let mutual = #","reason_code":"mutual""#

    @Test func `what is cancelled is free again, once, and the talks go on`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 6)
        #expect(numbers() == [0, 6, 0, 4, 0, 6])
        let cancelled = application.fire("cancel", path, as: "carrier", facts: mutual)
        #expect(cancelled.text("item/status") == "cancelled")
        #expect(numbers() == [0, 0, 0, 10, 0, 0])
        #expect(application.send(.get, need, as: "carrier").text("status") == "published")
        #expect(application.send(.get, offer, as: "company").text("status") == "active")
        #expect(application.fire("cancel", path, as: "carrier", facts: mutual).status == 200)
        #expect(
            application.fire("cancel", path, as: "company", facts: mutual).outcome == "409 state_conflict")
        #expect(numbers() == [0, 0, 0, 10, 0, 0])
        let talks = "/v1/introductions/\(cancelled.text("item/introduction_id") ?? "")"
        #expect(application.send(.get, talks, as: "carrier").text("status") == "in_talks")
        let again = try application.draftCommitment(talks, need, quantity: 10)
        #expect(again != path)
    }

    @Test func `what was given before it ended stays given`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 6)
        let item = application.firstItem(of: need)
        application.fire("deliver", path, as: "company", facts: application.portion(item, 2))
        let cancelled = application.fire("cancel", path, as: "company", facts: mutual)
        #expect(numbers() == [0, 2, 0, 8, 0, 2])
        let talks = "/v1/introductions/\(cancelled.text("item/introduction_id") ?? "")"
        #expect(application.send(.get, talks, as: "carrier").text("status") == "agreed")
    }

    @Test func `a discarded draft leaves what is reserved as it was`() throws {
        let introduction = try application.connection(need, offer, quantity: 3)
        let path = try application.draftCommitment(introduction, need, quantity: 3)
        #expect(application.fire("discard", path, as: "carrier").text("item/status") == "discarded")
        #expect(numbers() == [3, 0, 0, 7, 3, 0])
        #expect(application.send(.get, introduction, as: "carrier").text("status") == "connected")
    }

    @Test func `agreeing takes what is reserved for the draft, and giving that up frees it`() throws {
        let introduction = try application.connection(need, offer, quantity: 3)
        #expect(application.fire("agree", introduction, as: "carrier").failedGuards == ["commitment_missing"])
        let path = try application.draftCommitment(introduction, need, quantity: 2)
        #expect(application.fire("agree", introduction, as: "carrier").text("item/status") == "agreed")
        #expect(numbers() == [0, 2, 0, 8, 0, 2])
        application.patch(
            path, #"{"lines":[{"need_item_id":"\#(application.firstItem(of: need))","quantity":5}]}"#,
            as: "company")
        #expect(numbers() == [0, 5, 0, 5, 0, 5])
        let more = application.patch(
            path, #"{"lines":[{"need_item_id":"\#(application.firstItem(of: need))","quantity":11}]}"#,
            as: "company")
        #expect(more.failedGuards == ["capacity_exhausted"] && more.integer("failed_guards/0/available") == 5)
        application.fire("discard", path, as: "company")
        #expect(numbers() == [0, 0, 0, 10, 0, 0])
        #expect(application.send(.get, introduction, as: "carrier").text("status") == "in_talks")
    }

    @Test func `an introduction leads to one commitment at a time`() throws {
        let introduction = try application.connection(need, offer)
        let path = try application.draftCommitment(introduction, need)
        let document = Document.commitment(introduction, item: application.firstItem(of: need))
        let second = application.send(.post, "/v1/commitments", document.text, as: "carrier")
        #expect(second.outcome == "409 duplicate" && second.text("existing_id") == path.id)
        application.fire("discard", path, as: "carrier")
        #expect(application.send(.post, "/v1/commitments", document.text, as: "carrier").status == 201)
    }

    @Test func `nothing is drafted before both have accepted, nor by others`() throws {
        let proposed = application.propose(need, offer, as: "company")
        let introduction = try #require(proposed.field("Location"))
        let document = Document.commitment(introduction, item: application.firstItem(of: need))
        let early = application.send(.post, "/v1/commitments", document.text, as: "company")
        #expect(early.outcome == "409 state_conflict" && early.text("state") == "accepted_by_one")
        let foreign = application.send(.post, "/v1/commitments", document.text, as: "stranger")
        #expect(foreign.faults == ["#/introduction_id reference_not_found"])
        let city = application.send(.post, "/v1/commitments", document.text, as: "city")
        #expect(city.outcome == "403 role_forbidden")
    }

    @Test func `a draft plans no more than is open or reserved for it`() throws {
        let introduction = try application.connection(need, offer, quantity: 3)
        let other = try application.activeOffer(as: "foundation")
        let rival = try #require(
            application.propose(need, other, as: "foundation", quantity: 5).field("Location"))
        application.fire("accept", rival, as: "carrier")
        let item = application.firstItem(of: need)
        let much = Document.commitment(introduction, item: item, quantity: 6)
        let refused = application.send(.post, "/v1/commitments", much.text, as: "company")
        #expect(refused.failedGuards == ["capacity_exhausted"])
        #expect(refused.integer("failed_guards/0/available") == 5)
        let enough = Document.commitment(introduction, item: item, quantity: 5)
        #expect(application.send(.post, "/v1/commitments", enough.text, as: "company").status == 201)
    }

    @Test func `the city or an officer decides a dispute, with the reason`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 6)
        let item = application.firstItem(of: need)
        application.fire("deliver", path, as: "company", facts: application.portion(item, 2))
        let why = #","reason_code":"incomplete_delivery""#
        #expect(application.fire("dispute", path, as: "carrier").faults == ["#/reason_code required"])
        #expect(
            application.fire("dispute", path, as: "carrier", facts: why).text("item/status") == "disputed")
        #expect(
            application.fire("cancel", path, as: "carrier", facts: mutual).outcome == "409 state_conflict")
        func decide(_ body: String, as who: String) -> Response {
            application.send(.post, "\(path)/decisions", body, as: who)
        }
        let body = #"{"to":"cancelled","note":"Der Rest kommt nicht mehr."}"#
        #expect(decide(body, as: "company").outcome.hasPrefix("403"))
        #expect(decide(#"{"to":"cancelled"}"#, as: "city").faults == ["#/note required"])
        #expect(decide(body, as: "officer").text("item/status") == "cancelled")
        #expect(numbers() == [0, 2, 0, 8, 0, 2])
        #expect(decide(body, as: "officer").status == 200)
    }

    @Test func `a dispute about nothing delivered cannot end as delivered`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 6)
        application.fire("start", path, as: "company")
        application.fire("dispute", path, as: "carrier", facts: #","reason_code":"not_received""#)
        let body = #"{"to":"delivered","note":"So nicht."}"#
        let refused = application.send(.post, "\(path)/decisions", body, as: "city")
        #expect(refused.faults == ["#/to not_in_enum"])
        let open = application.send(
            .post, "\(path)/decisions", #"{"to":"in_delivery","note":"Es kommt noch."}"#, as: "city")
        #expect(open.text("item/status") == "in_delivery")
    }
}
