import HTTPWire
import TestSupport
import Testing

/// The order of checks in api.md §2: a request that is wrong in two ways gets the earlier answer.
@Suite struct CheckOrderTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let forged = [("Authorization", "Bearer scht_000000000000000000000000000000000000")]
    private static let missing = "/v1/needs/01a1fd70-f1c0-7abc-8def-0123456789ab"

    @Test(arguments: ["/v1/nothing", "/v1/needs/", "/v1/needs/a/b/c/d/e", "/", "/v2/needs", "/V1/needs"])
    func `a path that does not exist is missing before the token is looked at`(path: String) {
        #expect(application.send(.get, path, fields: Self.forged).outcome == "404 not_found")
        #expect(application.send(.put, path).outcome == "404 not_found")
    }

    @Test(arguments: [
        ("/v1/needs", "GET, POST, HEAD, OPTIONS"),
        ("/v1/needs/1", "GET, PATCH, DELETE, HEAD, OPTIONS"),
        ("/v1/me/token", "DELETE, OPTIONS"),
        ("/v1/introductions", "GET, POST, HEAD, OPTIONS"),
    ])
    func `a method that is not there is told before the token is looked at`(path: String, allowed: String) {
        let response = application.send(.put, path, fields: Self.forged)
        #expect(response.outcome == "405 method_not_allowed")
        #expect(response.field("Allow") == allowed)
        let options = application.send(.options, path)
        #expect(options.status == 204)
        #expect(options.field("Allow") == allowed)
    }

    @Test func `a bad token is told before a role that may not`() {
        #expect(
            application.send(.post, "/v1/tokens", "{", fields: Self.forged).outcome == "401 token_invalid")
        #expect(application.send(.post, "/v1/tokens", "{").outcome == "401 token_missing")
    }

    @Test func `a token in the address is told before the token in the header`() {
        let response = application.send(.get, "/v1/needs?token=x", fields: Self.forged)
        #expect(response.outcome == "400 token_in_url")
    }

    @Test func `a missing scope is told before formats and parameters`() {
        let fields = [("Accept", "text/html"), ("Content-Type", "text/plain")]
        let response = application.send(.post, "/v1/programmes?x=1", "{", as: "carrier", fields: fields)
        #expect(response.outcome == "403 scope_missing")
        #expect(response.text("required_scope") == "programmes:write")
        let city = application.send(.post, "/v1/needs?x=1", "{", as: "reader", fields: fields)
        #expect(city.status == 403)
    }

    @Test func `formats come in the order Accept, Content-Type, parameters, headers, JSON`() throws {
        let path = try application.draftNeed()
        let all = [("Accept", "text/html"), ("Content-Type", "text/plain"), ("If-Match", "x")]
        func outcome(_ fields: ArraySlice<(String, String)>, _ target: String) -> String {
            application.send(.patch, target, "{", as: "carrier", fields: Array(fields)).outcome
        }
        #expect(outcome(all[...], "\(path)?x=1") == "406 not_acceptable")
        #expect(outcome(all[1...], "\(path)?x=1") == "415 media_type_unsupported")
        #expect(outcome(all[2...], "\(path)?x=1") == "400 parameter_unknown")
        #expect(outcome(all[2...], path) == "400 header_invalid")
        #expect(outcome(all[3...], path) == "400 json_invalid")
    }

    @Test func `bad JSON is told before a missing object, for patches and transitions`() {
        #expect(application.patch(Self.missing, "{", as: "carrier").outcome == "400 json_invalid")
        let path = "\(Self.missing)/transitions"
        #expect(application.send(.post, path, "[", as: "carrier").outcome == "400 json_invalid")
        #expect(application.patch(Self.missing, "[]", as: "carrier").outcome == "400 json_invalid")
    }

    @Test func `a missing object is told before everything that is wrong with the request`() throws {
        let draft = try application.draftNeed()
        for path in [Self.missing, draft, "/v1/needs/no-identifier"] {
            #expect(
                application.patch(path, #"{"x":1}"#, as: "stranger", match: nil).outcome == "404 not_found")
            #expect(
                application.patch(path, #"{"x":1}"#, as: "stranger", match: "\"1\"").outcome
                    == "404 not_found")
            #expect(
                application.fire("nonsense", path, as: "stranger", match: "\"1\"").outcome == "404 not_found")
            #expect(application.send(.delete, path, as: "stranger").outcome == "404 not_found")
        }
    }

    @Test func `a role that may not is told before versions and content`() throws {
        let path = try application.publishedNeed()
        for match in [nil, "\"1\"", "*"] as [String?] {
            #expect(
                application.patch(path, #"{"x":1}"#, as: "stranger", match: match).outcome
                    == "403 role_forbidden")
        }
        #expect(application.send(.delete, path, as: "stranger").outcome == "403 role_forbidden")
        #expect(
            application.fire("pause", path, as: "stranger", match: "\"1\"").outcome == "403 role_forbidden")
        #expect(application.fire("nonsense", path, as: "stranger").outcome == "403 role_forbidden")
    }

    @Test func `a missing version is told before content, an old one before content too`() throws {
        let path = try application.draftNeed()
        #expect(
            application.patch(path, #"{"x":1}"#, as: "carrier", match: nil).outcome
                == "428 precondition_required")
        let old = application.patch(path, #"{"x":1}"#, as: "carrier", match: "\"1\"")
        #expect(old.outcome == "412 precondition_failed")
        #expect(application.patch(path, #"{"x":1}"#, as: "carrier").outcome == "422 validation_failed")
        #expect(
            application.fire("nonsense", path, as: "carrier", match: "\"1\"").outcome
                == "412 precondition_failed")
    }

    @Test func `content is judged before the state`() throws {
        let path = try application.draftNeed()
        application.fire("submit", path, as: "carrier")
        #expect(application.patch(path, #"{"x":1}"#, as: "carrier").outcome == "422 validation_failed")
        #expect(
            application.patch(path, #"{"title":"Anders"}"#, as: "carrier").outcome == "409 state_conflict")
        #expect(
            application.fire("resume", path, as: "carrier", facts: #","x":1"#).outcome
                == "422 validation_failed")
        #expect(application.fire("resume", path, as: "carrier").outcome == "409 state_conflict")
    }
}
