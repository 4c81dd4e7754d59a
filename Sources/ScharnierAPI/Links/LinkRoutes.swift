import HTTPWire
import JSON
import Scharnier

/// Links that work by a secret and without a token: to confirm what is old, to enter what is new.
enum LinkRoutes {
    static let all: [Route] = [
        Route(.post, "/v1/needs/{id}/confirm-links", .transitionNeeds, .write(linkNeed)),
        Route(.post, "/v1/offers/{id}/confirm-links", .writeOffers, .write(linkOffer)),
        Route(.post, "/v1/confirmations", .useConfirmLink, .write(confirm)),
        Route(.get, "/v1/intake-links", .issueIntakeLinks, .read(list)),
        Route(.post, "/v1/intake-links", .issueIntakeLinks, .write(create)),
        Route(.get, "/v1/intake-links/{id}", .issueIntakeLinks, .read(show)),
        Route(.delete, "/v1/intake-links/{id}", .issueIntakeLinks, isReleasing: true, .write(revoke)),
        Route(.post, "/v1/intakes", .useIntakeLink, .write(enter)),
        Route(.post, "/v1/intake-submissions", .useIntakeLink, .write(submit)),
    ]

    /// How many links are looked at for the list.
    private static let mostListed = 1000

    private static func linkNeed(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let id: Identifier<Need> = try call.identifier()
        // Who may not fire anything is told so before the content is judged.
        _ = try tx.needToMove(id, as: call.party)
        return try confirmLink(call) { try tx.issueConfirmLink(forNeed: id, digest: $0, as: call.party) }
    }

    private static func linkOffer(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let id: Identifier<Offer> = try call.identifier()
        _ = try tx.offerToMove(id, as: call.party)
        return try confirmLink(call) { try tx.issueConfirmLink(forOffer: id, digest: $0, as: call.party) }
    }

    private static func confirmLink(
        _ call: Call, _ issue: (_ digest: [UInt8]) throws -> ConfirmLink
    ) throws -> Answer {
        var form = try call.form()
        try form.refuse()
        let secret = try LinkSecret(for: .confirm)
        let link = try issue(secret.digest)
        return issued(at: "\(String(decoding: call.request.path, as: UTF8.self))/\(link.id)") {
            ConfirmLinkBody(link: link, secret: $0 ? secret.text : nil)
        }
    }

    /// 201 with the secret; once more, on a repeated request, without it.
    private static func issued(
        at location: String, _ body: @escaping @Sendable (_ showsSecret: Bool) -> some JSONWritable & Sendable
    ) -> Answer {
        var answer = Answer.created(body(true), at: location)
        answer.withoutSecret = { body(false).encoded }
        return answer
    }

    private static func confirm(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let digest = form.linkDigest(for: .confirm)
        try form.refuse()
        return .ok(ConfirmationBody(confirmed: try tx.confirm(withSecretOf: digest)))
    }

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let links = try tx.intakeLinks(atMost: mostListed).filter { $0.isFor(call.party) }
        return call.list(all: links.map { IntakeLinkBody(link: $0, now: call.now) })
    }

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let link = try tx.intakeLink(try call.identifier(), for: call.party)
        return .ok(IntakeLinkBody(link: link, now: call.now))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let request = IntakeLinkRequest(&form)
        try form.refuse(adding: request.violations())
        let secret = try LinkSecret(for: .intake)
        let link = try tx.issueIntakeLink(request, digest: secret.digest, as: call.party)
        return issued(at: "/v1/intake-links/\(link.id)") {
            IntakeLinkBody(link: link, now: call.now, secret: $0 ? .shown(secret.text) : .shownBefore)
        }
    }

    private static func revoke(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        try tx.revokeIntakeLink(try call.identifier(), as: call.party)
        return .noContent
    }

    private static func enter(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let digest = form.linkDigest(for: .intake)
        form.require("need")
        let draft = form.nested("need", isNullable: false) { NeedDraft(intake: &$0) }
        try form.refuse()
        guard let draft else { throw Refusal.notFound }
        let need = try under("need") {
            try tx.enterNeed(draft.content, items: draft.items.map(\.content), withSecretOf: digest)
        }
        let body = IntakeBody(need: need, completeness: try tx.completeness(of: need))
        return .created(body, at: "/v1/needs/\(need.id)")
    }

    private static func submit(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let digest = form.linkDigest(for: .intake)
        let id: Identifier<Need>? = form.identifier("need_id")
        let isSeen = form.boolean("lint_acknowledged", false)
        try form.refuse()
        let need = try tx.submitNeed(id, acknowledgingLint: isSeen, withSecretOf: digest).item
        return .ok(IntakeBody(need: need, completeness: try tx.completeness(of: need)))
    }

    /// Tells what a rule finds wrong in a member of the body.
    private static func under<Result>(_ name: String, _ rule: () throws -> Result) throws -> Result {
        do {
            return try rule()
        } catch Refusal.invalid(let violations) {
            throw Refusal.invalid(violations.map { $0.under(name) })
        }
    }
}

extension Violation {
    /// The same one level further in.
    fileprivate func under(_ name: String) -> Violation {
        Violation(
            path.isEmpty ? name : "\(name)/\(path)", code, detail, minimum: minimum, maximum: maximum,
            allowed: allowed)
    }
}

extension NeedDraft {
    /// Reads what somebody enters by a link: whose the need is, the link says.
    fileprivate init(intake form: inout Form) {
        if form.has("carrier_id") {
            let text = Wording("Wessen Bedarf es ist, sagt der Link.", "The link says whose need it is.")
            form.note("carrier_id", .notAllowedTogether, text)
        }
        self.init(&form)
    }
}
