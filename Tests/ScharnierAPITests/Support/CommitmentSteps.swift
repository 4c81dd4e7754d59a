import HTTPWire
import TestSupport
import Testing

extension Document {
    /// What is promised of the first line of a need.
    static func commitment(_ introduction: String, item: String, quantity: Int = 1) -> Document {
        Document([
            ("introduction_id", "\"\(introduction.id)\""), ("legal_nature", #""in_kind_donation""#),
            ("delivery_due_on", #""2026-12-20""#),
            ("lines", #"[{"need_item_id":"\#(item)","quantity":\#(quantity)}]"#),
        ])
    }
}

extension Application {
    /// A draft from an introduction over a need; the result is its path.
    func draftCommitment(
        _ introduction: String, _ need: String, quantity: Int = 1, as who: String = "company",
        _ change: (Document) -> Document = { $0 }
    ) throws -> String {
        let document = Document.commitment(introduction, item: firstItem(of: need), quantity: quantity)
        return try create("commitments", change(document), as: who)
    }

    /// The first line of a need.
    func firstItem(of need: String) -> String { send(.get, need, as: "city").text("items/0/id") ?? "" }

    /// Signs for a side what the commitment says now.
    @discardableResult
    func sign(_ path: String, _ side: String, as who: String, revision: Int64? = nil) -> Response {
        let revision = revision ?? send(.get, path, as: who).integer("revision") ?? 0
        let body = #"{"side":"\#(side)","revision":\#(revision)}"#
        return send(.post, "\(path)/signatures", body, as: who)
    }

    /// A commitment that both have signed.
    func confirmedCommitment(
        _ need: String, _ offer: String, quantity: Int = 1, _ change: (Document) -> Document = { $0 }
    ) throws -> String {
        let introduction = try connection(need, offer, quantity: quantity)
        let path = try draftCommitment(introduction, need, quantity: quantity, change)
        sign(path, "supplier", as: "company")
        let signed = sign(path, "carrier", as: "carrier")
        try #require(signed.text("item/status") == "confirmed", "\(signed.outcome) \(signed.failedGuards)")
        return path
    }

    /// Says for a side what came of it.
    @discardableResult
    func evaluate(_ path: String, _ side: String, as who: String, facts: String = "") -> Response {
        send(.post, "\(path)/outcomes", #"{"side":"\#(side)","goal_met":"yes"\#(facts)}"#, as: who)
    }

    /// The facts of a delivery or an acknowledgement of so much of one line.
    func portion(_ item: String, _ quantity: Int) -> String {
        #","lines":[{"need_item_id":"\#(item)","quantity":\#(quantity)}]"#
    }
}
