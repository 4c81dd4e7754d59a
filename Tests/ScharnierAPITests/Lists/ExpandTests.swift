import HTTPWire
import JSON
import TestSupport
import Testing

/// `expand`: what an item refers to, beside the reference (api.md §8).
@Suite struct ExpandTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test func `a relation stands beside its reference, as its reader sees it`() throws {
        let path = try application.publishedNeed()
        for who in [nil, "carrier", "city"] as [String?] {
            let need = application.send(
                .get, "\(path)?expand=carrier,host_organization,beneficiary_areas", as: who)
            #expect(need.status == 200)
            #expect(need.field("Content-Type") == "application/json")
            let carrier = application.send(
                .get, "/v1/organizations/\(need.text("carrier_id") ?? "")", as: who)
            #expect(need["carrier"] == (try? carrier.json()))
            #expect(need["host_organization"] == .null)
            #expect(need.text("beneficiary_areas/0/code") == "ar-nordmarkt")
        }
    }

    @Test func `every item of a list has its relation`() throws {
        _ = try application.publishedNeed()
        _ = try application.publishedNeed(as: "network")
        let list = application.send(.get, "/v1/needs?expand=carrier&sort=created_at")
        #expect(list.text("items/0/carrier/name") == "Beispiel carrier")
        #expect(list.text("items/1/carrier/name") == "Beispiel network")
        #expect(list.field("ETag")?.hasPrefix("W/") == true)
        #expect(list.field("ETag") != application.send(.get, "/v1/needs?sort=created_at").field("ETag"))
    }

    @Test func `a part of an item can have relations of references that it does not show`() throws {
        let path = try application.publishedNeed()
        let part = application.send(.get, "\(path)?fields=title&expand=carrier")
        #expect(part.text("carrier/name") == "Beispiel carrier")
        #expect(!part.has("carrier_id"))
        #expect(part.field("Content-Type") == "application/vnd.scharnier.sparse+json")
    }

    @Test func `an unnamed giver is not named by a relation`() throws {
        let offer = Document.offer.with("publicity", #""none""#)
        let path = try application.activeOffer(offer)
        for who in [nil, "stranger", "carrier", "portal"] as [String?] {
            let shown = application.send(.get, "\(path)?expand=organization,areas", as: who)
            #expect(shown.status == 200)
            #expect(!shown.has("organization_id") && !shown.has("organization"))
            #expect(!String(decoding: shown.body, as: UTF8.self).contains("Beispiel company"))
        }
        #expect(application.send(.get, "\(path)?expand=organization", as: "company").has("organization"))
    }

    @Test func `an introduction shows both sides as far as they may see each other`() throws {
        let need = try application.publishedNeed()
        let offer = try application.activeOffer(Document.offer.with("publicity", #""none""#))
        let proposed = application.propose(need, offer, as: "city")
        let path = try #require(proposed.field("Location"), "\(proposed.outcome)")
        let target = "\(path)?expand=need,offer,supplier"
        let carrier = application.send(.get, target, as: "carrier")
        #expect(carrier.text("need/id") == need.id)
        #expect(carrier.text("offer/id") == offer.id)
        #expect(!carrier.has("supplier"))
        #expect(application.send(.get, target, as: "company").text("supplier/name") == "Beispiel company")
    }

    @Test func `a contact comes with its organisation`() throws {
        let contact = try #require(application.send(.get, "/v1/contacts", as: "carrier").ids.first)
        let shown = application.send(.get, "/v1/contacts/\(contact)?expand=organization", as: "carrier")
        #expect(shown.text("organization/name") == "Beispiel carrier")
        let list = application.send(.get, "/v1/contacts?expand=organization&fields=email", as: "carrier")
        #expect(list.text("items/0/organization/id") == application.id(of: "carrier"))
        #expect(!list.has("items/0/display_name"))
    }

    @Test func `a relation is no way around the scopes of a token`() throws {
        let path = try application.publishedNeed()
        let secret = try application.token(of: "stranger", role: "carrier", scopes: ["needs:read"])
        let shown = application.send(
            .get, "\(path)?expand=carrier,beneficiary_areas", fields: [("Authorization", "Bearer \(secret)")])
        #expect(shown.status == 200)
        #expect(shown.has("beneficiary_areas"))
        #expect(!shown.has("carrier"))
    }

    @Test(arguments: [
        "expand=", "expand=nonsense", "expand=carrier,carrier", "expand=contact", "expand=items",
        "expand=carrier,host_organization,beneficiary_areas,carrier_id", "expand=carrier_id",
    ])
    func `a relation that is not declared is refused`(_ query: String) throws {
        let path = try application.publishedNeed()
        #expect(application.send(.get, "\(path)?\(query)").outcome == "400 parameter_invalid")
        #expect(application.send(.get, "/v1/needs?\(query)").outcome == "400 parameter_invalid")
    }
}
