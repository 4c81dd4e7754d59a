import JSON
import Scharnier

/// A membership on the wire; whoever may see it sees it whole.
struct MembershipBody: JSONWritable {
    let membership: Membership

    func write(to writer: inout JSONWriter) {
        let content = membership.content
        writer.object { writer in
            writer.common(membership.id, membership.version, membership.createdAt, membership.updatedAt)
            writer.member("status", word: membership.status)
            writer.member("network_id", membership.network)
            writer.member("organization_id", membership.organization)
            writer.member("type", word: content.kind)
            writer.member("contributions", words: content.contributions)
            writer.member("from_on", content.validity.from)
            writer.member("to_on", content.validity.to)
        }
    }
}

/// What a caller sends to ask for or change a membership.
struct MembershipDraft {
    var network: Identifier<Organization>?
    var organization: Identifier<Organization>?
    var content: Membership.Content

    /// Members that the server sets.
    static let readOnly: Set<String> = ["id", "version", "created_at", "updated_at", "status"]

    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form) {
        form.require("type")
        network = form.identifier("network_id", isNullable: false)
        organization = form.identifier("organization_id", isNullable: false)
        content = Membership.Content(kind: form.choice("type", Membership.Kind.full))
        content.contributions = form.choices("contributions")
        content.validity = DayRange(from: form.day("from_on"), to: form.day("to_on"))
    }
}
