import HTTPWire
import Scharnier
import ScharnierStore
import TestSupport
import Testing

@testable import ScharnierAPI

/// A kept answer is noted under the record that it shows, so that an erasure finds it (api.md §7, domain.md §12.4).
@Suite struct KeptRecordTests {
    private let application: Application

    init() throws { application = try Application() }

    /// The record under which the answer to a request with this key is kept.
    private func record(of key: String, as who: String = "carrier") throws -> String? {
        let organization = application.city.organizations[who]?.id ?? .nil
        let kept = try application.store.read { try $0.keptAnswer(to: key, of: organization) }
        return try #require(kept).record?.description
    }

    private func send(
        _ method: HTTPWire.Method, _ target: String, _ body: String? = nil, as who: String = "carrier"
    ) -> Response {
        application.send(
            method, target, body, as: who, fields: [("Idempotency-Key", "k"), ("If-Match", "*")])
    }

    private let contact = """
        {"display_name":"Kanarienvogel","purpose":"introduction","lawful_basis":"art6_1_a",
         "info_text_version":"1","email":"kanarienvogel@example.org"}
        """

    @Test func `what is created is kept under its own identifier, not under that of the list`() throws {
        let created = application.send(
            .post, "/v1/contacts", contact, as: "carrier", fields: [("Idempotency-Key", "k")])
        let path = try #require(created.field("Location"))
        #expect(try record(of: "k") == path.id)
    }

    @Test func `what is changed or deleted is kept under the identifier in its path`() throws {
        let path = try application.draftNeed()
        #expect(send(.patch, path, #"{"title":"Vorlesen"}"#).status == 200)
        #expect(try record(of: "k") == path.id)
        let other = try application.draftNeed()
        let deleted = application.send(
            .delete, other, as: "carrier", fields: [("Idempotency-Key", "d"), ("If-Match", "*")])
        #expect(deleted.status == 204)
        #expect(try record(of: "d") == other.id)
    }

    @Test func `a step of a record is kept under the record, although it has a place of its own`() throws {
        let path = try application.draftNeed()
        let fired = application.send(
            .post, "\(path)/transitions", #"{"event":"submit"}"#, as: "carrier",
            fields: [("Idempotency-Key", "k")])
        #expect(fired.status == 201)
        #expect(try record(of: "k") == path.id)
    }

    @Test func `an answer that shows no one record is looked through at each erasure`() throws {
        let rotated = application.send(
            .post, "/v1/me/token-rotations", "{}", as: "carrier", fields: [("Idempotency-Key", "k")])
        #expect(rotated.status == 201)
        let place = rotated.field("Location") ?? rotated.field("Content-Location")
        #expect(try record(of: "k") == place?.id)
    }

    @Test func `after an erasure the kept answer is gone, and says so`() throws {
        let create = {
            application.send(
                .post, "/v1/contacts", contact, as: "carrier", fields: [("Idempotency-Key", "k")])
        }
        let path = try #require(create().field("Location"))
        #expect(create().field("Idempotency-Replayed") == "true")
        let id = try #require(Identifier<Contact>(path.id))
        let city = Party(role: .cityAdmin)
        try application.store.write { tx in
            if let contact = try tx.contact(id) { try tx.erase(contact, as: city) }
        }
        let again = create()
        #expect(again.outcome == "410 erased")
        #expect(!String(decoding: again.body, as: UTF8.self).contains("Kanarien"))
    }
}
