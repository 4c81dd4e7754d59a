import HTTPWire
import JSON
import Scharnier

/// How the city changes its vocabulary (F-17).
enum TaxonomyRoutes {
    static let all: [Route] = [
        Route(.post, "/v1/taxonomy-terms", .writeAreas, .write(create)),
        Route(.get, "/v1/taxonomy-terms/{id}", .readAreas, .read(show)),
        Route(.patch, "/v1/taxonomy-terms/{id}", .writeAreas, .write(update)),
    ]

    private static func show(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        .ok(try term(call, tx))
    }

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form(readOnly: TaxonomyTermDraft.readOnly)
        let draft = TaxonomyTermDraft(&form, id: tx.newID(), createdAt: tx.now, updatedAt: tx.now)
        try form.refuse(
            adding: draft.term.violations() + tx.taxonomy().violations(ofReferencesIn: draft.term))
        let term = try tx.createTerm(draft.term, as: call.party)
        return .created(TaxonomyTermBody(term: term), at: "/v1/taxonomy-terms/\(term.id)", tag: term.tag)
    }

    private static func update(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let patch = try call.patch()
        let old = try term(call, tx)
        try call.requireMatch(old.version)
        let base = try TaxonomyTermBody(term: old).draft(without: TaxonomyTermDraft.readOnly)
        var form = try Form(base.merged(with: patch), readOnly: TaxonomyTermDraft.readOnly)
        let draft = TaxonomyTermDraft(
            &form, id: old.id, version: old.version, createdAt: old.createdAt, updatedAt: old.updatedAt)
        if draft.term.scheme != old.scheme { form.note("scheme", .immutable, .stays) }
        if draft.term.code != old.code { form.note("code", .immutable, .stays) }
        try form.refuse(
            adding: draft.term.violations() + tx.taxonomy().violations(ofReferencesIn: draft.term))
        return .ok(try tx.revise(old, to: draft.term, as: call.party))
    }

    private static func term(_ call: Call, _ tx: some ReadTransaction) throws -> TaxonomyTerm {
        let id: Identifier<TaxonomyTerm> = try call.identifier()
        guard let term = try tx.taxonomyTerms().first(where: { $0.id == id }) else { throw Refusal.notFound }
        return term
    }
}

/// What the city sends to add or change a term.
struct TaxonomyTermDraft {
    let term: TaxonomyTerm

    /// Members that the server sets.
    static let readOnly: Set<String> = ["id", "version", "created_at", "updated_at"]

    init(
        _ form: inout Form, id: Identifier<TaxonomyTerm>, version: Int64 = 0, createdAt: Instant,
        updatedAt: Instant
    ) {
        for name in ["scheme", "code", "label_de", "label_en"] { form.require(name) }
        let scheme = form.choice("scheme", TaxonomyTerm.Scheme.topic)
        let code = form.line("code", isNullable: false) ?? ""
        let label = Wording(
            form.line("label_de", isNullable: false) ?? "", form.line("label_en", isNullable: false) ?? "")
        let (german, english) = (form.text("definition_de"), form.text("definition_en"))
        if german == nil, english != nil { form.require("definition_de") }
        if english == nil, german != nil { form.require("definition_en") }
        // What is missing beside the other is noted already.
        let definition = german ?? english == nil ? nil : Wording(german ?? "", english ?? "")
        term = TaxonomyTerm(
            id: id, version: version, scheme: scheme, code: code, label: label,
            definition: definition,
            parent: form.line("parent_code"), kind: form.choice("kind"),
            validity: DayRange(from: form.day("valid_from_on"), to: form.day("valid_to_on")),
            replacedBy: form.line("replaced_by"), createdAt: createdAt, updatedAt: updatedAt)
    }
}

extension TaxonomyTerm {
    fileprivate var tag: EntityTag { .item(version: version, closeness: .anyone) }
}

extension Answer {
    fileprivate static func ok(_ term: TaxonomyTerm) -> Answer {
        .ok(TaxonomyTermBody(term: term), tag: term.tag)
    }
}
