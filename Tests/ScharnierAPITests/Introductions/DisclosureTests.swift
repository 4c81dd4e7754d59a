import HTTPWire
import TestSupport
import Testing

/// Contacts are disclosed when both sides accepted, to these two, and it is logged (R-30; F-58).
@Suite struct DisclosureTests {
    private let application: Application
    private let path: String

    init() throws {
        application = try Application()
        let need = try application.publishedNeed()
        let proposed = application.propose(need, try application.activeOffer(), as: "officer")
        path = try #require(proposed.field("Location"))
    }

    private func contact(of who: String) -> String {
        application.send(.get, "/v1/contacts", as: who).ids.first ?? ""
    }

    private func connect() {
        application.fire("accept", path, as: "company")
        application.fire("accept", path, as: "carrier")
    }

    @Test func `nobody sees the other's contact before both accepted`() {
        let contact = contact(of: "carrier")
        for _ in 0..<2 {
            for who in ["company", "officer", "stranger"] {
                #expect(application.send(.get, "/v1/contacts/\(contact)", as: who).outcome == "404 not_found")
            }
            for who in ["carrier", "company", "officer", "city"] {
                #expect(application.send(.get, path, as: who).count("contacts") == 0)
            }
            #expect(application.send(.get, "/v1/disclosures", as: "city").count("items") == 0)
            application.fire("accept", path, as: "company")
        }
    }

    @Test func `both see the other's contact after both accepted, and nobody else does`() {
        let contacts = (carrier: contact(of: "carrier"), company: contact(of: "company"))
        connect()
        #expect(application.send(.get, path, as: "carrier").text("contacts/0/email") == "company@example.org")
        #expect(application.send(.get, path, as: "company").text("contacts/0/email") == "carrier@example.org")
        #expect(application.send(.get, "/v1/contacts/\(contacts.carrier)", as: "company").status == 200)
        #expect(application.send(.get, "/v1/contacts/\(contacts.company)", as: "carrier").status == 200)
        #expect(application.send(.get, path, as: "officer").count("contacts") == 0)
        for who in ["stranger", "foundation", "officer", "portal", "network"] {
            for id in [contacts.carrier, contacts.company] {
                #expect(application.send(.get, "/v1/contacts/\(id)", as: who).outcome == "404 not_found")
            }
        }
        for who in ["reader", nil] as [String?] {
            #expect(
                [401, 403].contains(
                    application.send(.get, "/v1/contacts/\(contacts.carrier)", as: who).status))
        }
    }

    @Test func `whose contact was told to whom can be looked up`() {
        connect()
        let log = application.send(.get, "/v1/disclosures", as: "carrier")
        #expect(log.count("items") == 1)
        #expect(log.text("items/0/to_organization_id") == application.id(of: "company"))
        #expect(log.text("items/0/introduction_id") == path.id)
        #expect(log.words("items/0/fields").contains("email"))
        #expect(application.send(.get, "/v1/disclosures", as: "stranger").count("items") == 0)
        #expect(application.send(.get, "/v1/disclosures", as: "city").count("items") == 2)
    }

    @Test func `the feed tells the other side that there is a contact now`() {
        let contact = contact(of: "carrier")
        let before = application.position
        connect()
        let feed = application.send(.get, "/v1/changes?types=contact&after=\(before)", as: "company")
        #expect(feed.ids.contains(contact))
        let stranger = application.send(.get, "/v1/changes?types=contact&after=\(before)", as: "stranger")
        #expect(stranger.ids.isEmpty)
    }

    @Test func `a note with a refusal is read by broker and city only`() {
        let note = "Wir mögen den Träger nicht."
        let facts = #","reason_code":"no_reason_given","note":"\#(note)""#
        #expect(application.fire("decline", path, as: "company", facts: facts).status == 201)
        for (who, isTold) in [("carrier", false), ("officer", true), ("city", true)] {
            for target in [path, "\(path)/transitions", "/v1/introductions"] {
                let text = String(decoding: application.send(.get, target, as: who).body, as: UTF8.self)
                #expect(text.contains(note) == isTold, "\(who) \(target)")
            }
        }
        #expect(application.send(.get, path, as: "carrier").text("decline/reason_code") == "no_reason_given")
    }
}
