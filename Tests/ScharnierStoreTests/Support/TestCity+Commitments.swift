import Scharnier
import ScharnierStore
import Testing

extension TestCity {
    /// A draft of the carrier, from an introduction that both accepted.
    func draft(
        from introduction: Introduction, quantity: Int64? = nil,
        _ change: (inout Commitment.Content) -> Void = { _ in }
    ) throws -> Commitment {
        var content = Commitment.Content(legalNature: .inKindDonation)
        content.deliveryDueOn = LocalTime.day(at: clock.now).adding(30)
        change(&content)
        let lines = introduction.lines.map {
            Commitment.Line.Content(item: $0.item, quantity: quantity ?? $0.quantity)
        }
        let party = carrierParty
        return try store.write { [content] in
            try $0.draftCommitment(from: introduction.id, content, lines: lines, as: party)
        }
    }

    /// A commitment that both have signed.
    func confirmed(
        from introduction: Introduction, _ change: (inout Commitment.Content) -> Void = { _ in }
    ) throws -> Commitment {
        let draft = try draft(from: introduction, change)
        let (carrier, giver) = (carrierParty, giverParty)
        return try store.write { tx in
            _ = try tx.sign(draft.id, revision: draft.revision, for: .supplier, as: giver)
            return try tx.sign(draft.id, revision: draft.revision, for: .carrier, as: carrier).item
        }
    }

    func fire(
        _ event: Commitment.Event, on id: Identifier<Commitment>, as party: Party, reason: String? = nil
    ) throws -> Commitment {
        try store.write { try $0.fire(event, on: id, facts: .init(reasonCode: reason), as: party).item }
    }

    func commitment(_ id: Identifier<Commitment>) throws -> Commitment {
        try #require(try store.read { try $0.commitment(id) })
    }
}
