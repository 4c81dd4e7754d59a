package import JSON
package import Scharnier

/// A need on the wire, as one reader sees it.
package struct NeedBody: JSONWritable, Sendable {
    let need: Need
    let closeness: Closeness

    /// The need as it looks from `closeness`.
    package init(_ need: Need, for closeness: Closeness) {
        self.need = need
        self.closeness = closeness
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(need.id, need.version, need.createdAt, need.updatedAt)
            writer.member("revision", need.revision)
            writer.member("status", word: need.status)
            writer.member("carrier_id", need.carrier)
            writeContent(to: &writer)
            writer.member("items", need.items.map(NeedItemBody.init))
            writeProgress(to: &writer)
            if closeness >= .party { writePartyMembers(to: &writer) }
            if closeness >= .own { writer.member("contact_id", need.content.contact) }
            if closeness == .city { writer.member("created_by", need.createdBy) }
        }
    }

    private func writeContent(to writer: inout JSONWriter) {
        let content = need.content
        writer.member("host_organization_id", content.host)
        writer.member("title", content.title)
        writer.member("text", content.text)
        writer.member("plain_summary", content.plainSummary)
        writer.member("horizon", word: content.horizon)
        writer.member("needed_by_on", content.neededByOn)
        writer.member("period", days: content.period)
        writer.member("review_on", content.reviewOn)
        writer.member("beneficiary_area_ids", content.beneficiaryAreas)
        writer.member("city_wide", content.isCityWide)
        writeSite(to: &writer)
        writer.member("topics", content.topics)
        writer.member("target_groups", content.targetGroups)
        writer.member("action_fields", words: content.actionFields)
        writer.member("beneficiary_count", word: content.beneficiaryCount)
        writer.member("participation", content.participation)
        writer.member("own_steps", content.ownSteps)
        writer.member("otherwise_unavailable", content.otherwiseUnavailable)
        writer.member("self_help", content.selfHelp)
        writer.member("counterpart", content.counterpart)
        writer.member("alternatives_welcome", content.welcomesAlternatives)
        writer.member("visibility", word: content.visibility)
    }

    /// The address of a site is for parties only.
    private func writeSite(to writer: inout JSONWriter) {
        guard let site = need.content.site else { return writer.member("site", nil as String?) }
        writer.memberObject("site") { writer in
            writer.member("name", site.name)
            if closeness >= .party { writer.member("address", site.address) }
            writer.member("area_id", site.area)
        }
    }

    private func writeProgress(to writer: inout JSONWriter) {
        writer.memberObject("coverage") { writer in
            writer.member("committed_bp", need.committedBasisPoints)
            writer.member("fulfilled_bp", need.fulfilledBasisPoints)
        }
        writer.member("freshness", freshness: need.freshness)
        writer.member("verification", need.verification.map(VerificationBody.init))
        writer.member("published_at", need.publishedAt)
        writer.member("close", need.closing.map(ClosingBody.init))
    }

    private func writePartyMembers(to writer: inout JSONWriter) {
        writer.memberObject("recorded_by") { writer in
            writer.member("on_behalf", need.recordedForArea != nil)
            writer.member("officer_area_id", need.recordedForArea)
        }
        writer.member("compulsory_public_task", word: need.content.compulsoryPublicTask)
        writer.member("started_on", need.content.startedOn)
        writer.member("no_public_funding", need.content.hasNoPublicFunding)
        writer.member("needs_review", need.needsReview)
        writer.member("missing", need.content.missing(items: need.items).map(\.path))
    }
}

private struct VerificationBody: JSONWritable {
    let verification: Need.Verification

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("by_role", word: verification.role)
            writer.member("at", verification.at)
            writer.member("revision", verification.revision)
        }
    }
}

private struct ClosingBody: JSONWritable {
    let closing: Need.Closing

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("outcome", word: closing.outcome)
            writer.member("reason_code", closing.reasonCode)
            writer.member("note", closing.note)
        }
    }
}

extension JSONWriter {
    /// When an item was last confirmed, and when it gets doubtful; or null.
    mutating func member(_ name: StaticString, freshness: Need.Freshness?) {
        guard let freshness else { return member(name, nil as String?) }
        memberObject(name) { writer in
            writer.member("confirmed_at", freshness.confirmedAt)
            writer.member("stale_at", freshness.staleAt)
        }
    }
}
