// The rules by which records of other systems are written: those of records made here, but for who may.

extension WriteTransaction {
    /// The need, if `party` may bring news of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func needToUpsert(_ id: Identifier<Need>, as party: Party) throws -> Need {
        let need = try need(id, for: party)
        _ = try owner(need.carrier, of: .needs, at: "carrier_id", for: party)
        return need
    }

    /// Adds a need of `carrier` as a draft.
    ///
    /// - Throws: ``Refusal``.
    package func createExternalNeed(
        _ content: Need.Content, items: [NeedItem.Content], for carrier: Identifier<Organization>,
        as party: Party
    ) throws -> Need {
        let owner = try owner(carrier, of: .needs, at: "carrier_id", for: party)
        return try addNeed(
            NeedProposal(content, items: items), for: carrier,
            recordedFor: party.isFrom(carrier) ? nil : owner.stewardArea, as: party)
    }

    /// Replaces what a need says, as its source wants it; it comes from ``needToUpsert(_:as:)``.
    ///
    /// - Throws: ``Refusal``.
    package func reviseExternal(
        _ need: Need, to content: Need.Content,
        items: [(id: Identifier<NeedItem>?, content: NeedItem.Content)], as party: Party
    ) throws -> Need {
        try revise(need, to: content, items: items, as: party)
    }

    /// The offer, if `party` may bring news of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func offerToUpsert(_ id: Identifier<Offer>, as party: Party) throws -> Offer {
        let offer = try offer(id, for: party)
        _ = try owner(offer.organization, of: .offers, at: "organization_id", for: party)
        return offer
    }

    /// Adds an offer of `organization` as a draft.
    ///
    /// - Throws: ``Refusal``.
    package func createExternalOffer(
        _ content: Offer.Content, for organization: Identifier<Organization>, as party: Party
    ) throws -> Offer {
        let owner = try owner(organization, of: .offers, at: "organization_id", for: party)
        return try addOffer(content, for: owner, as: party)
    }

    /// Replaces what an offer says, as its source wants it; it comes from ``offerToUpsert(_:as:)``.
    ///
    /// - Throws: ``Refusal``.
    package func reviseExternal(_ offer: Offer, to content: Offer.Content, as party: Party) throws -> Offer {
        try revise(offer, to: content, as: party)
    }
}
