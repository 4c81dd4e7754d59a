import HTTPWire
import JSON
import TestSupport
import Testing

/// A published need that changes is looked at again (domain.md §5.3 `revise`, `approve`).
@Suite struct NeedReviewTests {
    private let application: Application
    private let path: String

    init() throws {
        application = try Application()
        path = try application.publishedNeed()
    }

    private func needsReview() -> JSONValue? { application.send(.get, path, as: "carrier")["needs_review"] }

    @Test func `what it says in public asks for review, what is internal does not`() {
        #expect(application.patch(path, #"{"own_steps":"Wir haben gefragt."}"#, as: "carrier").status == 200)
        #expect(needsReview() == .bool(false))
        let response = application.patch(path, #"{"title":"Zwölf Schultaschen"}"#, as: "carrier")
        #expect(response.text("status") == "published")
        #expect(response.integer("revision") == 3)
        #expect(needsReview() == .bool(true))
    }

    @Test func `an officer approves the new revision`() {
        #expect(application.fire("approve", path, as: "officer").outcome == "409 state_conflict")
        application.patch(path, #"{"title":"Zwölf Schultaschen"}"#, as: "carrier")
        #expect(application.fire("approve", path, as: "carrier").outcome == "403 role_forbidden")
        let response = application.fire("approve", path, as: "officer")
        #expect(response.status == 201)
        #expect(response["item/needs_review"] == .bool(false))
        #expect(response.text("item/verification/by_role") == "area_officer")
        #expect(response.integer("item/verification/revision") == 2)
    }

    @Test func `a live need is returned only while it asks for review`() {
        let reason = #","reason_code":"unclear_text""#
        #expect(
            application.fire("return", path, as: "officer", facts: reason).outcome == "409 state_conflict")
        application.patch(path, #"{"title":"Zwölf Schultaschen"}"#, as: "carrier")
        #expect(
            application.fire("return", path, as: "officer", facts: reason).text("item/status") == "returned")
        #expect(application.send(.get, path).outcome == "404 not_found")
    }

    @Test(arguments: ["title", "text", "horizon", "needed_by_on"])
    func `a live need stays complete`(name: String) {
        let response = application.patch(path, "{\"\(name)\":null}", as: "carrier")
        #expect(response.outcome == "422 incomplete")
        #expect(response.count("errors") == 1)
        #expect(application.patch(path, #"{"items":[]}"#, as: "carrier").outcome == "422 incomplete")
    }

    @Test func `a second approval is answered like the first`() {
        application.patch(path, #"{"title":"Zwölf Schultaschen"}"#, as: "carrier")
        let first = application.fire("approve", path, as: "officer")
        let before = application.position
        let second = application.fire("approve", path, as: "officer")
        #expect(second.status == 200)
        #expect(second.text("id") == first.text("id"))
        #expect(application.position == before)
    }

    @Test func `a revision after an approval is approved anew`() {
        for number in 1...3 {
            application.patch(path, "{\"title\":\"Fassung \(number)\"}", as: "carrier")
            #expect(needsReview() == .bool(true))
            #expect(application.fire("approve", path, as: "officer").status == 201)
            #expect(needsReview() == .bool(false))
        }
    }
}
