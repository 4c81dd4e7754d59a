import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

/// How many requests one caller may send, and how it is told (api.md §12).
@Suite struct QuotaTests {
    private let application: Application

    init() throws {
        var quotas = Quotas()
        quotas.anonymous.requests = 4
        quotas.token.requests = 6
        quotas.write.requests = 3
        quotas.failures.requests = 2
        application = try Application(quotas: quotas)
    }

    private func read(_ target: String = "/v1/needs", as who: String? = nil) -> Response {
        application.send(.get, target, as: who)
    }

    private func write(as who: String = "carrier") -> Response {
        application.send(.post, "/v1/needs", Document.need(application).text, as: who)
    }

    @Test func `what is left is told with every answer`() {
        let anonymous = read()
        #expect(anonymous.field("RateLimit-Policy") == #""anonymous";q=4;w=60"#)
        #expect(anonymous.field("RateLimit") == #""anonymous";r=3;t=15"#)
        let written = write()
        #expect(written.field("RateLimit-Policy") == #""token";q=6;w=60, "write";q=3;w=60"#)
        #expect(written.field("RateLimit") == #""token";r=5;t=10, "write";r=2;t=20"#)
        #expect(read(as: "carrier").field("RateLimit") == #""token";r=4;t=10"#)
    }

    @Test func `beyond it nothing is done, and it is said when to come back`() {
        for _ in 0..<3 { #expect(write().status == 201) }
        let position = application.position
        let refused = write()
        #expect(refused.outcome == "429 quota_exceeded")
        #expect(refused.text("type") == "https://iana.org/assignments/http-problem-types#quota-exceeded")
        #expect(refused.words("violated-policies") == ["write"])
        #expect(refused.field("Retry-After") == "20")
        #expect(refused.field("RateLimit") == #""token";r=3;t=10, "write";r=0;t=20"#)
        #expect(application.position == position)
        application.clock.advance(seconds: 20)
        #expect(write().status == 201)
        #expect(write().status == 429)
    }

    @Test func `the public counts by address, a token by itself`() {
        for _ in 0..<4 { #expect(read().status == 200) }
        #expect(read().outcome == "429 quota_exceeded")
        #expect(read(as: "carrier").status == 200)
        for _ in 0..<5 { #expect(read(as: "carrier").status == 200) }
        #expect(read(as: "carrier").outcome == "429 quota_exceeded")
        #expect(read(as: "company").status == 200)
    }

    @Test func `health and what has not changed cost nothing`() throws {
        for _ in 0..<20 {
            #expect(read("/healthz").status == 200)
            #expect(read("/healthz").field("RateLimit") == nil)
        }
        let tag = try #require(read().field("ETag"))
        for _ in 0..<20 {
            let same = application.send(.get, "/v1/needs", fields: [("If-None-Match", tag)])
            #expect(same.status == 304)
        }
        #expect(read().field("RateLimit") == #""anonymous";r=2;t=15"#)
    }

    @Test func `who guesses tokens is shut out, who has one is not`() {
        let guess = {
            application.send(
                .get, "/v1/me",
                fields: [("Authorization", "Bearer scht_000000000000000000000000000000000000")])
        }
        for _ in 0..<2 { #expect(guess().outcome == "401 token_invalid") }
        let refused = guess()
        #expect(refused.outcome == "429 quota_exceeded")
        #expect(refused.words("violated-policies") == ["auth"])
        #expect(read("/v1/me", as: "carrier").status == 200)
        application.clock.advance(seconds: 30)
        #expect(guess().outcome == "401 token_invalid")
    }

    @Test func `a quota is looked at before scope and body`() {
        for _ in 0..<6 { _ = read(as: "reader") }
        let refused = application.send(.post, "/v1/needs", "{", as: "reader")
        #expect(refused.outcome == "429 quota_exceeded")
    }

    @Test func `every caller can look up the own limits`() {
        let me = read("/v1/me", as: "carrier")
        #expect(me.elements("rate_limits").map { $0["policy"] } == ["token", "write"])
    }
}
