import HTTPWire
import JSON
import ScharnierStore
import TestSupport
import Testing

/// Networks speak for needs (F-13, R-27).
@Suite struct EndorsementTests {
    private let application: Application

    init() throws { application = try Application() }

    private func endorse(_ need: String, as who: String = "network", _ members: String = "") -> Response {
        application.send(.post, "\(need)/endorsements", "{\(members)}", as: who)
    }

    @Test func `an endorsement is shown with the need to every token, and to nobody else`() throws {
        let need = try application.publishedNeed()
        let before = application.send(.get, need).integer("version") ?? 0
        let response = endorse(need, as: "network", #""statement":"Das fehlt im ganzen Quartier.""#)
        #expect(response.status == 201)
        let path = try #require(response.field("Location"))
        for who in ["carrier", "company", "portal", "reader", "officer", "city"] {
            let list = application.send(.get, "\(need)/endorsements", as: who)
            #expect(list.text("items/0/statement") == "Das fehlt im ganzen Quartier.", "\(who)")
            #expect(list.text("items/0/network_id") == application.id(of: "network"))
            #expect(application.send(.get, path, as: who).status == 200)
        }
        #expect(application.send(.get, "\(need)/endorsements").outcome == "401 token_missing")
        let after = application.send(.get, need)
        #expect(after.integer("version") == response.integer("version"))
        #expect((after.integer("version") ?? 0) > before && after.integer("revision") == 1)
    }

    @Test func `a network speaks once, for others' live needs`() throws {
        let need = try application.publishedNeed()
        let first = endorse(need)
        let second = endorse(need)
        #expect(second.outcome == "409 duplicate")
        #expect(second.text("existing_id") == first.text("id"))
        let own = try application.publishedNeed(as: "network")
        #expect(endorse(own).failedGuards == ["conflict_of_interest"])
        application.fire("pause", need, as: "carrier", facts: #","reason_code":"other""#)
        #expect(endorse(need).status == 404)
        #expect(endorse(try application.draftNeed()).outcome == "404 not_found")
    }

    @Test func `only a network speaks, and only for itself`() throws {
        let need = try application.publishedNeed()
        for who in ["carrier", "foundation", "company", "portal", "city"] {
            #expect(endorse(need, as: who).status == 403, "\(who)")
        }
        let other = #""network_id":"\#(application.id(of: "company"))""#
        #expect(endorse(need, as: "network", other).outcome == "403 role_forbidden")
        let network = #""network_id":"\#(application.id(of: "network"))""#
        #expect(endorse(need, as: "officer", network).outcome == "403 role_forbidden")
    }

    @Test func `an endorsement is withdrawn by the network alone`() throws {
        let need = try application.publishedNeed()
        let path = try #require(endorse(need).field("Location"))
        let match = [("If-Match", "*")]
        let officer = application.send(.delete, path, as: "officer", fields: match)
        #expect(officer.outcome == "403 role_forbidden")
        #expect(application.send(.delete, path, as: "network").outcome == "428 precondition_required")
        #expect(application.send(.delete, path, as: "network", fields: match).status == 204)
        #expect(application.send(.get, path, as: "network").outcome == "404 not_found")
        #expect(application.send(.get, "\(need)/endorsements", as: "carrier").count("items") == 0)
        #expect(endorse(need).status == 201)
        #expect(try application.store.check().isEmpty)
    }

    @Test func `a statement holds no contact data, and is not too long`() throws {
        let need = try application.publishedNeed()
        let mail = endorse(need, as: "network", #""statement":"Fragen an post@example.org""#)
        #expect(mail.failedGuards == ["lint_failed"])
        let long = String(repeating: "ä", count: 501)
        #expect(endorse(need, as: "network", #""statement":"\#(long)""#).faults == ["#/statement too_long"])
        let fits = String(repeating: "ä", count: 500)
        #expect(endorse(need, as: "network", #""statement":"\#(fits)""#).status == 201)
    }

    @Test func `an endorsement changes no score`() throws {
        let need = try application.publishedNeed()
        let offer = try application.activeOffer()
        func suggested() -> JSONValue? {
            application.send(.get, "\(need)/suggestions", as: "carrier")["items/0/suggested"]
        }
        let before = suggested()
        _ = endorse(need)
        #expect(before != nil && suggested() == before)
        #expect(!offer.isEmpty)
    }
}
