import HTTPWire
import TestSupport
import Testing

/// R-14, F-29: a group without account enters a need by a secret that an officer gave it.
@Suite struct IntakeLinkTests {
    let application: Application

    init() throws { application = try Application() }

    private func link(_ more: String = "", area: String = "ar-nordmarkt", as who: String = "officer")
        -> Response
    {
        let area = #""area_id":"\#(application.area(area))""#
        let name = more.contains("organization_") ? "" : #","organization_name":"Elterncafé""#
        return application.send(.post, "/v1/intake-links", "{\(area)\(name)\(more)}", as: who)
    }

    private func enter(_ secret: String, _ need: Document? = nil, query: String = "") -> Response {
        let need = need ?? Document.need(application)
        return application.send(
            .post, "/v1/intakes\(query)", #"{"secret":"\#(secret)","need":\#(need.text)}"#)
    }

    private func submit(_ secret: String, _ more: String = "") -> Response {
        application.send(.post, "/v1/intake-submissions", #"{"secret":"\#(secret)"\#(more)}"#)
    }

    private func secret(_ more: String = "") throws -> String { try #require(link(more).text("secret")) }

    @Test func `a group that nobody recorded enters a need, submits it, and is published by the city`() throws
    {
        let issued = link()
        #expect(issued.status == 201)
        #expect(issued.text("status") == "issued")
        let secret = try #require(issued.text("secret"))
        let entered = enter(secret)
        #expect(entered.status == 201)
        #expect(entered.text("status") == "draft")
        #expect(entered.count("completeness/missing") == 0)
        let path = "/v1/needs/\(entered.text("need_id") ?? "")"
        let need = application.send(.get, path, as: "officer")
        #expect(need.text("recorded_by/officer_area_id") == application.area("ar-nordmarkt"))
        let group = "/v1/organizations/\(need.text("carrier_id") ?? "")"
        let recorded = application.send(.get, group, as: "officer")
        #expect(recorded.text("name") == "Elterncafé")
        #expect(recorded.text("legal_form") == "informal")
        #expect(recorded.text("verification/status") == "unverified")
        #expect(application.send(.get, group).status == 404)
        #expect(submit(secret).text("status") == "submitted")
        #expect(application.fire("publish", path, as: "city").failedGuards == ["carrier_unverified"])
        let verified = application.fire("verify", group, as: "officer", facts: #","method":"officer_known""#)
        #expect(verified.status == 201)
        #expect(application.fire("publish", path, as: "city").status == 201)
        let shown = application.send(.get, issued.field("Location") ?? "", as: "officer")
        #expect(shown.text("status") == "used")
        #expect(shown.words("need_ids") == [path.id])
        #expect(!shown.has("secret"))
    }

    @Test func `a link enters once, and what it entered can still be submitted, more than once`() throws {
        let secret = try secret()
        #expect(enter(secret).status == 201)
        #expect(enter(secret).outcome == "404 not_found")
        #expect(submit(secret).status == 200)
        #expect(submit(secret).text("status") == "submitted")
    }

    @Test func `a link for several needs enters as many, all of one group`() throws {
        let secret = try secret(#","max_uses":2"#)
        let needs = (0..<2).compactMap { _ in enter(secret).text("need_id") }
        #expect(needs.count == 2)
        #expect(enter(secret).outcome == "404 not_found")
        let carriers = needs.map { application.send(.get, "/v1/needs/\($0)", as: "city").text("carrier_id") }
        #expect(Set(carriers).count == 1)
        #expect(submit(secret).faults == ["#/need_id required"])
        #expect(submit(secret, #","need_id":"\#(needs[0])""#).text("need_id") == needs[0])
        let other = try application.draftNeed().id
        #expect(submit(secret, #","need_id":"\#(other)""#).outcome == "404 not_found")
    }

    @Test func `a link ends at the second, for entering and for submitting`() throws {
        let secret = try secret(#","days":3"#)
        let unused = try self.secret(#","days":3"#)
        #expect(enter(secret).status == 201)
        application.clock.advance(days: 3)
        #expect(submit(secret).outcome == "404 not_found")
        #expect(enter(unused).outcome == "404 not_found")
        application.clock.advance(seconds: -1)
        #expect(enter(unused).status == 201)
        #expect(submit(secret).status == 200)
    }

    @Test func `a link that is revoked is good for nothing more`() throws {
        let issued = link()
        let secret = try #require(issued.text("secret"))
        let path = issued.field("Location") ?? ""
        #expect(enter(secret).status == 201)
        #expect(application.send(.delete, path, as: "officer").status == 204)
        #expect(application.send(.delete, path, as: "city").status == 204)
        #expect(submit(secret).outcome == "404 not_found")
        #expect(application.send(.get, path, as: "city").text("status") == "revoked")
    }

    @Test func `without the secret nothing is told, whatever is wrong`() throws {
        let revoked = link()
        _ = application.send(.delete, revoked.field("Location") ?? "", as: "city")
        let used = try secret()
        #expect(enter(used).status == 201)
        let wrong = ["x", "", used.lowercased(), used, revoked.text("secret") ?? ""]
        let answers = wrong.map { enter($0) }
        #expect(Set(answers.map(\.impersonal)).count == 1)
        #expect(answers[0].outcome == "404 not_found")
        #expect(application.send(.get, "/v1/intake-links").outcome == "401 token_missing")
        // A member that is wrong is told without a look at the secret.
        let odd = Document.need(application).with("title", "5")
        #expect(enter("x", odd).faults == ["#/need/title wrong_type"])
    }

    @Test func `what the rules find wrong is told where it stands`() throws {
        let secret = try secret()
        let short = enter(secret, Document.need(application).with("title", #""ab""#))
        #expect(short.faults == ["#/need/title too_short"])
        let foreign = enter(
            secret, Document.need(application).with("carrier_id", "\"\(application.id(of: "carrier"))\""))
        #expect(foreign.faults == ["#/need/carrier_id not_allowed_together"])
        #expect(application.send(.post, "/v1/intakes", #"{"secret":"x"}"#).faults == ["#/need required"])
        #expect(enter(secret).status == 201)
    }

    @Test func `what is missing is told, before and after, and stands against submitting`() throws {
        let secret = try secret()
        let draft = Document([("title", #""Spiele für Kinder""#)])
        let trial = enter(secret, draft, query: "?dry_run=true")
        #expect(trial.status == 200)
        let missing = ["text", "horizon", "items"]
        #expect(trial.elements("completeness/missing").map { $0["code"] } == missing)
        #expect(enter(secret, draft).elements("completeness/missing").map { $0["code"] } == missing)
        #expect(submit(secret).outcome == "422 incomplete")
    }

    @Test func `the need is for the area of the link unless it says otherwise`() throws {
        let first = enter(try secret(), Document.need(application).without("beneficiary_area_ids"))
        let need = application.send(.get, "/v1/needs/\(first.text("need_id") ?? "")", as: "officer")
        #expect(need.words("beneficiary_area_ids") == [application.area("ar-nordmarkt")])
    }

    @Test func `officers issue links for their areas, and see those only`() throws {
        #expect(link(area: "ar-hoerde").faults == ["#/area_id reference_not_found"])
        let others = link(area: "ar-hoerde", as: "city")
        #expect(others.status == 201)
        #expect(application.send(.get, others.field("Location") ?? "", as: "officer").status == 404)
        #expect(application.send(.delete, others.field("Location") ?? "", as: "officer").status == 404)
        #expect(application.send(.get, "/v1/intake-links", as: "officer").ids == [])
        #expect(application.send(.get, "/v1/intake-links", as: "city").ids.count == 1)
        #expect(link(area: "ar-wickede").faults == ["#/area_id reference_not_found"])
    }

    @Test func `a link names a group for which an officer acts, or one that is not recorded`() throws {
        let own = #","organization_id":"\#(application.id(of: "carrier"))""#
        #expect(link(own).faults == ["#/organization_id reference_not_found"])
        #expect(link(own, as: "city").faults == ["#/organization_id reference_not_found"])
        let area = #""area_id":"\#(application.area("ar-nordmarkt"))""#
        let nobody = application.send(.post, "/v1/intake-links", "{\(area)}", as: "officer")
        #expect(nobody.faults == ["#/organization_name required"])
        let both = link(#","organization_name":"X Y","organization_id":"\#(application.id(of: "carrier"))""#)
        #expect(both.faults.contains("#/organization_name not_allowed_together"))
        for more in [#","max_uses":0"#, #","max_uses":51"#] {
            #expect(link(more).faults == ["#/max_uses out_of_range"])
        }
        for more in [#","days":0"#, #","days":91"#] { #expect(link(more).faults == ["#/days out_of_range"]) }
        let group = application.send(
            .post, "/v1/organizations",
            #"{"kind":"carrier","name":"Elterncafé","legal_form":"informal","steward_area_id":"\#(application.area("ar-nordmarkt"))"}"#,
            as: "officer")
        let id = try #require(group.text("id"))
        let secret = try #require(link(#","organization_id":"\#(id)""#).text("secret"))
        let need = enter(secret).text("need_id") ?? ""
        #expect(application.send(.get, "/v1/needs/\(need)", as: "officer").text("carrier_id") == id)
    }
}
