import HTTPWire
import JSON
import Scharnier
import ScharnierStore
import TestSupport
import Testing

/// `dry_run=true`: everything is checked and nothing happens (api.md §8).
@Suite struct TrialTests {
    private let application: Application

    init() throws { application = try Application() }

    private func state() throws -> [String] {
        let store = application.store
        return [
            "\(try store.read { try $0.lastPosition() })",
            application.send(.get, "/v1/needs?limit=200", as: "carrier").content,
        ]
    }

    private let zeros = "00000000-0000-0000-0000-000000000000"

    @Test func `a new item is shown as it would be, and is nowhere`() throws {
        let before = try state()
        let body = Document.need(application).with("title", "\"Lesepaten\"").text
        let tried = application.send(.post, "/v1/needs?dry_run=true", body, as: "carrier")
        #expect(tried.status == 200)
        #expect(tried.field("Dry-Run") == "true")
        #expect(tried.field("Location") == nil && tried.field("ETag") == nil)
        #expect(tried.text("id") == zeros)
        #expect(tried.integer("version") == 0)
        #expect(tried.text("title") == "Lesepaten")
        #expect(tried.text("items/0/id") == zeros)
        #expect(try state() == before)
    }

    @Test func `what is wrong is told as it would be`() throws {
        let body = #"{"title":5,"horizon":"soon"}"#
        let real = application.send(.post, "/v1/needs", body, as: "carrier")
        let tried = application.send(.post, "/v1/needs?dry_run=true", body, as: "carrier")
        #expect(tried.status == real.status && tried.faults == real.faults)
        #expect(tried.field("Dry-Run") == nil)
    }

    @Test func `an edit, a change of state and a deletion are only tried`() throws {
        let path = try #require(
            application.send(.post, "/v1/needs", Document.need(application).text, as: "carrier").field(
                "Location"))
        let before = try state()
        let match = [("If-Match", "*")]
        let edited = application.send(
            .patch, "\(path)?dry_run=true", #"{"title":"Vorlesen"}"#, as: "carrier", fields: match)
        #expect(edited.status == 200 && edited.text("title") == "Vorlesen")
        #expect(path.hasSuffix(edited.text("id") ?? "-"))
        #expect(edited.integer("version") == 0)
        let withdrawn = application.send(
            .post, "\(path)/transitions?dry_run=true", #"{"event":"submit"}"#, as: "carrier")
        #expect(withdrawn.status == 200 && withdrawn.field("Dry-Run") == "true", "\(withdrawn.content)")
        #expect(withdrawn.text("id") == zeros)
        let deleted = application.send(.delete, "\(path)?dry_run=true", as: "carrier", fields: match)
        #expect(deleted.status == 204 && deleted.field("Dry-Run") == "true")
        #expect(try state() == before)
    }

    @Test func `an edit that changes nothing keeps its version`() throws {
        let made = application.send(.post, "/v1/needs", Document.need(application).text, as: "carrier")
        let path = try #require(made.field("Location"))
        let tried = application.send(
            .patch, "\(path)?dry_run=true", "{}", as: "carrier", fields: [("If-Match", "*")])
        #expect(tried.integer("version") == made.integer("version"))
    }

    @Test func `no token comes of it, and none goes`() {
        let before = application.send(.get, "/v1/tokens", as: "city").ids
        let rotated = application.send(.post, "/v1/me/token-rotations?dry_run=true", "{}", as: "company")
        #expect(rotated.status == 200)
        #expect(rotated.has("secret") && rotated.text("secret") == nil)
        #expect(application.send(.delete, "/v1/me/token?dry_run=true", as: "company").status == 204)
        #expect(application.send(.get, "/v1/me", as: "company").status == 200)
        #expect(application.send(.get, "/v1/tokens", as: "city").ids == before)
    }

    @Test func `it is not kept under a key`() {
        let send = { (query: String) in
            application.send(
                .post, "/v1/needs\(query)", Document.need(application).text, as: "carrier",
                fields: [("Idempotency-Key", "k")])
        }
        #expect(send("?dry_run=true").status == 200)
        let real = send("")
        #expect(real.status == 201 && real.field("Idempotency-Replayed") == nil)
    }

    @Test func `other values and reads are refused`() {
        let odd = application.send(
            .post, "/v1/needs?dry_run=1", Document.need(application).text, as: "carrier")
        #expect(odd.outcome == "400 parameter_invalid")
        #expect(application.send(.get, "/v1/needs?dry_run=true").outcome == "400 parameter_unknown")
    }
}

extension Response {
    fileprivate var content: String { String(decoding: body, as: UTF8.self) }
}
