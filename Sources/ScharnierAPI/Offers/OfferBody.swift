package import JSON
package import Scharnier

/// An offer on the wire, as one reader sees it.
package struct OfferBody: JSONWritable, Sendable {
    let offer: Offer
    let closeness: Closeness

    /// The offer as it looks from `closeness`.
    package init(_ offer: Offer, for closeness: Closeness) {
        self.offer = offer
        self.closeness = closeness
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(offer.id, offer.version, offer.createdAt, offer.updatedAt)
            writer.member("revision", offer.revision)
            writer.member("status", word: offer.status)
            writer.member("supplier_kind", word: offer.supplierKind)
            // An unnamed giver is known to parties only.
            if offer.isNamed || closeness >= .party { writer.member("organization_id", offer.organization) }
            writeContent(to: &writer)
            writeCapacity(to: &writer)
            writeConditions(to: &writer)
            writer.member("freshness", freshness: offer.freshness)
            writer.member("activated_at", offer.activatedAt)
            if closeness >= .own { writer.member("contact_id", offer.content.contact) }
            if closeness == .city { writer.member("created_by", offer.createdBy) }
        }
    }

    private func writeContent(to writer: inout JSONWriter) {
        let content = offer.content
        writer.member("kind", word: content.kind)
        writer.member("title", content.title)
        writer.member("text", content.text)
        writer.member("category", content.category)
        writer.member("reach", word: content.reach)
        writer.member("area_ids", content.areas)
        writer.member("topics", content.topics)
        writer.member("strict_topics", content.areTopicsStrict)
        writer.member("target_groups", content.targetGroups)
        writer.member("strict_target_groups", content.areTargetGroupsStrict)
        writer.member("horizons", words: content.horizons)
    }

    private func writeCapacity(to writer: inout JSONWriter) {
        let content = offer.content
        let isMoney = content.kind == .money
        writer.member("quantity", isMoney ? nil : content.quantity)
        writer.member("unit", word: content.unit)
        writer.member("min_per_commitment", isMoney ? nil : content.minimum)
        writer.member("max_per_commitment", isMoney ? nil : content.maximum)
        writer.member("budget_cents", isMoney ? content.quantity : nil)
        writer.member("min_per_commitment_cents", isMoney ? content.minimum : nil)
        writer.member("max_per_commitment_cents", isMoney ? content.maximum : nil)
        writer.member("capacity_period", word: content.period)
        writer.member("inexhaustible", content.isInexhaustible)
        writer.memberObject("usage") { writer in
            writer.member("period_start_on", offer.usage.periodStart)
            writer.member("held", offer.usage.held)
            writer.member("committed", offer.usage.committed)
        }
        writer.member("available", days: content.available)
    }

    private func writeConditions(to writer: inout JSONWriter) {
        let content = offer.content
        writer.member("schedule", schedule: content.schedule)
        writer.member("condition", word: content.condition)
        writer.member("skills", content.skills)
        writer.member("languages", content.languages)
        writer.member("accessibility", content.accessibility)
        writer.member("safeguarding_ready", word: content.safeguarding)
        writer.member("engagement_form", content.engagementForm)
        writer.member("counterpart_wish", content.counterpartWish)
        writer.member("legal_nature", word: content.legalNature)
        writer.member("publicity", word: content.publicity)
        writer.member("conditions", content.conditions)
        writer.member("visibility", word: content.visibility)
    }
}
