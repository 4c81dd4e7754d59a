import HTTPWire
import TestSupport
import Testing

/// R-23 and F-23 as callers meet them.
@Suite struct LintRoutesTests {
    let application: Application

    init() throws { application = try Application() }

    private func draft(_ text: String) throws -> String {
        try application.draftNeed(Document.need(application).with("text", "\"\(text)\""))
    }

    @Test func `what identifies somebody stands against submitting, whatever is acknowledged`() throws {
        let path = try draft("Bitte meldet euch bei info@verein.de, wir freuen uns.")
        #expect(application.fire("submit", path, as: "carrier").failedGuards == ["lint_failed"])
        let seen = application.fire("submit", path, as: "carrier", facts: #","lint_acknowledged":true"#)
        #expect(seen.failedGuards == ["lint_failed"])
    }

    @Test func `what is suspected is acknowledged, and then submitted`() throws {
        let path = try draft("Frau Demir sucht mit anderen Eltern einen Raum.")
        let refused = application.fire("submit", path, as: "carrier")
        #expect(refused.outcome == "409 guard_failed")
        #expect(refused.failedGuards == ["lint_acknowledged"])
        #expect(refused.text("failed_guards/0/fix_de")?.contains("lint_acknowledged") == true)
        #expect(!String(decoding: refused.body, as: UTF8.self).contains("Demir"))
        let seen = application.fire("submit", path, as: "carrier", facts: #","lint_acknowledged":true"#)
        #expect(seen.text("item/status") == "submitted")
    }

    @Test func `completeness tells what is missing, what is suspected and what stands against publishing`()
        throws
    {
        let document = Document.need(application, area: "ar-wickede").without("text")
            .with("own_steps", #""Herr Schmidt rief 0231 1234567 an.""#)
        let path = try application.draftNeed(document)
        let answer = application.send(.get, "\(path)/completeness", as: "carrier")
        #expect(answer.elements("missing").map { $0["code"] } == ["text"])
        #expect(answer.elements("lint").map { $0["code"] } == ["lint_phone", "lint_person"])
        #expect(answer.elements("lint").map { $0["pointer"] } == ["#/own_steps", "#/own_steps"])
        #expect(answer.elements("publishing").map { $0["code"] } == ["area_not_valid"])
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("Schmidt"))
    }

    @Test func `a draft says what it lacks, also one that is only tried out`() throws {
        let document = Document([("title", #""Spiele für Kinder""#)])
        let missing = ["text", "horizon", "beneficiary_area_ids", "items"]
        let trial = application.send(.post, "/v1/needs?dry_run=true", document.text, as: "carrier")
        #expect(trial.status == 200)
        #expect(trial.words("missing") == missing)
        let path = try application.draftNeed(document)
        #expect(application.send(.get, path, as: "carrier").words("missing") == missing)
        let published = try application.publishedNeed()
        #expect(!application.send(.get, published).has("missing"))
        #expect(application.send(.get, published, as: "officer").words("missing") == [])
    }

    @Test func `an offer is looked at in the same way`() throws {
        let path = try application.create(
            "offers", Document.offer.with("conditions", #""Anruf bei Frau Weber""#), as: "company")
        #expect(application.fire("submit", path, as: "company").failedGuards == ["lint_acknowledged"])
        let seen = application.fire("submit", path, as: "company", facts: #","lint_acknowledged":true"#)
        #expect(seen.text("item/status") == "active")
    }

    @Test func `a change of what is published is held up by what identifies somebody only`() throws {
        let path = try application.publishedNeed()
        let name = #"{"text":"Frau Demir sucht mit anderen Eltern einen Raum."}"#
        #expect(application.patch(path, name, as: "carrier").status == 200)
        let phone = #"{"text":"Meldet euch bitte unter 0231 1234567 bei uns."}"#
        #expect(application.patch(path, phone, as: "carrier").failedGuards == ["lint_failed"])
    }
}
