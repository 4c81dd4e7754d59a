import HTTPWire
import JSON
import Scharnier

/// `/v1/registrations`: how an organisation announces itself, without a token (F-07).
enum RegistrationRoutes {
    static let all: [Route] = [Route(.post, "/v1/registrations", .register, .write(create))]

    private static func create(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        var form = try call.form()
        let draft = OrganizationDraft(registration: &form)
        let registrant = form.nested("contact") { Registrant(form: &$0) }
        try form.refuse(
            adding: tx.violations(
                inRegistrationOf: draft.kind, draft.profile, by: registrant, as: call.party))
        let organization = try tx.register(draft.kind, draft.profile, by: registrant, as: call.party)
        return .created(
            RegistrationBody(organization: organization), at: "/v1/organizations/\(organization.id)")
    }
}

/// The receipt of a registration; what was registered is not public.
struct RegistrationBody: JSONWritable {
    let organization: Organization

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("organization_id", organization.id)
            writer.member("verification_status", word: organization.verification.status)
            writer.member("created_at", organization.createdAt)
        }
    }
}

extension Registrant {
    fileprivate init(form: inout Form) {
        form.require("display_name")
        form.require("info_text_version")
        self.init(
            displayName: form.line("display_name", isNullable: false) ?? "",
            infoTextVersion: form.line("info_text_version", isNullable: false) ?? "")
        function = form.line("function")
        email = form.line("email")
        phone = form.line("phone")
        languages = form.codes("languages")
    }
}
