import HTTPWire
import TestSupport
import Testing

/// What the caller may not know of cannot be told from what does not exist (api.md §2).
@Suite struct ForeignTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let missing = "01a1fd70-f1c0-7abc-8def-0123456789ab"

    /// Sends the same request about a hidden thing, a missing one, and one that cannot be.
    private func expectAlike(_ collection: String, _ id: String, as who: String?) {
        func answers(_ id: String) -> [String] {
            let path = "/v1/\(collection)/\(id)"
            let match = [("If-Match", "*")]
            return [
                application.send(.get, path, as: who), application.send(.head, path, as: who),
                application.patch(path, #"{"title":"Anders"}"#, as: who),
                application.send(.delete, path, as: who, fields: match),
                application.fire("submit", path, as: who), application.fire("nonsense", path, as: who),
                application.send(.get, "\(path)/transitions", as: who),
                application.send(.get, "\(path)/suggestions", as: who),
                application.send(.get, "\(path)/completeness", as: who),
            ].map(\.impersonal)
        }
        let hidden = answers(id)
        #expect(hidden == answers(Self.missing))
        #expect(hidden == answers("no-identifier"))
    }

    @Test func `a stranger's draft is as if there were none`() throws {
        let need = try application.draftNeed().id
        for who in ["stranger", "foundation", "company", "network", "portal", "reader", "monitor", nil] {
            expectAlike("needs", need, as: who)
        }
        let offer = try application.create("offers", .offer, as: "company").id
        for who in ["carrier", "foundation", "network", "officer", nil] {
            expectAlike("offers", offer, as: who)
        }
    }

    @Test func `a contact of others is as if there were none`() throws {
        let contact = try #require(application.send(.get, "/v1/contacts", as: "carrier").ids.first)
        for who in ["stranger", "company", "officer", nil] { expectAlike("contacts", contact, as: who) }
    }

    @Test func `an introduction of others is as if there were none`() throws {
        let need = try application.publishedNeed()
        let proposed = application.propose(need, try application.activeOffer(), as: "company")
        let id = try #require(proposed.text("id"))
        for who in ["stranger", "foundation", "network", "portal", nil] {
            expectAlike("introductions", id, as: who)
        }
    }

    @Test func `a commitment of others is as if there were none`() throws {
        let need = try application.publishedNeed()
        let connection = try application.connection(need, try application.activeOffer())
        let id = try application.draftCommitment(connection, need).id
        for who in ["stranger", "foundation", "network", "portal", "reader", nil] {
            expectAlike("commitments", id, as: who)
        }
    }

    @Test func `references in bodies do not tell hidden from missing`() throws {
        let need = try application.draftNeed(as: "stranger").id
        let offer = try application.create("offers", .offer, as: "company").id
        let contact = try #require(application.send(.get, "/v1/contacts", as: "stranger").ids.first)
        func proposal(_ need: String, _ offer: String) -> String {
            let lines = "[{\"need_item_id\":\"\(Self.missing)\",\"quantity\":1}]"
            let body = "{\"need_id\":\"\(need)\",\"offer_id\":\"\(offer)\",\"lines\":\(lines)}"
            return application.send(.post, "/v1/introductions", body, as: "carrier").impersonal
        }
        #expect(proposal(need, offer) == proposal(Self.missing, offer))
        let published = try application.publishedNeed().id
        #expect(proposal(published, offer) == proposal(published, Self.missing))
        func draft(_ contact: String) -> String {
            let document = Document.need(application).with("contact_id", "\"\(contact)\"")
            return application.send(.post, "/v1/needs", document.text, as: "carrier").impersonal
        }
        #expect(draft(contact) == draft(Self.missing))
        #expect(draft(contact).hasPrefix("422"))
    }

    @Test func `filters do not tell hidden from missing`() throws {
        let need = try application.draftNeed(as: "stranger").id
        let offer = try application.create("offers", .offer, as: "company").id
        func count(_ target: String) -> Int? { application.send(.get, target, as: "carrier").count("items") }
        for id in [need, Self.missing] { #expect(count("/v1/introductions?need_id=\(id)") == 0) }
        for id in [offer, Self.missing] { #expect(count("/v1/introductions?offer_id=\(id)") == 0) }
        for id in [application.id(of: "stranger"), Self.missing] {
            #expect(count("/v1/needs?carrier_id=\(id)") == 0)
        }
    }
}
