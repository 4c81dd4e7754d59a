import HTTPWire
import TestSupport
import Testing

/// Where a contact was known and remarked upon, nothing is left of the person (domain.md §12.4, §12.5).
@Suite struct ErasedPersonTests {
    private let application: Application

    init() throws { application = try Application() }

    @Test func `nothing that was remarked in a commitment is left of an erased person`() throws {
        let contact = try application.personContact()
        let need = try application.publishedNeed(
            Document.need(application).with("contact_id", #""\#(contact.id)""#))
        let path = try application.confirmedCommitment(need, try application.activeOffer())
        let note = #","note":"an Frau Kanarienvogel übergeben""#
        application.fire("deliver", path, as: "company", facts: note)
        application.fire("acknowledge", path, as: "carrier", facts: note)
        let said = #","what_changed":"Frau Kanarienvogel liest jetzt mit Kindern.""#
        application.evaluate(path, "carrier", as: "carrier", facts: said)
        let paths = [path, "\(path)/transitions"]
        #expect(application.everything(paths, as: "company").contains("kanarienvogel"))
        try application.process(try application.openPrivacyRequest("erasure", about: contact))
        for who in ["carrier", "company", "city"] {
            #expect(!application.everything(paths, as: who).contains("kanarienvogel"), "\(who)")
        }
        #expect(application.send(.get, path, as: "carrier").text("status") == "acknowledged")
    }

    @Test(arguments: ["restriction", "erasure", "correction"])
    func `who asks again for an introduction gets it without what a contact has lost`(kind: String) throws {
        let contact = try application.personContact()
        let path = try application.introduction(naming: contact)
        let before = application.send(.get, path, as: "company")
        let tag = try #require(before.field("ETag"))
        #expect(String(decoding: before.body, as: UTF8.self).contains("Kanarienvogel"))
        if kind == "correction" {
            application.patch(contact, #"{"display_name":"Amsel"}"#, as: "carrier")
        } else {
            try application.process(try application.openPrivacyRequest(kind, about: contact))
        }
        let after = application.send(.get, path, as: "company", fields: [("If-None-Match", tag)])
        #expect(after.status == 200)
        #expect(!String(decoding: after.body, as: UTF8.self).contains("Kanarienvogel"))
    }
}
