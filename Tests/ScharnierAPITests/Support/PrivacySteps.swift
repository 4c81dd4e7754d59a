import HTTPWire
import TestSupport
import Testing

/// What people ask for about their data, as tests do it.
extension Application {
    /// A contact of the carrier that can be recognised anywhere.
    func personContact(_ name: String = "Kanarienvogel", as who: String = "carrier") throws -> String {
        let document = Document([
            ("display_name", #""\#(name)""#), ("purpose", #""introduction""#),
            ("lawful_basis", #""art6_1_a""#),
            ("info_text_version", #""1""#), ("email", #""\#(name.lowercased())@example.org""#),
        ])
        return try create("contacts", document, as: who)
    }

    /// A need that names the contact, brought together with an offer: both sides know each other's contacts.
    func introduction(naming contact: String) throws -> String {
        let need = try publishedNeed(
            Document.need(self).with("contact_id", #""\#(contact.id)""#))
        return try connection(need, try activeOffer())
    }

    func openPrivacyRequest(_ kind: String, about contact: String, as who: String = "carrier") throws
        -> String
    {
        let document = Document([("kind", #""\#(kind)""#), ("contact_id", #""\#(contact.id)""#)])
        return try create("privacy-requests", document, as: who)
    }

    @discardableResult
    func process(_ request: String, to events: [String] = ["check_identity", "execute"]) throws
        -> Response
    {
        var last = Response(status: 0)
        for event in events {
            let facts = event == "refuse" ? #","reason_code":"excessive""# : #","note":"Rückruf""#
            last = fire(event, request, as: "city", facts: facts)
            try #require(last.status == 201, "\(event) \(last.outcome) \(last.faults) \(last.failedGuards)")
        }
        return last
    }

    /// Everything that a caller reads of lists and of these paths.
    func everything(_ paths: [String], as who: String) -> String {
        let lists = [
            "/v1/contacts", "/v1/introductions", "/v1/disclosures", "/v1/inbox", "/v1/changes?after=0",
        ]
        return (lists + paths).map { target in
            String(decoding: send(.get, target, as: who).body, as: UTF8.self).lowercased()
        }.joined()
    }
}
