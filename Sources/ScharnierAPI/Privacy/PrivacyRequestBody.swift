import JSON
import Scharnier

/// A privacy request on the wire; whoever may see it sees it whole.
struct PrivacyRequestBody: JSONWritable {
    let request: PrivacyRequest

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(request.id, request.version, request.createdAt, request.updatedAt)
            writer.member("status", word: request.status)
            writer.member("kind", word: request.kind)
            writer.member("organization_id", request.organization)
            writer.member("contact_id", request.contact)
            writer.member("text", request.text)
            writer.member("identity_check", request.identityCheck)
            writer.member("result", request.result)
            writer.member("due_at", request.dueAt)
        }
    }
}
