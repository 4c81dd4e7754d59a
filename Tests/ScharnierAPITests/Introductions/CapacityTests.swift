import HTTPWire
import TestSupport
import Testing

/// What is reserved never exceeds what there is (R-32, R-33).
@Suite struct CapacityTests {
    private let application: Application

    init() throws { application = try Application() }

    /// Introductions of one offer, each to a need of its own, that wait for the carrier.
    private func proposals(_ count: Int, for offer: String) throws -> [String] {
        try (0..<count).map { _ in
            let need = try application.publishedNeed()
            return try #require(application.propose(need, offer, as: "company").field("Location"))
        }
    }

    @Test func `of fifteen who accept at once the ten get it for whom there is enough`() throws {
        let offer = try application.activeOffer()
        let proposals = try proposals(15, for: offer)
        let answers = application.sendTogether(
            proposals.map { .init(.post, "\($0)/transitions", #"{"event":"accept"}"#, as: "carrier") })
        #expect(answers.filter { $0.status == 201 }.count == 10)
        let refused = answers.filter { $0.status != 201 }
        #expect(
            refused.allSatisfy {
                $0.outcome == "409 guard_failed" && $0.failedGuards == ["capacity_exhausted"]
            })
        let state = application.send(.get, offer, as: "company")
        #expect(state.integer("usage/held") == 10)
        #expect(state.text("status") == "exhausted")
        let states = proposals.map { application.send(.get, $0, as: "company") }
        #expect(states.filter { $0.text("status") == "connected" && $0.count("holds") == 1 }.count == 10)
        #expect(states.filter { $0.text("status") == "accepted_by_one" && $0.count("holds") == 0 }.count == 5)
        let held = states.map { state in
            application.send(.get, "/v1/needs/\(state.text("need_id") ?? "")", as: "carrier").integer(
                "items/0/held") ?? 0
        }
        #expect(held.reduce(0, +) == 10)
        #expect(application.send(.get, "/v1/disclosures", as: "city").count("items") == 20)
    }

    @Test func `what is released can be taken by others, once`() throws {
        let offer = try application.activeOffer(Document.offer.with("quantity", "1"))
        let proposals = try proposals(2, for: offer)
        #expect(application.fire("accept", proposals[0], as: "carrier").status == 201)
        #expect(
            application.fire("accept", proposals[1], as: "carrier").failedGuards == ["capacity_exhausted"])
        for _ in 0..<2 { application.fire("release_hold", proposals[0], as: "company") }
        #expect(application.send(.get, offer, as: "company").integer("usage/held") == 0)
        #expect(application.fire("accept", proposals[1], as: "carrier").status == 201)
        let reason = #","reason_code":"timing""#
        #expect(application.fire("fail", proposals[0], as: "carrier", facts: reason).status == 201)
        #expect(application.send(.get, offer, as: "company").integer("usage/held") == 1)
    }

    @Test func `a need does not take more than it asks for`() throws {
        let need = try application.publishedNeed()
        let first = try application.activeOffer()
        let second = try application.activeOffer(as: "foundation")
        let one = try #require(application.propose(need, first, as: "company", quantity: 7).field("Location"))
        let two = try #require(
            application.propose(need, second, as: "foundation", quantity: 7).field("Location"))
        #expect(application.fire("accept", one, as: "carrier").status == 201)
        let before = application.position
        #expect(application.fire("accept", two, as: "carrier").failedGuards == ["capacity_exhausted"])
        #expect(application.position == before)
        #expect(application.send(.get, need).integer("items/0/held") == 7)
        #expect(application.send(.get, need).integer("items/0/open") == 3)
    }

    @Test func `a reservation is extended twice and no more`() throws {
        let path = try application.connection(try application.publishedNeed(), try application.activeOffer())
        for _ in 0..<2 { #expect(application.fire("extend_hold", path, as: "carrier").status == 201) }
        #expect(application.fire("extend_hold", path, as: "carrier").failedGuards == ["hold_limit"])
    }
}
