import HTTPWire
import JSON
import Scharnier
import ScharnierAPI
import TestSupport
import Testing

/// What the server lets the API say when it refuses or gives up a request itself (api.md §12).
@Suite struct ServerRefusalTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test func `overload says when to come again, in the caller's language`() {
        let request = PartialRequest(method: .get, fields: [.acceptLanguage: "en"])
        let answer = application.api.response(to: .overloaded, of: request, retryAfter: 3)
        #expect(answer.status == 503)
        #expect(answer.field("Retry-After") == "3")
        #expect(answer.field("Content-Type") == "application/problem+json")
        #expect(answer.text("code") == "overloaded")
        #expect(answer.text("title") == "Temporarily overloaded")
    }

    @Test(arguments: [(StoreFailure.queryTimeout, "query_timeout"), (.outcomeUnknown, "outcome_unknown")])
    func `an answer that is not given in time says what is known`(failure: StoreFailure, code: String) {
        let answer = application.api.response(to: failure, of: PartialRequest(method: .post))
        #expect(answer.status == 503)
        #expect(answer.text("code") == code)
        #expect(answer.field("Retry-After") == nil)
    }
}
