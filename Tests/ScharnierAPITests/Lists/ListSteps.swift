import HTTPWire
import TestSupport
import Testing

extension Application {
    /// A verified private person; the result is the identifier.
    func privatePerson(named name: String) throws -> String {
        let person = Document([
            ("kind", #""foundation""#), ("name", "\"\(name)\""), ("legal_form", #""private_person""#),
        ])
        let path = try create("organizations", person, as: "city")
        let verified = fire("verify", path, as: "city", facts: #","method":"document_seen""#)
        try #require(verified.status == 201, "\(verified.outcome) \(verified.failedGuards)")
        return path.id
    }
}
