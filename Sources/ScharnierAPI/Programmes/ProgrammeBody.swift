package import JSON
package import Scharnier

/// A programme on the wire, as one reader sees it.
package struct ProgrammeBody: JSONWritable, Sendable {
    let programme: Programme
    let closeness: Closeness

    /// The programme as it looks from `closeness`.
    package init(_ programme: Programme, for closeness: Closeness) {
        self.programme = programme
        self.closeness = closeness
    }

    package func write(to writer: inout JSONWriter) {
        let content = programme.content
        writer.object { writer in
            writer.common(programme.id, programme.version, programme.createdAt, programme.updatedAt)
            writer.member("status", word: programme.status)
            writer.member("organization_id", programme.organization)
            writer.member("type", word: content.kind)
            writer.member("title", content.title)
            writer.member("summary", content.summary)
            writer.member("award_kind", word: content.awardKind)
            writer.member("policy", content.policy.map(PolicyBody.init))
            writer.member("calls", content.calls.map(CallBody.init))
            writer.member("awards", content.awards.map(AwardBody.init))
            if closeness == .city { writer.member("created_by", programme.createdBy) }
        }
    }
}

private struct PolicyBody: JSONWritable {
    let policy: Programme.Policy

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("version", policy.version)
            writer.member("valid_from_on", policy.validity.from)
            writer.member("valid_to_on", policy.validity.to)
            writer.member("legal_basis", policy.legalBasis)
            writer.member("source_url", policy.sourceURL)
            writer.member("verification", word: policy.verification)
            writer.member("confirmed_on", policy.confirmedOn)
            writer.member("financing_type", word: policy.financingType)
            writer.member("min_cents", policy.leastCents)
            writer.member("max_cents", policy.mostCents)
            writer.member("max_share_bp", policy.mostShare)
            writer.member("own_share_min_bp", policy.leastOwnShare)
            writer.member("horizons", words: policy.horizons)
            writer.member("topics", policy.topics)
            writer.member("target_groups", policy.targetGroups)
            writer.member("area_ids", policy.areas)
            writer.member("recipient_kinds", words: policy.recipientKinds)
            writer.member("documents", policy.documents)
            writer.member("started_projects", word: policy.startedProjects)
            writer.member("rolling", policy.isRolling)
            writer.member("note", policy.note)
        }
    }
}

private struct CallBody: JSONWritable {
    let call: Programme.Call

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("opens_on", call.opensOn)
            writer.member("closes_on", call.closesOn)
            writer.member("decision_on", call.decisionOn)
        }
    }
}

private struct AwardBody: JSONWritable {
    let award: Programme.Award

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("year", award.year)
            writer.member("recipient_text", award.recipient)
            writer.member("amount_cents", award.cents)
        }
    }
}
