import Foundation
import JSON
import Testing

/// A carrier writes a need, is shown what fits, is introduced and connected: over TCP, on the built process.
@Suite struct MainJobTests {
    private let city: City
    private let service: Service

    init() throws {
        city = try City()
        service = try city.serve()
    }

    private func caller(_ role: String) throws -> Caller {
        try Caller(service, city.token(role))
    }

    @Test func `a need is published, matched, introduced, promised, met and told in the feed`() throws {
        let start = try caller("city_admin").get("/v1/changes?after=latest").expecting(200)["next_after"]
            .integer
        let need = try publishedNeed()
        let offer = try schoolBags()
        try bothSidesSeeTheSamePoints(need, offer)
        let introduction = try proposed(need, offer)
        try contactsComeWithAcceptance(introduction)
        try thePromiseIsKept(need, introduction)
        try feedIsInOrder(after: try #require(start), need: need.id, introduction: introduction)
    }

    private struct Published {
        let id: String
        let bags: String
    }

    private func publishedNeed() throws -> Published {
        let carrier = try caller("carrier")
        let area = try Caller(service).get("/v1/areas?code=ar-nordmarkt").expecting(200)["items"]
        let areaID = try #require(area.elements.first?["id"].text)
        let need = try carrier.post("/v1/needs", Drafts.schoolStart(area: areaID)).expecting(201)
        let id = try #require(need["id"].text)
        #expect(need["status"].text == "draft")
        #expect(
            try caller("foundation").get("/v1/needs/\(id)").status == 404, "a draft is hidden from others")
        let submitted = try carrier.post("/v1/needs/\(id)/transitions", #"{"event":"submit"}"#).expecting(201)
        #expect(submitted["to"].text == "submitted")
        let published = try caller("area_officer")
            .post("/v1/needs/\(id)/transitions", #"{"event":"publish"}"#).expecting(201)
        #expect(published["to"].text == "published")
        #expect(try Caller(service).get("/v1/needs/\(id)").status == 200, "everyone may see it now")
        return Published(
            id: id, bags: try #require(need["items"].first(where: "kind", is: "goods")["id"].text))
    }

    private func schoolBags() throws -> String {
        let offers = try caller("company").get("/v1/offers?kind=goods&limit=200").expecting(200)["items"]
            .elements
        let bags = offers.first { $0["category"].text == "school_bags" && $0["condition"].text == "new" }
        return try #require(bags?["id"].text)
    }

    private func bothSidesSeeTheSamePoints(_ need: Published, _ offer: String) throws {
        let forNeed = try caller("carrier").get("/v1/needs/\(need.id)/suggestions?limit=50").expecting(200)[
            "items"]
        let forOffer = try caller("company").get("/v1/offers/\(offer)/suggestions?limit=50").expecting(200)[
            "items"]
        let seen = forNeed.first(where: "offer_id", is: offer)
        let points = try #require(seen["points"].integer)
        #expect(points > 0)
        #expect(forOffer.first(where: "need_id", is: need.id)["points"].integer == points)
        let scores = forNeed.elements.compactMap { $0["points"].integer }
        #expect(scores == scores.sorted(by: >), "the best come first")
        for factor in seen["factors"].elements {
            #expect(factor["de"].text?.isEmpty == false && factor["en"].text?.isEmpty == false)
        }
    }

    private func proposed(_ need: Published, _ offer: String) throws -> String {
        let proposal = """
            {"need_id": "\(need.id)", "offer_id": "\(offer)", "message": "Wir haben genau solche Ranzen.",
             "lines": [{"need_item_id": "\(need.bags)", "quantity": 30}]}
            """
        let introduction = try caller("company").post("/v1/introductions", proposal).expecting(201)
        #expect(introduction["contacts"] == .array([]), "no contact before both accepted")
        return try #require(introduction["id"].text)
    }

    private func contactsComeWithAcceptance(_ id: String) throws {
        let before = try caller("carrier").get("/v1/introductions/\(id)").expecting(200)
        #expect(before["contacts"] == .array([]), "no contact before both accepted")
        let accepted = try caller("carrier")
            .post("/v1/introductions/\(id)/transitions", #"{"event":"accept"}"#).expecting(201)
        #expect(accepted["to"].text == "connected")
        for role in ["carrier", "company"] {
            let contacts = try caller(role).get("/v1/introductions/\(id)").expecting(200)["contacts"].elements
            #expect(contacts.isEmpty == false, "\(role) sees the other side's contact")
            #expect(contacts.allSatisfy { $0["display_name"].text?.isEmpty == false })
        }
        #expect(
            try caller("foundation").get("/v1/introductions/\(id)").status == 404, "hidden from third parties"
        )
    }

    private func thePromiseIsKept(_ need: Published, _ introduction: String) throws {
        let (carrier, company) = (try caller("carrier"), try caller("company"))
        let draft = """
            {"introduction_id": "\(introduction)", "legal_nature": "in_kind_donation",
             "delivery_due_on": "2099-12-31",
             "lines": [{"need_item_id": "\(need.bags)", "quantity": 30}]}
            """
        let drafted = try company.post("/v1/commitments", draft).expecting(201)
        let path = "/v1/commitments/\(try #require(drafted["id"].text))"
        #expect(try caller("foundation").get(path).status == 404, "a commitment is for its parties")
        for (who, side) in [(company, "supplier"), (carrier, "carrier")] {
            _ = try who.post("\(path)/signatures", #"{"side":"\#(side)","revision":1}"#).expecting(201)
        }
        _ = try company.post("\(path)/transitions", #"{"event":"deliver"}"#).expecting(201)
        let got = try carrier.post("\(path)/transitions", #"{"event":"acknowledge"}"#).expecting(201)
        #expect(got["to"].text == "acknowledged")
        let met = try carrier.get("/v1/needs/\(need.id)").expecting(200)
        #expect(met["status"].text == "partially_met")
        #expect(met["items"].first(where: "id", is: need.bags)["fulfilled"].integer == 30)
        for (who, side) in [(company, "supplier"), (carrier, "carrier")] {
            let outcome = #"{"side":"\#(side)","goal_met":"yes"}"#
            _ = try who.post("\(path)/outcomes", outcome).expecting(201)
        }
        let told = try carrier.get(path).expecting(200)["status"].text
        #expect(["evaluated", "closed"].contains(told), "the clock closes what both have spoken about")
    }

    private func feedIsInOrder(after start: Int64, need: String, introduction: String) throws {
        let feed = try caller("carrier").get("/v1/changes?after=\(start)").expecting(200)["items"].elements
        let numbers = feed.compactMap { $0["seq"].integer }
        #expect(numbers.count == feed.count && numbers == Set(numbers).sorted())
        let ids = feed.compactMap { $0["id"].text }
        let created = try #require(ids.firstIndex(of: need))
        let introduced = try #require(ids.firstIndex(of: introduction))
        #expect(created < introduced)
    }
}
