import HTTPWire
import JSON
import TestSupport
import Testing

// What tests do over and over: each step is one request as a caller would send it.

extension Application {
    /// The position of the feed: it moves when anything was stored.
    var position: Int64 { send(.get, "/v1/changes?after=latest", as: "city").integer("next_after") ?? -1 }

    /// Creates something; the result is its path.
    func create(_ collection: String, _ document: Document, as who: String) throws -> String {
        let response = send(.post, "/v1/\(collection)", document.text, as: who)
        try #require(response.status == 201, "\(response.outcome) \(response.faults)")
        return try #require(response.field("Location"))
    }

    /// Fires an event; `facts` are further members.
    @discardableResult
    func fire(
        _ event: String, _ path: String, as who: String?, facts: String = "", match: String? = nil
    ) -> Response {
        let fields = match.map { [("If-Match", $0)] } ?? []
        return send(.post, "\(path)/transitions", #"{"event":"\#(event)"\#(facts)}"#, as: who, fields: fields)
    }

    /// Sends a merge patch.
    @discardableResult
    func patch(_ path: String, _ body: String, as who: String?, match: String? = "*") -> Response {
        send(.patch, path, body, as: who, fields: match.map { [("If-Match", $0)] } ?? [])
    }

    /// A draft of a need; the result is its path.
    func draftNeed(_ document: Document? = nil, as who: String = "carrier") throws -> String {
        try create("needs", document ?? .need(self), as: who)
    }

    /// A need that the city published; the result is its path.
    func publishedNeed(_ document: Document? = nil, as who: String = "carrier") throws -> String {
        let path = try draftNeed(document, as: who)
        let submitted = fire("submit", path, as: who)
        try #require(submitted.status == 201, "\(submitted.outcome)")
        let published = fire("publish", path, as: "city")
        try #require(published.status == 201, "\(published.outcome) \(published.failedGuards)")
        return path
    }

    /// An offer that can be taken up; the result is its path.
    func activeOffer(_ document: Document = .offer, as who: String = "company") throws -> String {
        let path = try create("offers", document, as: who)
        let submitted = fire("submit", path, as: who)
        try #require(submitted.text("item/status") == "active", "\(submitted.outcome)")
        return path
    }

    /// Proposes to bring the first line of a need and an offer together.
    func propose(
        _ need: String, _ offer: String, as who: String, quantity: Int = 1, facts: String = ""
    ) -> Response {
        let item = send(.get, need, as: "city").text("items/0/id") ?? ""
        let body = """
            {"need_id":"\(need.id)","offer_id":"\(offer.id)",
             "lines":[{"need_item_id":"\(item)","quantity":\(quantity)}]\(facts)}
            """
        return send(.post, "/v1/introductions", body, as: who)
    }

    /// An introduction that both sides accepted; the result is its path.
    func connection(_ need: String, _ offer: String, quantity: Int = 1) throws -> String {
        let proposed = propose(need, offer, as: "company", quantity: quantity)
        let path = try #require(proposed.field("Location"), "\(proposed.outcome) \(proposed.failedGuards)")
        let accepted = fire("accept", path, as: "carrier")
        try #require(accepted.text("item/status") == "connected", "\(accepted.outcome)")
        return path
    }

    /// The identifiers in a list that this caller gets, all pages of it.
    func listed(_ target: String, as who: String?) -> [String] {
        var found: [String] = []
        var next: String? = target
        while let page = next.map({ send(.get, $0, as: who) }) {
            found += page.ids
            let mark = target.contains("?") ? "&" : "?"
            next = page.text("next_cursor").map { "\(target)\(mark)cursor=\($0)" }
        }
        return found
    }
}

extension String {
    /// The last segment of a path.
    var id: String { split(separator: "/").last.map(String.init) ?? "" }
}
