import JSON
import Scharnier

/// An introduction on the wire, as one of its parties sees it.
struct IntroductionBody: JSONWritable {
    let introduction: Introduction
    let party: Party

    /// The contacts that the introduction disclosed to the reader; only after both sides accepted.
    let contacts: [Contact]

    /// Whether the reader is told whose the offer is.
    let namesSupplier: Bool

    init(_ introduction: Introduction, for party: Party, contacts: [Contact] = [], namesSupplier: Bool = true)
    {
        self.introduction = introduction
        self.party = party
        self.contacts = contacts
        self.namesSupplier = namesSupplier
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(
                introduction.id, introduction.version, introduction.createdAt, introduction.updatedAt)
            writer.member("status", word: introduction.status)
            writeSides(to: &writer)
            writer.memberArray("lines") { writer in
                for line in introduction.lines {
                    writer.object { writer in
                        writer.member("need_item_id", line.item)
                        writer.member("quantity", line.quantity)
                    }
                }
            }
            writeAnswers(to: &writer)
            writeHolds(to: &writer)
            writer.member("contacts", contacts.map { ContactBody(contact: $0) })
        }
    }

    private func writeSides(to writer: inout JSONWriter) {
        writer.member("need_id", introduction.need)
        writer.member("offer_id", introduction.offer)
        writer.member("carrier_id", introduction.carrier)
        if namesSupplier { writer.member("supplier_id", introduction.supplier) }
        writer.member("host_organization_id", introduction.host)
        writer.member("broker", introduction.broker.map(BrokerBody.init))
        writer.member("proposer_id", introduction.proposer)
        writer.member("channel", word: introduction.channel)
        writer.member("message", introduction.message)
        writer.member("override_reason", introduction.overrideReason)
        writer.member("reason", introduction.reason.map(ReasonBody.init))
    }

    private func writeAnswers(to writer: inout JSONWriter) {
        writer.memberObject("answers") { writer in
            writer.member("carrier_accepted_at", introduction.carrierAcceptedAt)
            writer.member("supplier_accepted_at", introduction.supplierAcceptedAt)
        }
        writer.member("waiting_on", word: introduction.waitingOn)
        writer.member("answer_due_at", introduction.answerDueAt)
        guard let decline = introduction.decline else { return writer.member("decline", nil as String?) }
        writer.memberObject("decline") { writer in
            writer.member("side", word: decline.side)
            writer.member("reason_code", decline.reasonCode)
            // The other side does not read the note (domain.md §5.5).
            if introduction.showsNotes(to: party) { writer.member("note", decline.note) }
        }
    }

    private func writeHolds(to writer: inout JSONWriter) {
        writer.memberArray("holds") { writer in
            for hold in introduction.holds {
                writer.object { writer in
                    writer.member("need_item_id", hold.item)
                    writer.member("quantity", hold.quantity)
                    writer.member("placed_at", hold.placedAt)
                    writer.member("expires_at", hold.expiresAt)
                    writer.member("extensions", hold.extensions)
                    writer.member("released_at", hold.releasedAt)
                    writer.member("release_reason", word: hold.release)
                }
            }
        }
    }
}

extension Introduction {
    /// Whether `party` reads the notes of a refusal: broker, officers and city only.
    func showsNotes(to party: Party) -> Bool {
        party.role == .cityAdmin || party.role == .areaOfficer || party.isFrom(broker?.organization)
    }
}

private struct BrokerBody: JSONWritable {
    let broker: Introduction.Broker

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("organization_id", broker.organization)
            writer.member("role", word: broker.role)
        }
    }
}

private struct ReasonBody: JSONWritable {
    let reason: Introduction.Reason

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("points", reason.points)
            writer.member("rule_version", reason.ruleVersion)
        }
    }
}

/// What a caller sends to bring two organisations together.
struct IntroductionDraft {
    var need: Identifier<Need>?
    var proposal: IntroductionProposal

    init(_ form: inout Form) {
        form.require("need_id")
        form.require("lines")
        need = form.identifier("need_id", isNullable: false)
        let lines = form.list("lines") { form in
            form.require("need_item_id")
            form.require("quantity")
            return Introduction.Line(
                item: form.identifier("need_item_id", isNullable: false) ?? .nil,
                quantity: form.integer("quantity", isNullable: false) ?? 0)
        }
        proposal = IntroductionProposal(
            need: need ?? .nil, lines: lines, offer: form.identifier("offer_id"),
            supplier: form.identifier("supplier_id"), message: form.text("message"),
            overrideReason: form.text("override_reason"))
    }
}
