import JSON
import Scharnier

/// A line of a need on the wire; everyone who sees the need sees it whole.
struct NeedItemBody: JSONWritable {
    let item: NeedItem

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", item.id)
            writer.member("status", word: item.status)
            writeQuantity(to: &writer)
            writeConditions(to: &writer)
            writer.member("committed", item.committed)
            writer.member("held", item.held)
            writer.member("fulfilled", item.fulfilled)
            writer.member("open", item.open)
        }
    }

    private func writeQuantity(to writer: inout JSONWriter) {
        let content = item.content
        let isMoney = content.kind == .money
        writer.member("kind", word: content.kind)
        writer.member("title", content.title)
        writer.member("category", content.category)
        writer.member("description", content.description)
        writer.member("quantity", isMoney ? nil : content.quantity)
        writer.member("unit", word: content.unit)
        writer.member("min_quantity", isMoney ? nil : content.minimum)
        writer.member("amount_cents", isMoney ? content.quantity : nil)
        writer.member("min_amount_cents", isMoney ? content.minimum : nil)
        writer.member("cost_type", word: content.costType)
        writer.member("cost_layer", word: content.costLayer)
    }

    private func writeConditions(to writer: inout JSONWriter) {
        let content = item.content
        writer.member("condition", word: content.condition)
        writer.member("schedule", schedule: content.schedule)
        writer.member("remote_ok", content.isRemoteOK)
        writer.member("skills", content.skills)
        writer.member("skills_mandatory", content.areSkillsMandatory)
        writer.member("languages", content.languages)
        writer.member("accessibility", content.accessibility)
        writer.member("safeguarding", word: content.safeguarding)
        writer.member("engagement_form", content.engagementForm)
    }
}
