import HTTPWire
import JSON
import Scharnier

/// `/v1/privacy-requests`: what people ask to be done with what is kept of them (F-139, F-140).
enum PrivacyRequestRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/privacy-requests", .openPrivacyRequests, parameters: ["status"], .heavy(list)),
        Route(.post, "/v1/privacy-requests", .openPrivacyRequests, .write(create)),
        Route(.get, "/v1/privacy-requests/{id}", .openPrivacyRequests, .read(show)),
        Route(
            .get, "/v1/privacy-requests/{id}/transitions", .openPrivacyRequests, .read(listTransitions)),
        Route(
            .post, "/v1/privacy-requests/{id}/transitions", .processPrivacyRequests, isReleasing: true,
            .write(transition)),
        Route(
            .post, "/v1/disclosures/{id}/acknowledgements", .acknowledgeNotices, isReleasing: true,
            .write(acknowledge)),
    ]

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let statuses = try call.query.choices("status", of: PrivacyRequest.Status.self)
        let requests = try tx.privacyRequests(for: call.party)
            .filter { statuses.isEmpty || statuses.contains($0.status) }
        return call.list(all: requests.map { PrivacyRequestBody(request: $0) })
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let request = try tx.privacyRequest(try call.identifier(), for: call.party)
        return .ok(PrivacyRequestBody(request: request), tag: request.tag)
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let kind = form.choice("kind", of: PrivacyRequest.Kind.self)
        form.require("kind")
        let contact: Identifier<Contact>? = form.identifier("contact_id")
        let text = form.text("text")
        try form.refuse()
        guard let kind else { throw Refusal.notFound }
        let request = try tx.openPrivacyRequest(kind, about: contact, text: text, as: call.party)
        return .created(
            PrivacyRequestBody(request: request), at: "/v1/privacy-requests/\(request.id)", tag: request.tag)
    }

    private static func listTransitions(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let request = try tx.privacyRequest(try call.identifier(), for: call.party)
        return try call.list(tx.transitions(of: .privacyRequest, .init(request.id)))
    }

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let request = try tx.privacyRequest(try call.identifier(), for: call.party)
        try call.requireMatch(request.version, isOptional: true)
        let draft = try TransitionDraft<PrivacyRequest.Event>(
            json, facts: ["reason_code", "note"], reasons: PrivacyRequest.reasonCodes)
        let fired = try tx.fire(draft.event, on: request.id, facts: draft.facts, as: call.party)
        return call.fired(fired, PrivacyRequestBody(request: fired.item), tag: fired.item.tag)
    }

    private static func acknowledge(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        try form.refuse()
        let disclosure = try tx.acknowledgeNotice(of: try call.identifier(), as: call.party)
        return .ok(DisclosureBody(disclosure: disclosure))
    }
}

extension PrivacyRequest {
    /// All who see a request see all of it.
    fileprivate var tag: EntityTag { .item(version: version, closeness: .own) }
}
