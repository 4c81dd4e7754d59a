import HTTPWire
import TestSupport
import Testing

/// Nobody finds out whose an unnamed offer is before its giver has said yes: not by asking, and not by guessing
/// (R-28, F-36).
@Suite struct GuessingTests {
    private let application: Application
    private let need: String
    private let offer: String
    private let timing = #","reason_code":"timing""#

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    /// What the carrier is told of a proposal that it only tries out.
    private func told(_ facts: String) -> String {
        let item = application.send(.get, need, as: "city").text("items/0/id") ?? ""
        let line = #"{"need_item_id":"\#(item)","quantity":1}"#
        let body = #"{"need_id":"\#(need.id)",\#(facts),"lines":[\#(line)]}"#
        let response = application.send(.post, "/v1/introductions?dry_run=true", body, as: "carrier")
        return "\(response.outcome) \(response.failedGuards)"
    }

    private func supplier(_ name: String) -> String { #""supplier_id":"\#(application.id(of: name))""# }

    private func over(_ offer: String) -> String { #""offer_id":"\#(offer.id)""# }

    @Test func `what the city proposes and the giver refuses never named the giver`() throws {
        let path = try #require(application.propose(need, offer, as: "city").field("Location"))
        func shown() -> String {
            [offer, "\(path)?expand=offer", "\(path)/transitions"]
                .map { String(decoding: application.send(.get, $0, as: "carrier").body, as: UTF8.self) }
                .joined()
        }
        let company = application.id(of: "company")
        #expect(shown().contains(offer.id), "the carrier does not see what it is asked about")
        #expect(!shown().contains(company))
        #expect(application.listed("/v1/offers?organization_id=\(company)", as: "carrier") == [])
        #expect(
            application.fire("decline", path, as: "company", facts: timing).text("item/status") == "declined")
        #expect(!shown().contains(company))
        let log = application.send(.get, "\(path)/transitions", as: "carrier").elements("items")
        #expect(log.last?["event"] == "decline" && log.last?["actor_role"] == "company")
    }

    @Test func `who has said yes is named`() throws {
        let path = try #require(application.propose(need, offer, as: "city").field("Location"))
        application.fire("accept", path, as: "company")
        application.fire("accept", path, as: "carrier")
        #expect(
            application.send(.get, offer, as: "carrier").text("organization_id")
                == application.id(of: "company"))
    }

    @Test func `over an open proposal to a giver, its unnamed offers answer like those of others`() throws {
        let other = try application.activeOffer(as: "foundation")
        let item = application.send(.get, need, as: "city").text("items/0/id") ?? ""
        let line = #"{"need_item_id":"\#(item)","quantity":1}"#
        let body = #"{"need_id":"\#(need.id)",\#(supplier("company")),"lines":[\#(line)]}"#
        #expect(application.send(.post, "/v1/introductions", body, as: "carrier").status == 201)
        #expect(told(over(offer)) == told(over(other)))
        #expect(told(over(offer)).hasPrefix("200"))
        #expect(told(supplier("company")).contains("already_open"))
    }

    @Test func `over an open proposal for an unnamed offer, its giver answers like others`() throws {
        #expect(application.propose(need, offer, as: "carrier").status == 201)
        #expect(told(supplier("company")) == told(supplier("foundation")))
        #expect(told(over(offer)).contains("already_open"))
    }

    @Test func `the giver itself says yes to one of two for the same item`() throws {
        let first = try #require(application.propose(need, offer, as: "carrier").field("Location"))
        let second = try application.activeOffer()
        let path = try #require(application.propose(need, second, as: "carrier").field("Location"))
        #expect(application.fire("accept", first, as: "company").text("item/status") == "connected")
        #expect(application.fire("accept", path, as: "company").failedGuards == ["already_open"])
        #expect(
            application.fire("decline", path, as: "company", facts: timing).text("item/status") == "declined")
    }

    @Test func `a refused offer is neither suggested nor proposed again, named or not`() throws {
        #expect(application.listedOffers(for: need).contains(offer.id))
        let path = try #require(application.propose(need, offer, as: "carrier").field("Location"))
        application.fire("decline", path, as: "company", facts: timing)
        #expect(application.propose(need, offer, as: "carrier").failedGuards == ["blocked"])
        #expect(told(over(offer)).contains("blocked"))
        #expect(!application.listedOffers(for: need).contains(offer.id))
        application.clock.advance(days: 181)
        #expect(!told(over(offer)).contains("declined_recently"))
    }
}

extension Application {
    /// The offers that the carrier is suggested for a need.
    fileprivate func listedOffers(for need: String) -> [String] {
        send(.get, "\(need)/suggestions", as: "carrier").elements("items").compactMap { $0["offer_id"] }
    }
}
