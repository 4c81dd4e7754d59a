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

extension Application {
    /// A new token for an organisation; the result is its secret.
    func token(of name: String, role: String, scopes: [String]) throws -> String {
        let list = scopes.map { "\"\($0)\"" }.joined(separator: ",")
        let request = Document([
            ("organization_id", "\"\(id(of: name))\""), ("role", "\"\(role)\""), ("scopes", "[\(list)]"),
            ("label", #""Abgleich""#),
        ])
        let issued = send(.post, "/v1/tokens", request.text, as: "city")
        return try #require(issued.text("secret"), "\(issued.outcome)")
    }
}
