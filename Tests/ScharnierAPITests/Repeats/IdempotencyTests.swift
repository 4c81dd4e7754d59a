import HTTPWire
import JSON
import Scharnier
import ScharnierStore
import TestSupport
import Testing

/// A request under a key has its effect once, however often it is sent (api.md §7).
@Suite struct IdempotencyTests {
    private let application: Application

    init() throws { application = try Application() }

    private func create(
        _ title: String = "Lesepaten", key: String, as who: String = "carrier", query: String = ""
    ) -> Response {
        application.send(
            .post, "/v1/needs\(query)", Document.need(application).with("title", "\"\(title)\"").text,
            as: who,
            fields: [("Idempotency-Key", key)])
    }

    private func needs() -> Int {
        application.send(.get, "/v1/needs?limit=200", as: "carrier").ids.count
    }

    private func position() throws -> Int64 { try application.store.read { try $0.lastPosition() } }

    @Test func `the same request gets the same answer, and one effect`() throws {
        let first = create(key: "\"a-1\"")
        let before = try position()
        #expect(first.status == 201 && first.field("Idempotency-Replayed") == nil)
        for key in ["\"a-1\"", "a-1"] {
            let again = create(key: key)
            #expect(again.field("Idempotency-Replayed") == "true")
            #expect(again.status == 201 && again.body == first.body)
            for name in ["Location", "ETag", "Content-Type", "Cache-Control"] as [FieldName] {
                #expect(again.field(name) == first.field(name), "\(name)")
            }
            #expect(again.field("X-Request-Id") != first.field("X-Request-Id"))
        }
        #expect(needs() == 1)
        #expect(try position() == before)
    }

    @Test(arguments: ["title", "path", "query", "version"])
    func `another request under the same key is refused`(_ difference: String) throws {
        let first = create(key: "k")
        let path = try #require(first.field("Location"))
        let patch = { (path: String, version: String) in
            application.send(
                .patch, path, #"{"title":"Vorlesen"}"#, as: "carrier",
                fields: [("Idempotency-Key", "p"), ("If-Match", version)])
        }
        switch difference {
        case "title": #expect(create("Vorlesen", key: "k").outcome == "422 idempotency_key_reused")
        case "path":
            #expect(patch(path, "*").status == 200)
            let other = try #require(create(key: "other").field("Location"))
            #expect(patch(other, "*").outcome == "422 idempotency_key_reused")
        case "query":
            #expect(create(key: "k", query: "?dry_run=false").outcome == "422 idempotency_key_reused")
        default:
            #expect(patch(path, "*").status == 200)
            #expect(patch(path, "\"1\"").outcome == "422 idempotency_key_reused")
        }
    }

    @Test func `a repeat is answered although the item has changed since`() throws {
        let path = try #require(create(key: "k").field("Location"))
        let version = try #require(application.send(.get, path, as: "carrier").integer("version"))
        let edit = { (key: String) in
            application.send(
                .patch, path, #"{"title":"Vorlesen"}"#, as: "carrier",
                fields: [("Idempotency-Key", key), ("If-Match", "\"\(version)\"")])
        }
        let first = edit("p")
        #expect(first.status == 200)
        #expect(edit("p").body == first.body)
        #expect(edit("q").outcome == "412 precondition_failed")
    }

    @Test func `an error is not kept`() {
        let bad = application.send(
            .post, "/v1/needs", #"{"title":5}"#, as: "carrier", fields: [("Idempotency-Key", "k")])
        #expect(bad.status == 422)
        #expect(create(key: "k").status == 201)
    }

    @Test func `a deletion is answered once more, not a missing item`() throws {
        let path = try #require(create(key: "k").field("Location"))
        let delete = {
            application.send(
                .delete, path, as: "carrier", fields: [("Idempotency-Key", "d"), ("If-Match", "*")])
        }
        #expect(delete().status == 204)
        let again = delete()
        #expect(again.status == 204 && again.body.isEmpty && again.field("Content-Type") == nil)
        #expect(again.field("Idempotency-Replayed") == "true")
    }

    @Test func `a key is its organisation's own, whatever token it comes with`() throws {
        #expect(create(key: "k").status == 201)
        let rotated = application.send(.post, "/v1/me/token-rotations", "{}", as: "carrier")
        let secret = try #require(rotated.text("secret"))
        let again = application.send(
            .post, "/v1/needs", Document.need(application).with("title", "\"Lesepaten\"").text,
            fields: [
                ("Idempotency-Key", "k"), ("Authorization", "Bearer \(secret)"),
                ("Content-Type", "application/json"),
            ])
        #expect(again.field("Idempotency-Replayed") == "true")
        let stranger = application.send(
            .post, "/v1/offers", "{}", as: "company", fields: [("Idempotency-Key", "k")])
        #expect(stranger.outcome == "422 validation_failed")
    }

    @Test func `after a day the key is free`() {
        #expect(create(key: "k").status == 201)
        application.clock.advance(seconds: 86_399)
        #expect(create(key: "k").field("Idempotency-Replayed") == "true")
        application.clock.advance(seconds: 1)
        #expect(create("Vorlesen", key: "k").status == 201)
        #expect(create("Vorlesen", key: "k").field("Idempotency-Replayed") == "true")
        #expect(needs() == 2)
    }

    @Test func `what is over is removed when something is added`() throws {
        for number in 0..<10 { #expect(create(key: "old-\(number)").status == 201) }
        application.clock.advance(seconds: 86_400)
        for number in 0..<3 { #expect(create(key: "new-\(number)").status == 201) }
        let kept = try (0..<10).filter { number in
            try application.store.read {
                try $0.keptAnswer(
                    to: "old-\(number)", of: application.city.organizations["carrier"]?.id ?? .nil) != nil
            }
        }
        #expect(kept.isEmpty)
    }

    @Test func `a secret is not kept`() throws {
        let rotate = {
            application.send(
                .post, "/v1/me/token-rotations", "{}", as: "company", fields: [("Idempotency-Key", "k")])
        }
        let first = rotate()
        let secret = try #require(first.text("secret"))
        let again = rotate()
        #expect(again.status == 201 && again.text("id") == first.text("id"))
        #expect(again.has("secret") && again.text("secret") == nil)
        let kept = try application.store.read {
            try $0.keptAnswer(to: "k", of: application.city.organizations["company"]?.id ?? .nil)
        }
        #expect(kept?.body.map { String(decoding: $0, as: UTF8.self).contains(secret) } == false)
    }

    @Test(arguments: ["", "\"\"", "\"a", "a b", "ä", String(repeating: "a", count: 256), "a,b"])
    func `what cannot be a key is refused`(_ key: String) {
        let response = create(key: key)
        #expect(response.outcome == "400 header_invalid")
        #expect(needs() == 0)
    }

    @Test func `two keys are refused, the longest is taken`() {
        let twice = application.send(
            .post, "/v1/needs", Document.need(application).text, as: "carrier",
            fields: [("Idempotency-Key", "a"), ("Idempotency-Key", "a")])
        #expect(twice.outcome == "400 header_invalid")
        #expect(create(key: String(repeating: "a", count: 255)).status == 201)
    }

    @Test
    func `of many that are sent at once one has the effect, the others its answer or a hint to come back`() {
        let answers = application.sendTogether(
            (0..<40).map { _ in
                .init(
                    .post, "/v1/needs", Document.need(application).text, as: "carrier",
                    fields: [("Idempotency-Key", "k")])
            })
        #expect(needs() == 1)
        let made = Set(answers.filter { $0.status == 201 }.map { $0.text("id") })
        #expect(made.count == 1)
        for answer in answers where answer.status != 201 {
            #expect(answer.outcome == "409 idempotency_in_progress")
            #expect(answer.field("Retry-After") == "1")
        }
    }

    @Test func `a key is looked at after rights and before the body`() {
        #expect(create(key: "k").status == 201)
        let reader = application.send(
            .post, "/v1/needs", "{", as: "reader", fields: [("Idempotency-Key", "k")])
        #expect(reader.status == 403)
        let other = application.send(
            .post, "/v1/needs", "{", as: "carrier", fields: [("Idempotency-Key", "k")])
        #expect(other.outcome == "422 idempotency_key_reused")
    }
}
