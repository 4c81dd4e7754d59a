import Scharnier
import ScharnierStore

extension TestCity {
    /// An introduction of the giver and the carrier over a new need.
    func introduction(
        to need: Need? = nil, offer: Offer? = nil, status: Introduction.Status = .proposed,
        at moment: Int64 = 1_000
    ) throws -> Introduction {
        let need = try need ?? keep(Need.sample(of: carrier.id))
        let introduction = Introduction(
            id: sampleID(), need: need.id, lines: [.init(item: need.items[0].id, quantity: 1)],
            offer: offer?.id,
            supplier: giver.id, carrier: carrier.id, host: nil, broker: nil, proposer: nil, channel: .direct,
            message: nil, overrideReason: nil, reason: nil, status: status,
            answerDueAt: clock.now, areas: need.content.beneficiaryAreas,
            createdAt: Instant(milliseconds: moment),
            updatedAt: Instant(milliseconds: moment))
        try store.write { tx in try tx.insert(introduction) }
        return introduction
    }
}
