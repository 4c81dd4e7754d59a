import HTTPWire
import JSON
import ScharnierStore
import TestSupport
import Testing

/// Joining and leaving a network (F-13).
@Suite struct MembershipTests {
    private let application: Application

    init() throws { application = try Application() }

    private func request(as who: String, of member: String? = nil) throws -> String {
        var document = Document([
            ("network_id", "\"\(application.id(of: "network"))\""), ("type", #""full""#),
            ("contributions", #"["rent","staff"]"#),
        ])
        if let member { document = document.with("organization_id", "\"\(application.id(of: member))\"") }
        return try application.create("memberships", document, as: who)
    }

    @Test func `a carrier asks, the network confirms, and then everyone sees it`() throws {
        let path = try request(as: "carrier")
        for who in [nil, "stranger", "foundation", "officer", "reader", "portal"] as [String?] {
            #expect(application.send(.get, path, as: who).outcome == "404 not_found")
            #expect(application.listed("/v1/memberships", as: who).isEmpty)
        }
        for who in ["carrier", "network", "city"] {
            #expect(application.send(.get, path, as: who).text("status") == "requested")
            #expect(application.listed("/v1/memberships", as: who) == [path.id])
        }
        let confirmed = application.fire("confirm", path, as: "network")
        #expect(confirmed.text("item/status") == "active")
        #expect(confirmed.text("item/from_on") == "2026-11-21")
        #expect(application.send(.get, path).words("contributions") == ["rent", "staff"])
        #expect(application.listed("/v1/memberships", as: nil) == [path.id])
    }

    @Test func `neither the member nor the city confirms for the network`() throws {
        let path = try request(as: "carrier")
        #expect(application.fire("confirm", path, as: "carrier").outcome == "403 role_forbidden")
        #expect(application.fire("confirm", path, as: "city").outcome == "403 role_forbidden")
        #expect(application.fire("confirm", path, as: "stranger").outcome == "404 not_found")
        #expect(application.fire("refuse", path, as: "network").text("item/status") == "refused")
        #expect(application.fire("refuse", path, as: "network").status == 200)
        #expect(application.fire("leave", path, as: "carrier").outcome == "409 state_conflict")
    }

    @Test func `nobody is made a member by others`() throws {
        let body = Document([
            ("network_id", "\"\(application.id(of: "network"))\""), ("type", #""full""#),
            ("organization_id", "\"\(application.id(of: "carrier"))\""),
        ])
        for who in ["network", "stranger", "officer"] {
            let response = application.send(.post, "/v1/memberships", body.text, as: who)
            #expect(response.outcome == "403 role_forbidden", "\(who)")
        }
        #expect(application.send(.post, "/v1/memberships", body.text, as: "city").status == 201)
    }

    @Test func `either side leaves, and then the two alone remember`() throws {
        for who in ["carrier", "network"] {
            let path = try request(as: "carrier")
            application.fire("confirm", path, as: "network")
            let left = application.fire("leave", path, as: who)
            #expect(left.text("item/status") == "ended" && left.text("item/to_on") == "2026-11-21")
            #expect(application.send(.get, path).outcome == "404 not_found")
            #expect(application.send(.get, path, as: "network").status == 200)
            let log = application.send(.get, "\(path)/transitions", as: "carrier").elements("items")
            #expect(log.compactMap { $0["event"] } == ["confirm", "leave"])
            #expect(application.send(.get, "\(path)/transitions").outcome == "401 token_missing")
        }
    }

    @Test func `one at a time between the same two`() throws {
        let path = try request(as: "carrier")
        let body = #"{"network_id":"\#(application.id(of: "network"))","type":"observer"}"#
        let second = application.send(.post, "/v1/memberships", body, as: "carrier")
        #expect(second.outcome == "409 duplicate")
        #expect(second.text("existing_id") == path.id)
        application.fire("refuse", path, as: "network")
        #expect(application.send(.post, "/v1/memberships", body, as: "carrier").status == 201)
    }

    @Test func `a network is one, and not its own member`() {
        func faults(_ network: String, as who: String) -> [String] {
            let body = #"{"network_id":"\#(network)","type":"full"}"#
            return application.send(.post, "/v1/memberships", body, as: who).faults
        }
        let network = application.id(of: "network")
        #expect(faults(application.id(of: "company"), as: "carrier") == ["#/network_id not_allowed_together"])
        #expect(faults(network, as: "network") == ["#/organization_id not_allowed_together"])
        let missing = "01a1fd70-f1c0-7abc-8def-0123456789ab"
        #expect(faults(missing, as: "carrier") == ["#/network_id reference_not_found"])
        let bare = application.send(.post, "/v1/memberships", "{}", as: "carrier")
        #expect(bare.faults.sorted() == ["#/network_id required", "#/type required"])
    }

    @Test func `both sides change what is said of it, with the version they read`() throws {
        let path = try request(as: "carrier")
        #expect(application.patch(path, #"{"contributions":["money"]}"#, as: "network").status == 200)
        let stale = application.patch(path, #"{"type":"observer"}"#, as: "carrier", match: "\"1\"")
        #expect(stale.outcome == "412 precondition_failed")
        #expect(application.patch(path, #"{"type":"observer"}"#, as: "carrier", match: nil).status == 428)
        let other = #"{"network_id":"\#(application.id(of: "carrier"))"}"#
        #expect(application.patch(path, other, as: "carrier").faults == ["#/network_id immutable"])
        #expect(application.patch(path, #"{"type":"observer"}"#, as: "stranger").status == 404)
        #expect(application.send(.get, path, as: "carrier").words("contributions") == ["money"])
    }

    @Test func `membership opens none of the other's records`() throws {
        let path = try request(as: "carrier")
        application.fire("confirm", path, as: "network")
        let draft = try application.draftNeed()
        #expect(application.send(.get, draft, as: "network").outcome == "404 not_found")
        let carrier = "/v1/organizations/\(application.id(of: "carrier"))"
        #expect(!application.send(.get, carrier, as: "network").has("tax_status"))
        #expect(application.send(.get, "/v1/contacts", as: "network").count("items") == 1)
    }

    @Test func `with a side that is hidden hides the membership, and the feed says so`() throws {
        let path = try request(as: "carrier")
        application.fire("confirm", path, as: "network")
        let position = application.position
        let organization = "/v1/organizations/\(application.id(of: "network"))"
        application.fire("suspend", organization, as: "city", facts: #","reason_code":"misuse""#)
        #expect(application.send(.get, path).outcome == "404 not_found")
        #expect(application.listed("/v1/memberships", as: nil).isEmpty)
        #expect(application.send(.get, path, as: "stranger").status == 200)
        let feed = application.send(.get, "/v1/changes?after=\(position)&types=membership", as: "portal")
        #expect(feed.elements("items").map { $0["op"] } == ["remove"])
        #expect(try application.store.check().isEmpty)
    }
}
