import HTTPWire
import JSON
import Scharnier

/// What takes personal data out of others' texts: for officers in charge and the city (F-43).
enum RedactionRoutes {
    static let all: [Route] = [
        Route(.post, "/v1/needs/{id}/redactions", .redact, isReleasing: true, .write(redactNeed)),
        Route(.post, "/v1/offers/{id}/redactions", .redact, isReleasing: true, .write(redactOffer)),
    ]

    private static func redactNeed(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let need = try tx.needToRedact(try call.identifier(), as: call.party)
        try call.requireMatch(need.version, isOptional: true)
        let draft = try RedactionDraft(json)
        let fired = try tx.redact(need.id, draft.changes, because: draft.reason, as: call.party)
        let body = NeedBody(fired.item, for: fired.item.closeness(of: call.party))
        return call.fired(fired, body, tag: fired.item.tag(for: call.party), of: "/v1/needs/\(need.id)")
    }

    private static func redactOffer(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let offer = try tx.offerToRedact(try call.identifier(), as: call.party)
        try call.requireMatch(offer.version, isOptional: true)
        let draft = try RedactionDraft(json)
        let fired = try tx.redact(offer.id, draft.changes, because: draft.reason, as: call.party)
        let body = OfferBody(fired.item, for: fired.item.closeness(of: call.party))
        return call.fired(fired, body, tag: fired.item.tag(for: call.party), of: "/v1/offers/\(offer.id)")
    }
}

/// What a caller sends to have texts replaced.
struct RedactionDraft {
    let reason: Redaction.Reason
    let changes: [Redaction]

    /// Reads a redaction.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` with everything that is wrong with its form.
    init(_ json: JSONValue) throws {
        var form = try Form(json)
        let reason = form.choice("reason_code", of: Redaction.Reason.self)
        form.require("reason_code")
        form.require("changes")
        changes = form.list("changes") { Redaction(&$0) }
        try form.refuse()
        guard let reason else { throw Refusal.notFound }
        self.reason = reason
    }
}

extension Redaction {
    /// The longest pointer, in characters: a place in the log.
    private static let longestPointer = 64

    fileprivate init(_ form: inout Form) {
        let pointer = form.line("pointer", isNullable: false) ?? ""
        form.require("pointer")
        if form.has("pointer"), pointer.first != "/" || pointer.utf8.count > Self.longestPointer {
            form.note("pointer", .badFormat, .noPointer)
        }
        let path = String(pointer.dropFirst())
        if !form.has("text") { form.require("text") }
        self.init(path: path, text: Self.isOneLine(path) ? form.line("text") : form.text("text"))
    }

    /// Whether a member holds one line only.
    private static func isOneLine(_ path: String) -> Bool {
        ["title", "site/name", "site/address"].contains(path) || path.hasSuffix("/title")
    }
}

extension Wording {
    fileprivate static let noPointer = Wording(
        "Eine Stelle wird als JSON Pointer geschrieben, etwa /items/0/description.",
        "A place is written as a JSON Pointer, such as /items/0/description.")
}
