import JSON
import Scharnier

/// A commitment on the wire; its parties see all of it.
struct CommitmentBody: JSONWritable {
    let commitment: Commitment
    let advice: [Commitment.Advice]

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(commitment.id, commitment.version, commitment.createdAt, commitment.updatedAt)
            writer.member("status", word: commitment.status)
            writer.member("revision", commitment.revision)
            writeSides(to: &writer)
            commitment.content.write(to: &writer)
            writer.member("lines", commitment.lines.map { LineBody(line: $0) })
            writer.member("value_cents", commitment.valueCents)
            writer.member("signatures", commitment.signatures.map { SignatureBody(signature: $0) })
            writer.member("taken_at", commitment.takenAt)
            writer.member("deliveries", commitment.deliveries.map { DeliveryBody(delivery: $0) })
            writeAcknowledgement(to: &writer)
            writer.member("outcomes", commitment.outcomes.map { OutcomeBody(outcome: $0) })
            writer.member("waiting_on", words: commitment.waitingOn)
            writer.member("due_at", commitment.waitsUntil)
            writer.member("advice", advice.map { AdviceBody(advice: $0) })
        }
    }

    private func writeSides(to writer: inout JSONWriter) {
        writer.member("introduction_id", commitment.introduction)
        writer.member("need_id", commitment.need)
        writer.member("offer_id", commitment.offer)
        writer.member("carrier_id", commitment.carrier)
        writer.member("supplier_id", commitment.supplier)
        writer.member("host_organization_id", commitment.host)
    }

    private func writeAcknowledgement(to writer: inout JSONWriter) {
        guard let acknowledgement = commitment.acknowledgement else {
            return writer.member("acknowledgement", nil as String?)
        }
        writer.memberObject("acknowledgement") { writer in
            writer.member("at", acknowledgement.at)
            writer.member("note", acknowledgement.note)
        }
    }
}

extension Commitment.Content {
    /// Writes the members that are signed, but for the lines.
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("legal_nature", word: legalNature)
        writer.member("payee_organization_id", payee)
        writer.member("counterpart", counterpart.map { CounterpartBody(counterpart: $0) })
        writer.member("starts_on", startsOn)
        writer.member("ends_on", endsOn)
        writer.member("delivery_due_on", deliveryDueOn)
        writer.member("attribution_area_id", attributionArea)
        writer.member("purpose", purpose)
        writer.member("terms_text_version", termsTextVersion)
        writer.member("safeguarding", word: safeguarding)
        writer.member("receipt_requested", asksForReceipt)
    }
}

/// What a caller would send to make a commitment what it is: what a merge patch is applied to.
struct CommitmentTerms: JSONWritable {
    let commitment: Commitment

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            commitment.content.write(to: &writer)
            writer.memberArray("lines") { writer in
                for line in commitment.lines {
                    writer.object { line.content.write(to: &$0) }
                }
            }
        }
    }
}

private struct CounterpartBody: JSONWritable {
    let counterpart: Commitment.Counterpart

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("text", counterpart.text)
            writer.member("valued", counterpart.isValued)
            writer.member("value_cents", counterpart.cents)
        }
    }
}

private struct AdviceBody: JSONWritable {
    let advice: Commitment.Advice

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", word: advice)
            writer.member("text_de", advice.text.de)
            writer.member("text_en", advice.text.en)
            writer.member("fix_de", advice.fix.de)
            writer.member("fix_en", advice.fix.en)
        }
    }
}
