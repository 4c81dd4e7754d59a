import JSON
import TestSupport
import Testing

/// Two sides act on one promise at the same moment, over connections of their own (F-62; operations.md §17).
@Suite struct SigningRaceTests {
    private static let rounds = Effort.isHeavy ? 40 : 6

    private let city: City
    private let service: Service

    init() throws {
        city = try City()
        service = try city.serve()
    }

    /// The two sides, by the role that plays them.
    private static let sides = [(role: "carrier", side: "carrier"), (role: "company", side: "supplier")]

    @Test func `two who sign at once both have signed, and it is confirmed and agreed once`() throws {
        for _ in 0..<Self.rounds {
            let draft = try draft()
            let replies = try together { side, caller in
                try caller.post("\(draft.path)/signatures", #"{"side":"\#(side)","revision":1}"#)
            }
            #expect(replies.map(\.status) == [201, 201])
            // One of the two was the last, and that one confirmed.
            let states = replies.compactMap { $0.body["to"].text }.sorted()
            #expect(states == ["confirmed", "drafted"])
            let carrier = try caller("carrier")
            let commitment = try carrier.get(draft.path).expecting(200)
            #expect(commitment["status"].text == "confirmed")
            let signed = commitment["signatures"].elements.compactMap { $0["side"].text }.sorted()
            #expect(signed == ["carrier", "supplier"])
            #expect(try events(of: draft.path) == ["draft", "sign", "sign"])
            try isAgreedOnce(draft)
        }
    }

    @Test func `two who agree at once agree once, and what was reserved is taken once`() throws {
        for _ in 0..<Self.rounds {
            let draft = try draft()
            let replies = try together { _, caller in
                try caller.post("\(draft.introduction)/transitions", #"{"event":"agree"}"#)
            }
            // The later one finds that it is done.
            #expect(replies.count { $0.status == 201 } == 1)
            #expect(replies.allSatisfy { [200, 201, 409].contains($0.status) })
            try isAgreedOnce(draft)
        }
    }

    /// A promise that both sides know of.
    private struct Draft {
        let need: String
        let introduction: String
        let path: String
    }

    private static let quantity = 4

    private func isAgreedOnce(_ draft: Draft) throws {
        let agreed = try events(of: draft.introduction).filter { $0 == "agree" }
        #expect(agreed.count == 1)
        let carrier = try caller("carrier")
        let introduction = try carrier.get(draft.introduction).expecting(200)
        #expect(introduction["status"].text == "agreed")
        let line = try carrier.get(draft.need).expecting(200)["items"].elements[0]
        #expect(line["committed"].integer == Int64(Self.quantity) && line["held"].integer == 0)
    }

    private func caller(_ role: String) throws -> Caller { try Caller(service, city.token(role)) }

    private func events(of path: String) throws -> [String] {
        let log = try caller("carrier").get("\(path)/transitions").expecting(200)
        return log["items"].elements.compactMap { $0["event"].text }
    }

    /// Has both sides do something at the same moment.
    private func together(_ body: @escaping @Sendable (String, Caller) throws -> Reply) throws -> [Reply] {
        let start = StartLine(for: Self.sides.count)
        let tokens = try Self.sides.map { try city.token($0.role) }
        return try Parallel.run(Self.sides.count, within: 60) { [port = service.port] number in
            let caller = try Caller(port: port, tokens[number])
            try start.wait()
            return try body(Self.sides[number].side, caller)
        }
    }

    private func draft() throws -> Draft {
        let (carrier, company) = (try caller("carrier"), try caller("company"))
        let area = try Caller(service).get("/v1/areas?code=ar-nordmarkt").expecting(200)["items"].elements[0]
        let need = try carrier.post("/v1/needs", Drafts.bags(area: area["id"].text ?? "")).expecting(201)
        let needPath = "/v1/needs/\(try #require(need["id"].text))"
        try fire("submit", needPath, by: carrier)
        try fire("publish", needPath, by: caller("area_officer"))
        let offer = try company.post("/v1/offers", Drafts.tenBags).expecting(201)["id"].text ?? ""
        try fire("submit", "/v1/offers/\(offer)", by: company)
        let line =
            #"{"need_item_id":"\#(need["items"].elements[0]["id"].text ?? "")","quantity":\#(Self.quantity)}"#
        let proposal = #"{"need_id":"\#(need["id"].text ?? "")","offer_id":"\#(offer)","lines":[\#(line)]}"#
        let proposed = try company.post("/v1/introductions", proposal).expecting(201)
        let introduction = try #require(proposed["id"].text)
        try fire("accept", "/v1/introductions/\(introduction)", by: carrier)
        let promise = """
            {"introduction_id":"\(introduction)","legal_nature":"in_kind_donation",
             "delivery_due_on":"2099-12-31","lines":[\(line)]}
            """
        let commitment = try company.post("/v1/commitments", promise).expecting(201)
        return Draft(
            need: needPath, introduction: "/v1/introductions/\(introduction)",
            path: "/v1/commitments/\(try #require(commitment["id"].text))")
    }

    private func fire(_ event: String, _ path: String, by caller: Caller) throws {
        _ = try caller.post("\(path)/transitions", #"{"event":"\#(event)"}"#).expecting(201)
    }
}
