// Who may fire any event of a record at all: told before versions and content are judged (api.md §2).

extension ReadTransaction {
    /// The need, if `party` may fire some event of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func needToMove(_ id: Identifier<Need>, as party: Party) throws -> Need {
        let need = try need(id, for: party)
        let actors = need.actors(of: party, carrier: try organization(need.carrier))
        guard !actors.isEmpty else { throw Refusal.roleForbidden }
        return need
    }

    /// The offer, if `party` may fire some event of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func offerToMove(_ id: Identifier<Offer>, as party: Party) throws -> Offer {
        let offer = try offer(id, for: party)
        let actors = offer.actors(of: party, supplier: try organization(offer.organization))
        guard !actors.isEmpty else { throw Refusal.roleForbidden }
        return offer
    }

    /// The introduction, if `party` may fire some event of it.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func introductionToMove(_ id: Identifier<Introduction>, as party: Party) throws -> Introduction {
        let introduction = try introduction(id, for: party)
        let actors = introduction.actors(
            of: party, carrier: try organization(introduction.carrier),
            supplier: try organization(introduction.supplier))
        guard !actors.isEmpty else { throw Refusal.roleForbidden }
        return introduction
    }

    /// The organisation, if `party` may fire some event of its verification.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func organizationToMove(_ id: Identifier<Organization>, as party: Party) throws -> Organization {
        let organization = try organization(id, for: party)
        guard !organization.actors(of: party).isEmpty else { throw Refusal.roleForbidden }
        return organization
    }
}
