import HTTPWire
import JSON
import Scharnier

/// What a caller sends to fire an event.
struct TransitionDraft<Event: RawRepresentable<String> & CaseIterable> {
    let event: Event
    let facts: TransitionFacts

    /// Reads a transition; `facts` names the members that this state machine knows besides `event`, `reasons` the
    /// codes of all its events: which of them an event takes is the domain's affair.
    init(_ json: JSONValue, facts allowed: Set<String>, reasons: [String]) throws {
        var form = try Form(json)
        let event = form.choice("event", of: Event.self)
        form.require("event")
        var facts = TransitionFacts()
        if allowed.contains("reason_code") { facts.reasonCode = form.line("reason_code") }
        if allowed.contains("note") { facts.note = form.text("note") }
        if allowed.contains("outcome") {
            facts.outcome = form.choice("outcome", of: Need.Outcome.self)?.rawValue
        }
        if allowed.contains("needed_by_on") { facts.neededByOn = form.day("needed_by_on") }
        if allowed.contains("lint_acknowledged") {
            facts.acknowledgesLint = form.boolean("lint_acknowledged", false)
        }
        if allowed.contains("method") {
            facts.method = form.choice("method", of: Organization.VerificationMethod.self)?.rawValue
        }
        if allowed.contains("lines"), form.has("lines") {
            facts.portions = form.list("lines") { form in
                form.require("need_item_id")
                form.require("quantity")
                return Commitment.Portion(
                    item: form.identifier("need_item_id", isNullable: false) ?? .nil,
                    quantity: form.integer("quantity", isNullable: false) ?? 0)
            }
        }
        if let code = facts.reasonCode, !reasons.contains(code) {
            form.note("reason_code", .notInEnum, .notAReason, allowed: reasons)
        }
        try form.refuse(adding: facts.violations())
        guard let event else { throw Refusal.notFound }
        self.event = event
        self.facts = facts
    }
}

extension Wording {
    fileprivate static let notAReason = Wording(
        "Dieser Grund steht nicht zur Wahl.", "This reason is not among the choices.")
}

/// A change of state on the wire (domain.md §0), with the changed item where it is the answer to an event.
struct TransitionBody: JSONWritable {
    let transition: Transition
    var item: (any JSONWritable & Sendable)?
    var showsNote = true

    /// Whether it tells who fired the event; false for a giver that is not named yet.
    var showsActor = true

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", transition.id)
            writer.member("entity", word: transition.subject)
            writer.member("entity_id", transition.subjectID)
            writer.member("event", transition.event)
            writer.member("from", transition.from)
            writer.member("to", transition.to)
            writer.member("actor_organization_id", showsActor ? transition.organization : nil)
            writer.member("actor_role", transition.organization == nil ? "system" : transition.role.rawValue)
            writer.member("reason_code", transition.reasonCode)
            if showsNote { writer.member("note", transition.note) }
            writer.member("at", transition.at)
            if let item {
                writer.name("item")
                item.write(to: &writer)
            }
        }
    }
}

extension Call {
    /// 201 with the transition and the changed item; 200 if it had been fired before (api.md §2).
    ///
    /// `path` is that of the item; its log is one level below.
    func fired<Entity>(
        _ fired: Fired<Entity>, _ item: some JSONWritable & Sendable, tag: EntityTag, of path: String? = nil
    ) -> Answer {
        let path =
            path ?? String(String(decoding: request.path, as: UTF8.self).dropLast("/transitions".count))
        let body = TransitionBody(transition: fired.transition, item: item)
        var answer = Answer.created(body, at: "\(path)/transitions/\(fired.transition.id)", tag: tag)
        answer.fields.append((.contentLocation, path))
        if fired.isRepeat { answer.status = 200 }
        return answer
    }

    /// The log of one record: short, so it is one page.
    func list(
        _ transitions: [Transition], showsNote: (Transition) -> Bool = { _ in true },
        showsActor: (Transition) -> Bool = { _ in true }
    ) -> Answer {
        let bodies = transitions.map {
            TransitionBody(transition: $0, showsNote: showsNote($0), showsActor: showsActor($0))
        }
        return list(all: bodies)
    }

    /// The body as a merge patch: an object.
    func patch() throws -> JSONValue {
        let json = try json()
        guard case .object = json else {
            throw Problem(
                .jsonInvalid, Wording("Ein Merge-Patch ist ein Objekt.", "A merge patch is an object."))
        }
        return json
    }
}
