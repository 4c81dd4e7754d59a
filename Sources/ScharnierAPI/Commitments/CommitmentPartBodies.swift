import JSON
import Scharnier

extension Commitment.Line.Content {
    /// Writes the members that are signed.
    func write(to writer: inout JSONWriter) {
        writer.member("need_item_id", item)
        writer.member("quantity", quantity)
        guard let valuation else { return writer.member("valuation", nil as String?) }
        writer.memberObject("valuation") { writer in
            writer.member("method", word: valuation.method)
            writer.member("amount_cents", valuation.cents)
            writer.member("vat_cents", valuation.vatCents)
            writer.member("valued_by", word: valuation.valuedBy)
            writer.member("basis", valuation.basis)
        }
    }
}

/// A line of a commitment, and what has become of it.
struct LineBody: JSONWritable {
    let line: Commitment.Line

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            line.content.write(to: &writer)
            writer.member("kind", word: line.kind)
            writer.member("unit", word: line.unit)
            writer.member("delivered", line.delivered)
            writer.member("acknowledged", line.acknowledged)
        }
    }
}

/// A signature under a revision.
struct SignatureBody: JSONWritable {
    let signature: Commitment.Signature

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("side", word: signature.side)
            writer.member("organization_id", signature.organization)
            writer.member("revision", signature.revision)
            writer.member("at", signature.at)
        }
    }
}

/// Something that was given.
struct DeliveryBody: JSONWritable {
    let delivery: Commitment.Delivery

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("need_item_id", delivery.item)
            writer.member("quantity", delivery.quantity)
            writer.member("note", delivery.note)
            writer.member("at", delivery.at)
        }
    }
}

/// What a side says came of it.
struct OutcomeBody: JSONWritable {
    let outcome: Outcome

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("side", word: outcome.side)
            writer.member("goal_met", word: outcome.goalMet)
            writer.member("people_reached", word: outcome.peopleReached)
            writer.member("hours", outcome.hours)
            writer.member("in_kind_value_cents", outcome.inKindCents)
            writer.member("what_changed", outcome.whatChanged)
            writer.member("would_repeat", word: outcome.wouldRepeat)
            writer.member("story_consent", outcome.consentsToStory)
            writer.member("at", outcome.at)
        }
    }
}
