import HTTPWire
import TestSupport
import Testing

/// A city that has each kind of record in each state that makes a difference to who may do what with it.
struct MatrixWorld {
    let application: Application
    private(set) var subjects: [String: MatrixSubject] = [:]

    init() throws {
        application = try Application()
        for (name, make) in Self.needs { add("need \(name)", try make(application)) }
        for (name, make) in Self.offers { add("offer \(name)", try make(application)) }
        for (name, make) in Self.introductions { add("introduction \(name)", try make(application)) }
        for (name, make) in Self.organizations { add("organization \(name)", try make(application)) }
        for (name, make) in Self.others { add(name, try make(application)) }
        for (name, make) in Self.promises { add(name, try make(application)) }
        for (name, make) in Self.proposals { add(name, try make(application)) }
        let endorsed = try application.publishedNeed()
        let endorsement = try application.create(
            "needs/\(endorsed.id)/endorsements", Document([]), as: "network")
        add("endorsement", endorsed, further: ["endorsement_id": endorsement.id])
        let offer = try application.activeOffer()
        add("pair", try application.publishedNeed(), further: ["offer_id": offer.id])
    }

    private mutating func add(_ name: String, _ path: String, further: [String: String] = [:]) {
        subjects[name] = MatrixSubject(id: path.id, further: further)
    }

    typealias Making = (name: String, make: @Sendable (Application) throws -> String)

    private static let needs: [Making] = [
        ("draft", { try $0.draftNeed() }),
        ("submitted", { try $0.fired(["submit"], try $0.draftNeed(), as: "carrier") }),
        ("public", { try $0.publishedNeed() }),
        ("registered", { try $0.publishedNeed(.need($0).with("visibility", #""registered""#)) }),
        ("brokered", { try $0.publishedNeed(.need($0).with("visibility", #""brokered""#)) }),
        (
            "elsewhere",
            { try $0.publishedNeed(.need($0, area: "ar-hoerde").with("visibility", #""brokered""#)) }
        ),
        ("paused", { try $0.fired(["pause"], try $0.publishedNeed(), as: "carrier", facts: other) }),
        (
            "closed",
            {
                let facts = #","outcome":"irrelevant""#
                return try $0.fired(["close"], try $0.publishedNeed(), as: "carrier", facts: facts)
            }
        ),
    ]

    private static let offers: [Making] = [
        ("draft", { try $0.create("offers", .offer, as: "company") }),
        ("public", { try $0.activeOffer() }),
        ("registered", { try $0.activeOffer(Document.offer.with("visibility", #""registered""#)) }),
        ("brokered", { try $0.activeOffer(Document.offer.with("visibility", #""brokered""#)) }),
        ("paused", { try $0.fired(["pause"], try $0.activeOffer(), as: "company", facts: other) }),
        ("withdrawn", { try $0.fired(["withdraw"], try $0.activeOffer(), as: "company") }),
    ]

    private static let introductions: [Making] = [
        ("proposed", { try $0.proposed() }),
        ("connected", { try $0.connection(try $0.publishedNeed(), try $0.activeOffer()) }),
        (
            "declined",
            {
                let facts = #","reason_code":"no_capacity""#
                return try $0.fired(["decline"], try $0.proposed(), as: "carrier", facts: facts)
            }
        ),
    ]

    private static let organizations: [Making] = [
        ("verified", { "/v1/organizations/\($0.id(of: "carrier"))" }),
        ("unverified", { try $0.create("organizations", carrier, as: "city") }),
        (
            "rejected",
            {
                let path = try $0.create("organizations", carrier, as: "city")
                let facts = #","reason_code":"not_verifiable""#
                return try $0.fired(["reject"], path, as: "city", facts: facts)
            }
        ),
    ]

    private static let others: [Making] = [
        ("contact", { $0.first("contacts", as: "carrier") }),
        ("membership requested", { try $0.membership(as: "carrier") }),
        (
            "membership active",
            { try $0.fired(["confirm"], try $0.membership(as: "stranger"), as: "network") }
        ),
        ("area", { $0.area("ar-nordmarkt") }),
        ("term", { $0.first("taxonomy-terms", as: nil) }),
        ("indicator", { $0.send(.get, "/v1/indicators").text("items/0/code") ?? "" }),
        ("assignment", { $0.first("area-assignments", as: "city") }),
        (
            "responsibility",
            {
                let unit = ("unit_organization_id", "\"\($0.id(of: "officer"))\"")
                let address = ("function_address", #""amt@example.org""#)
                return try $0.create("responsibilities", Document([unit, address]), as: "city")
            }
        ),
        (
            "link",
            {
                let area = ("area_id", "\"\($0.area("ar-nordmarkt"))\"")
                let name = ("organization_name", #""Elterncafé""#)
                return try $0.create("intake-links", Document([area, name]), as: "officer")
            }
        ),
        ("token", { $0.send(.get, "/v1/me", as: "carrier").text("token/id") ?? "" }),
        (
            "import",
            {
                let report = $0.send(
                    .post, "/v1/imports?kind=needs&source=kinderfonds", #"{"external_id":"a"}"#,
                    as: "carrier",
                    fields: [("Content-Type", "application/x-ndjson")])
                return report.text("id") ?? ""
            }
        ),
    ]

    private static let other = #","reason_code":"other""#
    private static let carrier = Document([("kind", #""carrier""#), ("name", #""Beispielverein""#)])
}

/// A record in the matrix.
struct MatrixSubject: Sendable {
    /// What stands for `{id}` or `{code}`, the first variable of a path.
    let id: String

    /// What stands for the others.
    let further: [String: String]

    /// The path of an operation on this record.
    func path(of template: String, id: String? = nil) -> String {
        template.split(separator: "/").reduce(into: "") { path, part in
            let name = part.trimmingPrefix("{").prefix { $0 != "}" }
            let value = part.hasPrefix("{") ? further[String(name)] ?? id ?? self.id : String(part)
            path += "/" + value
        }
    }
}

extension Application {
    /// Fires events one after the other, each of which must happen.
    fileprivate func fired(_ events: [String], _ path: String, as who: String, facts: String = "") throws
        -> String
    {
        for event in events {
            let response = fire(event, path, as: who, facts: facts)
            try #require(response.status == 201, "\(event) \(response.outcome) \(response.faults)")
        }
        return path
    }

    fileprivate func proposed() throws -> String {
        let response = propose(try publishedNeed(), try activeOffer(), as: "company")
        return try #require(response.field("Location"), "\(response.outcome) \(response.failedGuards)")
    }

    fileprivate func membership(as who: String) throws -> String {
        let document = Document([("network_id", "\"\(id(of: "network"))\""), ("type", #""full""#)])
        return try create("memberships", document, as: who)
    }

    fileprivate func first(_ list: String, as who: String?) -> String {
        send(.get, "/v1/\(list)", as: who).ids.first ?? ""
    }
}
