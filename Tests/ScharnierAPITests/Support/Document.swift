import TestSupport

/// A JSON object as a test writes it: members in order, each value as JSON text.
struct Document: Sendable {
    private var members: [(name: String, json: String)]

    init(_ members: [(String, String)]) { self.members = members.map { ($0.0, $0.1) } }

    /// The same with one member set or added.
    func with(_ name: String, _ json: String) -> Document {
        var copy = self
        if let index = members.firstIndex(where: { $0.name == name }) {
            copy.members[index].json = json
        } else {
            copy.members.append((name, json))
        }
        return copy
    }

    /// The same without one member.
    func without(_ name: String) -> Document {
        var copy = self
        copy.members.removeAll { $0.name == name }
        return copy
    }

    var text: String { "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}" }
}

extension Document {
    /// A need with the six facts that suffice: the carrier is the caller.
    static func need(_ application: Application, area: String = "ar-nordmarkt") -> Document {
        Document([
            ("title", #""Schultaschen zum Schulanfang""#),
            ("text", #""Zwölf Kinder kommen im Sommer in die Schule und haben keine Tasche.""#),
            ("horizon", #""temporary""#), ("needed_by_on", #""2027-06-30""#),
            ("beneficiary_area_ids", #"["\#(application.area(area))"]"#),
            ("items", "[\(item.text)]"),
        ])
    }

    /// Ten pieces of something.
    static let item = Document([
        ("kind", #""goods""#), ("title", #""Schultaschen""#), ("quantity", "10"), ("unit", #""piece""#),
    ])

    /// A sum of money.
    static let money = Document([
        ("kind", #""money""#), ("title", #""Honorare""#), ("amount_cents", "250000"),
        ("cost_type", #""staff""#),
        ("cost_layer", #""project""#),
    ])

    /// Ten pieces for the whole city.
    static let offer = Document([
        ("kind", #""goods""#), ("title", #""Schultaschen, neu""#), ("quantity", "10"), ("unit", #""piece""#),
        ("reach", #""city""#),
    ])
}
