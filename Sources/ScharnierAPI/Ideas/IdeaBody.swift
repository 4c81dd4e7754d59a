package import JSON
package import Scharnier

/// An idea on the wire, as one reader sees it.
package struct IdeaBody: JSONWritable, Sendable {
    let idea: Idea
    let closeness: Closeness

    /// The idea as it looks from `closeness`.
    package init(_ idea: Idea, for closeness: Closeness) {
        self.idea = idea
        self.closeness = closeness
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(idea.id, idea.version, idea.createdAt, idea.updatedAt)
            writer.member("status", word: idea.status)
            writer.member("organization_id", idea.organization)
            writer.member("title", idea.content.title)
            writer.member("text", idea.content.text)
            writer.member("area_ids", idea.content.areas)
            writer.member("topics", idea.content.topics)
            // A need begins as a draft, which others do not know of.
            if closeness >= .party { writer.member("adopted_need_id", idea.adoption?.need) }
            if closeness == .city { writer.member("created_by", idea.createdBy) }
        }
    }
}

/// What a caller sends to hand in an idea.
struct IdeaDraft {
    let organization: Identifier<Organization>?
    let content: Idea.Content

    /// Members that the server sets.
    static let readOnly: Set<String> = [
        "id", "version", "created_at", "updated_at", "created_by", "status", "adopted_need_id",
    ]

    /// Reads what the form holds; what is wrong with it, the form knows.
    init(_ form: inout Form) {
        organization = form.identifier("organization_id")
        form.require("title")
        var content = Idea.Content(title: form.line("title", isNullable: false) ?? "")
        content.text = form.text("text")
        content.areas = form.identifiers("area_ids")
        content.topics = form.codes("topics")
        self.content = content
    }
}
