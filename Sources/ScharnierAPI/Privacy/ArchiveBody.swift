import JSON
import Scharnier

/// An archive on the wire: each record as its owner sees it elsewhere.
struct ArchiveBody: JSONWritable, Sendable {
    let archive: Archive
    let day: Day
    let now: Instant

    func write(to writer: inout JSONWriter) {
        let viewer = archive.viewer
        let organization = archive.organization
        writer.object { writer in
            writer.member("subject", word: archive.subject)
            writer.member("subject_id", archive.id)
            writer.member("made_at", now)
            writer.name("organization")
            writer.value(
                OrganizationBody(organization, for: organization.closeness(of: viewer), on: day))
            writer.member("contacts", archive.contacts.map { ContactBody(contact: $0) })
            writer.member("needs", archive.needs.map { NeedBody($0, for: .own) })
            writer.member("offers", archive.offers.map { OfferBody($0, for: .own) })
            writer.member(
                "introductions",
                archive.introductions.map {
                    IntroductionBody($0.introduction, for: viewer, namesSupplier: $0.namesSupplier)
                })
            writer.member(
                "commitments",
                archive.commitments.map { CommitmentBody(commitment: $0.commitment, advice: $0.advice) })
            writer.member("programmes", archive.programmes.map { ProgrammeBody($0, for: .own) })
            writer.member("ideas", archive.ideas.map { IdeaBody($0, for: .own) })
            writer.member("disclosures", archive.disclosures.map { DisclosureBody(disclosure: $0) })
            writeRest(to: &writer)
        }
    }

    private func writeRest(to writer: inout JSONWriter) {
        writer.member("memberships", archive.memberships.map { MembershipBody(membership: $0) })
        writer.member("endorsements", archive.endorsements.map { EndorsementBody(endorsement: $0) })
        writer.member("area_assignments", archive.assignments.map { AreaAssignmentBody($0, for: .own) })
        writer.member(
            "responsibilities", archive.responsibilities.map { ResponsibilityBody(responsibility: $0) })
        writer.member("tokens", archive.tokens.map { TokenBody(token: $0, now: now) })
        writer.member("privacy_requests", archive.requests.map { PrivacyRequestBody(request: $0) })
        writer.member("external_references", archive.references.map { ExternalReferenceBody(reference: $0) })
        writer.member("audit", archive.audit.map { AuditEntryBody(entry: $0) })
    }
}

/// What a record is called elsewhere.
private struct ExternalReferenceBody: JSONWritable {
    let reference: ExternalReference

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("source", reference.key.source.name)
            writer.member("kind", word: reference.key.kind)
            writer.member("external_id", reference.key.externalID.text)
            writer.member("record_id", reference.record)
            writer.member("source_url", reference.origin.url)
            writer.member("first_seen_at", reference.firstSeenAt)
            writer.member("last_seen_at", reference.lastSeenAt)
        }
    }
}

/// What was done, by whom and when: names of fields, never values.
private struct AuditEntryBody: JSONWritable {
    let entry: AuditEntry

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("action", entry.action)
            writer.member("entity", entry.object.type)
            writer.member("entity_id", entry.object.id)
            writer.member("fields", entry.fields)
            writer.member("organization_id", entry.organization)
            writer.member("at", entry.at)
        }
    }
}
