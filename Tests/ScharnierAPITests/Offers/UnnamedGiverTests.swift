import HTTPWire
import TestSupport
import Testing

/// A giver that wants no publicity is not named: not by id, list, filter or feed (F-36, R-28).
@Suite struct UnnamedGiverTests {
    private let application: Application
    private let path: String
    private let giver: String

    init() throws {
        application = try Application()
        path = try application.activeOffer()
        giver = application.id(of: "company")
    }

    private static let others: [String?] = [
        nil, "reader", "officer", "carrier", "foundation", "network", "portal",
    ]

    @Test func `the offer does not name its giver to others`() {
        for who in Self.others {
            for target in [path, "/v1/offers"] {
                let text = String(decoding: application.send(.get, target, as: who).body, as: UTF8.self)
                #expect(text.contains(path.id))
                #expect(!text.contains(giver), "\(target) \(who ?? "public")")
            }
        }
        #expect(application.send(.get, path, as: "company").text("organization_id") == giver)
        #expect(application.send(.get, path, as: "city").text("organization_id") == giver)
    }

    @Test func `no filter finds it by its giver`() {
        for who in Self.others {
            #expect(application.listed("/v1/offers?organization_id=\(giver)", as: who).isEmpty)
        }
        #expect(application.listed("/v1/offers?organization_id=\(giver)", as: "company") == [path.id])
    }

    @Test func `the feed does not name it`() {
        for who in ["carrier", "foundation", "network", "portal"] {
            let feed = application.send(.get, "/v1/changes?types=offer", as: who)
            #expect(feed.ids == [path.id])
            #expect(!String(decoding: feed.body, as: UTF8.self).contains(giver))
            #expect(feed.text("items/0/origin") == "other")
        }
    }

    @Test func `suggestions do not name it`() throws {
        let need = try application.publishedNeed()
        let response = application.send(.get, "\(need)/suggestions", as: "carrier")
        #expect(response.text("items/0/offer_id") == path.id)
        #expect(!String(decoding: response.body, as: UTF8.self).contains(giver))
    }

    @Test func `who wants to be named is named`() {
        #expect(application.patch(path, #"{"publicity":"name"}"#, as: "company").status == 200)
        for who in Self.others {
            #expect(application.send(.get, path, as: who).text("organization_id") == giver)
            #expect(application.listed("/v1/offers?organization_id=\(giver)", as: who) == [path.id])
        }
        #expect(application.patch(path, #"{"publicity":"none"}"#, as: "company").status == 200)
        #expect(application.listed("/v1/offers?organization_id=\(giver)", as: "carrier").isEmpty)
    }

    @Test func `an introduction names the giver to the carrier`() throws {
        let need = try application.publishedNeed()
        #expect(application.propose(need, path, as: "company").status == 201)
        #expect(application.send(.get, path, as: "carrier").text("organization_id") == giver)
        #expect(!application.send(.get, path, as: "stranger").has("organization_id"))
    }
}
