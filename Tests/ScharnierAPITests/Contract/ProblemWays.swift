import HTTPWire
import Scharnier
import ScharnierAPI
import TestSupport
import Testing

/// One request for each problem code that gets it: a new code is a new row here, or one of ``ProcessWays``.
enum ProblemWays {
    /// Sends what is answered with the code.
    typealias Way = @Sendable () throws -> Response

    static let all: [String: Way] = asked.merging(written) { first, _ in first }

    /// What is wrong with the request as such.
    private static let asked: [String: Way] = [
        "parameter_unknown": { try get("/v1/needs?stauts=draft") },
        "parameter_invalid": { try get("/v1/needs?status=nonsense") },
        "cursor_invalid": { try get("/v1/needs?cursor=x") },
        "authorization_malformed": { try get("/v1/me", [("Authorization", "Basic x")]) },
        "token_in_url": { try get("/v1/me?access_token=x") },
        "token_missing": { try get("/v1/me") },
        "token_invalid": { try get("/v1/me", [("Authorization", "Bearer x")]) },
        "token_expired": {
            let application = try Application()
            application.clock.advance(days: AccessToken.defaultLifeInDays)
            return application.send(.get, "/v1/me", as: "carrier")
        },
        "token_revoked": {
            let application = try Application()
            #expect(application.send(.delete, "/v1/me/token", as: "carrier").status == 204)
            return application.send(.get, "/v1/me", as: "carrier")
        },
        "scope_missing": { try Application().send(.get, "/v1/needs", as: "monitor") },
        "role_forbidden": {
            let application = try Application()
            return application.fire("withdraw", try application.publishedNeed(), as: "stranger")
        },
        "not_found": { try get("/v1/nothing") },
        "method_not_allowed": { try Application().send(.delete, "/v1/needs") },
        "not_acceptable": { try get("/v1/needs", [("Accept", "image/png")]) },
        "media_type_unsupported": {
            try Application().send(
                .post, "/v1/needs", "{}", as: "carrier", fields: [("Content-Type", "text/plain")])
        },
        "quota_exceeded": {
            var quotas = Quotas.none
            quotas.anonymous = Quota("anonymous", 1)
            let application = try Application(quotas: quotas)
            _ = application.send(.get, "/v1/meta")
            return application.send(.get, "/v1/meta")
        },
        "feed_position_gone": {
            try Application().send(.get, "/v1/changes?after=999999999999999", as: "carrier")
        },
        "misdirected_request": {
            try Application(hosts: ["city.example.org"]).send(
                .get, "/v1/meta", fields: [("Host", "other.example.org")])
        },
        "overloaded": {
            try Application().api.response(to: .overloaded, of: PartialRequest(method: .get), retryAfter: 1)
        },
        "not_ready": {
            try Application().api.response(to: StoreFailure.closed, of: PartialRequest(method: .get))
        },
        "query_timeout": {
            try Application().api.response(to: StoreFailure.queryTimeout, of: PartialRequest(method: .get))
        },
        "outcome_unknown": {
            try Application().api.response(to: StoreFailure.outcomeUnknown, of: PartialRequest(method: .post))
        },
    ]

    private static func get(_ target: String, _ fields: [(String, String)] = []) throws -> Response {
        try Application().send(.get, target, fields: fields)
    }

    /// What cannot be done with what there is.
    private static let written: [String: Way] = [
        "header_invalid": { try post(fields: [("Idempotency-Key", "ä")]) },
        "json_invalid": { try post("{") },
        "validation_failed": { try post(#"{"title":"x"}"#) },
        "idempotency_key_reused": {
            let application = try Application()
            let key = [("Idempotency-Key", "k")]
            _ = application.send(.post, "/v1/needs", "{}", as: "carrier", fields: key)
            return application.send(
                .post, "/v1/needs", #"{"city_wide":true}"#, as: "carrier", fields: key)
        },
        "incomplete": {
            let application = try Application()
            let path = try #require(
                application.send(.post, "/v1/needs", "{}", as: "carrier").field("Location"))
            return application.fire("submit", path, as: "carrier")
        },
        "state_conflict": {
            let application = try Application()
            return application.fire("pause", try application.draftNeed(), as: "carrier", facts: other)
        },
        "guard_failed": {
            let application = try Application()
            let need = try application.publishedNeed()
            return application.fire("close", need, as: "carrier", facts: #","outcome":"fulfilled""#)
        },
        "duplicate": {
            let application = try Application()
            let term = #"{"scheme":"topic","code":"twice","label_de":"Zweimal","label_en":"Twice"}"#
            #expect(application.send(.post, "/v1/taxonomy-terms", term, as: "city").status == 201)
            return application.send(.post, "/v1/taxonomy-terms", term, as: "city")
        },
        "in_use": {
            let application = try Application()
            let offer = try application.activeOffer()
            _ = try application.connection(try application.publishedNeed(), offer, quantity: 4)
            return application.patch(offer, #"{"quantity":3}"#, as: "company")
        },
        "stale_source": {
            let application = try Application()
            let put = { (day: Int) in
                application.send(
                    .put,
                    "/v1/external/kinderfonds/a-1?kind=needs&source_updated_at=2026-11-\(day)T09:00:00Z",
                    Document.need(application).text, as: "carrier")
            }
            #expect(put(20).status == 201)
            return put(19)
        },
        "import_rejected": {
            try Application().send(
                .post, "/v1/imports?kind=needs&source=kinderfonds&mode=all",
                #"{"external_id":"a","title":"x"}"#,
                as: "carrier", fields: [("Content-Type", "application/x-ndjson")])
        },
        "precondition_required": {
            let application = try Application()
            return application.patch(try application.draftNeed(), "{}", as: "carrier", match: nil)
        },
        "precondition_failed": {
            let application = try Application()
            return application.patch(try application.draftNeed(), "{}", as: "carrier", match: "\"1\"")
        },
        "erased": {
            let application = try Application()
            let need = Document.need(application).text
            let send = {
                application.send(.post, "/v1/needs", need, as: "carrier", fields: [("Idempotency-Key", "k")])
            }
            let path = try #require(send().field("Location"))
            let change = #"{"reason_code":"personal_data","changes":[{"pointer":"/title","text":"Taschen"}]}"#
            #expect(application.send(.post, "\(path)/redactions", change, as: "officer").status == 201)
            return send()
        },
    ]

    private static let other = #","reason_code":"other""#

    private static func post(_ body: String = "{}", fields: [(String, String)] = []) throws -> Response {
        try Application().send(.post, "/v1/needs", body, as: "carrier", fields: fields)
    }
}

/// Codes that only a server, a disk or many callers at once bring about, and the test that makes them do so.
enum ProcessWays {
    /// The file below `Tests` that names the code, and the sentence of the test.
    static let all: [String: (file: String, test: String)] = [
        "idempotency_in_progress": (
            "ScharnierAPITests/Repeats/IdempotencyTests.swift",
            "of many that are sent at once one has the effect, the others its answer or a hint to come back"
        ),
        "internal_error": (
            "EndToEndTests/DamageTests.swift", "a service on a damaged file gives the right answer or none"
        ),
        "storage_full": (
            "EndToEndTests/Faults/DiskFullTests.swift",
            "below the floor only what deletes or revokes is taken, and above it all again"
        ),
        "request_timeout": (
            "HTTPServerTests/DeadlineTests.swift", "a head that is not complete in time is answered 408"
        ),
        "request_malformed": wire, "framing_invalid": wire, "host_invalid": wire, "content_too_large": wire,
        "uri_too_long": wire, "expectation_failed": wire, "headers_too_large": wire, "method_unknown": wire,
        "transfer_coding_unknown": wire, "http_version_unsupported": wire,
    ]

    private static let wire = (
        file: "EndToEndTests/WireProblemTests.swift", test: "what is no request gets the problem of its kind"
    )
}
