import HTTPWire
import Scharnier
import TestSupport
import Testing

/// R-20: what nobody confirmed is hidden, and a link opens it again without a token, once.
@Suite struct ConfirmLinkTests {
    let application: Application

    init() throws { application = try Application(tokenDays: 365) }

    private func issue(_ path: String, as who: String) -> Response {
        application.send(.post, "\(path)/confirm-links", "{}", as: who)
    }

    private func confirm(_ secret: String?) -> Response {
        application.send(.post, "/v1/confirmations", #"{"secret":"\#(secret ?? "")"}"#)
    }

    private func secret(_ path: String, as who: String = "carrier") throws -> String {
        try #require(issue(path, as: who).text("secret"))
    }

    /// A published need that got doubtful.
    private func staleNeed() throws -> String {
        let path = try application.publishedNeed()
        application.clock.advance(days: 90)
        try application.runTimers()
        return path
    }

    @Test func `a stale need is hidden from public and portals, not from its owner`() throws {
        let path = try staleNeed()
        #expect(application.send(.get, path).status == 404)
        for who in ["portal", "company", "foundation"] {
            #expect(application.send(.get, path, as: who).status == 404)
        }
        for who in ["carrier", "officer", "city", "reader"] {
            #expect(application.send(.get, path, as: who).text("status") == "stale")
        }
        #expect(!application.listed("/v1/needs", as: nil).contains(path.id))
    }

    @Test func `the feed tells the public's reader to drop it, and then to fetch it again`() throws {
        let start = application.position
        let path = try application.publishedNeed()
        application.clock.advance(days: 90)
        try application.runTimers()
        let secret = try secret(path)
        func entries() -> [String] {
            application.send(.get, "/v1/changes?after=\(start)&types=need", as: "portal").elements("items")
                .compactMap { $0["op"] }
        }
        #expect(entries().last == "remove")
        #expect(confirm(secret).status == 200)
        #expect(entries().suffix(2) == ["remove", "upsert"])
        #expect(application.send(.get, path).text("status") == "published")
    }

    @Test func `a link works once and tells what it did`() throws {
        let path = try staleNeed()
        let secret = try secret(path)
        let answer = confirm(secret)
        #expect(answer.status == 200)
        #expect(answer.text("entity") == "need")
        #expect(answer.text("entity_id") == path.id)
        #expect(answer.text("status") == "published")
        #expect(answer.text("freshness/confirmed_at") == application.clock.now.description)
        #expect(confirm(secret).outcome == "404 not_found")
        let log = application.send(.get, "\(path)/transitions", as: "carrier").elements("items")
        #expect(log.map { $0["event"] } == ["submit", "publish", "go_stale", "confirm"])
        #expect(log.last?["actor_organization_id"] == application.id(of: "carrier"))
    }

    @Test func `what is not stale yet is confirmed too, for as long as from now`() throws {
        let path = try application.publishedNeed()
        application.clock.advance(days: 80)
        let secret = try secret(path)
        #expect(confirm(secret).text("status") == "published")
        application.clock.advance(days: 89)
        try application.runTimers()
        #expect(application.send(.get, path).text("status") == "published")
        application.clock.advance(days: 1)
        try application.runTimers()
        #expect(application.send(.get, path).status == 404)
    }

    @Test func `a new link ends the one before`() throws {
        let path = try staleNeed()
        let old = try secret(path)
        let new = try secret(path, as: "city")
        #expect(confirm(old).outcome == "404 not_found")
        #expect(confirm(new).status == 200)
    }

    @Test func `a link ends after fourteen days, at the second`() throws {
        let path = try staleNeed()
        let secret = try secret(path)
        application.clock.advance(days: 14)
        #expect(confirm(secret).outcome == "404 not_found")
        application.clock.advance(seconds: -1)
        #expect(confirm(secret).status == 200)
    }

    @Test func `secrets that are unknown, malformed, or of another kind are all answered alike`() throws {
        let path = try staleNeed()
        let secret = try secret(path)
        let end = secret.last == "a" ? "b" : "a"
        let token = try #require(application.city.secrets["carrier"])
        let wrong = [
            "x", String(secret.dropLast()) + end, secret.uppercased(), token,
            "schk_" + secret.dropFirst(5).reversed(),
        ]
        let answers = wrong.map { confirm($0) }
        for answer in answers { #expect(answer.outcome == "404 not_found") }
        #expect(Set(answers.map(\.impersonal)).count == 1)
        #expect(confirm("").faults == [])
        #expect(application.send(.post, "/v1/confirmations", "{}").faults == ["#/secret required"])
        #expect(application.send(.get, path, as: "carrier").text("status") == "stale")
    }

    @Test func `a secret is no token, and is shown once`() throws {
        let path = try staleNeed()
        let fields = [("Idempotency-Key", "k1")]
        let first = application.send(.post, "\(path)/confirm-links", "{}", as: "carrier", fields: fields)
        let again = application.send(.post, "\(path)/confirm-links", "{}", as: "carrier", fields: fields)
        #expect(again.status == 201 && again.text("id") == first.text("id"))
        #expect(again.text("secret") == nil)
        let secret = try #require(first.text("secret"))
        let asToken = application.send(.get, "/v1/me", fields: [("Authorization", "Bearer \(secret)")])
        #expect(asToken.outcome == "401 token_invalid")
        let trial = application.send(.post, "\(path)/confirm-links?dry_run=true", "{}", as: "carrier")
        #expect(trial.status == 200 && trial.has("secret") && trial.text("secret") == nil)
        #expect(confirm(secret).status == 200)
    }

    @Test func `a link is for its owner, officers in charge and the city to hand on`() throws {
        let path = try staleNeed()
        for who in ["carrier", "officer", "city"] { #expect(issue(path, as: who).status == 201, "\(who)") }
        #expect(issue(path, as: "network").outcome == "404 not_found")
        for who in ["company", "reader", "portal"] { #expect(issue(path, as: who).status == 403, "\(who)") }
    }

    @Test func `what nothing can confirm has no link`() throws {
        let draft = try application.draftNeed()
        #expect(issue(draft, as: "carrier").outcome == "409 state_conflict")
        let path = try staleNeed()
        let secret = try secret(path)
        #expect(application.fire("withdraw", path, as: "carrier").status == 201)
        #expect(confirm(secret).outcome == "409 state_conflict")
        #expect(application.send(.get, path, as: "carrier").text("status") == "closed")
    }

    @Test func `who is suspended confirms nothing`() throws {
        let path = try staleNeed()
        let secret = try secret(path)
        let carrier = "/v1/organizations/\(application.id(of: "carrier"))"
        application.fire("suspend", carrier, as: "city", facts: #","reason_code":"other""#)
        #expect(confirm(secret).failedGuards == ["organization_suspended"])
    }

    @Test func `an offer is confirmed in the same way`() throws {
        let path = try application.activeOffer()
        application.clock.advance(days: 180)
        try application.runTimers()
        #expect(application.send(.get, path).status == 404)
        #expect(issue(path, as: "foundation").outcome == "404 not_found")
        let secret = try secret(path, as: "company")
        #expect(confirm(secret).text("status") == "active")
        #expect(application.send(.get, path).text("status") == "active")
        let early = try self.secret(path, as: "company")
        #expect(confirm(early).text("entity") == "offer")
    }

    @Test func `a trial of a confirmation leaves the secret good`() throws {
        let path = try staleNeed()
        let secret = try secret(path)
        let trial = application.send(.post, "/v1/confirmations?dry_run=true", #"{"secret":"\#(secret)"}"#)
        #expect(trial.text("status") == "published")
        #expect(application.send(.get, path).status == 404)
        #expect(confirm(secret).status == 200)
    }
}
