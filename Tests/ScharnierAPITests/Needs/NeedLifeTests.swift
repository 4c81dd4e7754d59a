import HTTPWire
import JSON
import TestSupport
import Testing

/// The life of a need over HTTP (domain.md §5.3).
@Suite struct NeedLifeTests {
    private let application: Application

    init() throws { application = try Application() }

    private func submitted(_ document: Document? = nil, as who: String = "carrier") throws -> String {
        let path = try application.draftNeed(document, as: who)
        #expect(application.fire("submit", path, as: who).status == 201)
        return path
    }

    private func state(_ path: String) -> String? { application.send(.get, path, as: "city").text("status") }

    @Test func `a transition answers with itself and the changed need`() throws {
        let path = try application.draftNeed()
        let response = application.fire("submit", path, as: "carrier")
        #expect(response.status == 201)
        #expect(response.field("Location") == "\(path)/transitions/\(response.text("id") ?? "")")
        #expect(response.field("Content-Location") == path)
        #expect(response.field("ETag") == application.send(.get, path, as: "carrier").field("ETag"))
        #expect(response.text("event") == "submit")
        #expect(response.text("from") == "draft")
        #expect(response.text("to") == "submitted")
        #expect(response.text("item/status") == "submitted")
        #expect(response.text("actor_organization_id") == application.id(of: "carrier"))
    }

    @Test func `a need is published, paused, resumed and closed`() throws {
        let path = try application.publishedNeed()
        #expect(state(path) == "published")
        let reason = #","reason_code":"carrier_capacity""#
        #expect(application.fire("pause", path, as: "carrier", facts: reason).text("item/status") == "paused")
        #expect(application.fire("resume", path, as: "carrier").text("item/status") == "published")
        let outcome = #","outcome":"irrelevant","note":"Anders gelöst.""#
        let closed = application.fire("close", path, as: "carrier", facts: outcome)
        #expect(closed.text("item/close/outcome") == "irrelevant")
        #expect(state(path) == "closed")
        let log = application.send(.get, "\(path)/transitions", as: "carrier")
        #expect(
            log.elements("items").map { $0["event"] } == ["submit", "publish", "pause", "resume", "close"])
        #expect(application.fire("resume", path, as: "carrier").outcome == "409 state_conflict")
    }

    @Test func `a repeated event is answered with the earlier transition and stores nothing`() throws {
        let path = try application.draftNeed()
        let first = application.fire("submit", path, as: "carrier")
        let before = application.position
        let second = application.fire("submit", path, as: "carrier")
        #expect(second.status == 200)
        #expect(second.text("id") == first.text("id"))
        #expect(second.body == first.body)
        #expect(application.position == before)
        #expect(application.send(.get, "\(path)/transitions", as: "carrier").count("items") == 1)
    }

    @Test func `a carrier does not publish its own need`() throws {
        let path = try submitted()
        #expect(application.fire("publish", path, as: "carrier").outcome == "403 role_forbidden")
        #expect(application.fire("publish", path, as: "officer").status == 201)
    }

    @Test func `an officer publishes in the own areas only`() throws {
        let path = try submitted(Document.need(application, area: "ar-hoerde"))
        #expect(application.fire("publish", path, as: "officer").outcome == "404 not_found")
    }

    @Test func `an area that is not valid any more stands against publishing`() throws {
        let path = try submitted(Document.need(application, area: "ar-wickede"))
        let response = application.fire("publish", path, as: "city")
        #expect(response.outcome == "409 guard_failed")
        #expect(response.failedGuards == ["area_not_valid"])
        #expect(response.text("failed_guards/0/text_en") != response.text("failed_guards/0/text_de"))
        #expect(response.text("failed_guards/0/fix_de")?.isEmpty == false)
        #expect(state(path) == "submitted")
    }

    @Test func `a carrier that is not verified stands against publishing`() throws {
        let path = try submitted()
        let reason = #","reason_code":"other""#
        let carrier = "/v1/organizations/\(application.id(of: "carrier"))"
        #expect(application.fire("suspend", carrier, as: "city", facts: reason).status == 201)
        #expect(application.fire("publish", path, as: "city").failedGuards == ["carrier_unverified"])
    }

    @Test func `money needs somebody who can receive it`() throws {
        let carrier = "/v1/organizations/\(application.id(of: "carrier"))"
        let none = application.send(
            .post, "\(carrier)/tax-status-proposals", #"{"basis":"none"}"#, as: "carrier")
        #expect(none.status == 201)
        let document = Document.need(application).with("items", "[\(Document.money.text)]")
        let path = try submitted(document)
        #expect(application.fire("publish", path, as: "city").failedGuards == ["no_payee"])
        let host = "\"\(application.id(of: "network"))\""
        let hosted = try submitted(document.with("host_organization_id", host))
        #expect(application.fire("publish", hosted, as: "city").status == 201)
    }

    @Test(arguments: [
        ("acute", "needed_by_on", "2027-02-20"), ("acute", "needed_by_on", "2026-11-20"),
        ("temporary", "needed_by_on", "2026-11-20"), ("permanent", "review_on", "2027-11-23"),
        ("permanent", "review_on", "2026-11-20"),
    ])
    func `a date out of the range of the horizon stands against publishing`(
        horizon: String, name: String, day: String
    ) throws {
        let document = Document.need(application).without("needed_by_on")
            .with("horizon", "\"\(horizon)\"").with(name, "\"\(day)\"")
        let path = try submitted(document)
        #expect(application.fire("publish", path, as: "city").failedGuards == ["horizon_dates"])
    }

    @Test(arguments: [
        ("acute", "needed_by_on", "2027-02-19"), ("acute", "needed_by_on", "2026-11-21"),
        ("temporary", "needed_by_on", "2026-11-21"), ("permanent", "review_on", "2027-11-22"),
    ])
    func `a date at the end of the range is taken`(horizon: String, name: String, day: String) throws {
        let document = Document.need(application).without("needed_by_on")
            .with("horizon", "\"\(horizon)\"").with(name, "\"\(day)\"")
        let path = try submitted(document)
        #expect(application.fire("publish", path, as: "city").status == 201)
    }

    @Test func `several guards fail at once`() throws {
        let document = Document.need(application, area: "ar-wickede").with("needed_by_on", #""2026-01-01""#)
        let path = try submitted(document)
        #expect(
            application.fire("publish", path, as: "city").failedGuards == ["area_not_valid", "horizon_dates"])
    }

    @Test func `success without acknowledged deliveries is not a success`() throws {
        let path = try application.publishedNeed()
        for outcome in ["fulfilled", "partly"] {
            let response = application.fire(
                "close", path, as: "carrier", facts: ",\"outcome\":\"\(outcome)\"")
            #expect(response.failedGuards == ["no_acknowledged_commitment"])
        }
        #expect(application.fire("close", path, as: "carrier").faults == ["#/outcome required"])
        let withdrawn = application.fire("close", path, as: "carrier", facts: #","outcome":"withdrawn""#)
        #expect(withdrawn.faults == ["#/outcome not_in_enum"])
        let failed = application.fire("close", path, as: "carrier", facts: #","outcome":"failed""#)
        #expect(failed.faults == ["#/reason_code required"])
    }

    @Test func `a returned need is corrected and submitted again`() throws {
        let path = try submitted()
        #expect(application.fire("return", path, as: "officer").faults == ["#/reason_code required"])
        let wrong = application.fire("return", path, as: "officer", facts: #","reason_code":"x""#)
        #expect(wrong.faults == ["#/reason_code not_in_enum"])
        let reason = #","reason_code":"unclear_text","note":"Bitte genauer.""#
        #expect(
            application.fire("return", path, as: "officer", facts: reason).text("item/status") == "returned")
        #expect(application.patch(path, #"{"title":"Zwölf Schultaschen"}"#, as: "carrier").status == 200)
        #expect(application.fire("submit", path, as: "carrier").status == 201)
    }

    @Test func `events of the product itself cannot be fired by anyone`() throws {
        let path = try application.publishedNeed()
        for event in ["expire", "go_stale"] {
            for who in ["carrier", "officer", "city"] {
                #expect(application.fire(event, path, as: who).outcome == "403 role_forbidden")
            }
        }
        #expect(application.fire("cover", path, as: "city").faults == ["#/event not_in_enum"])
    }
}
