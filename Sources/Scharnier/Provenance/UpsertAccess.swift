// Who may bring records of other systems here: rows 63 and 68 of domain.md §3.2.

extension ExternalReference.Kind {
    /// Whether `party` brings records of this kind at all: those who may create them here, and the city for all.
    ///
    /// A portal may nothing until a carrier's consent says otherwise (domain.md §10, Delegated consent).
    package func isWritable(by party: Party) -> Bool {
        if party.role == .cityAdmin { return true }
        return party.role != .portal && creation.reach(for: party) != .none
    }

    /// The row of the matrix for creating such a record by hand.
    private var creation: Operation {
        switch self {
        case .needs: .writeNeeds
        case .offers: .writeOffers
        case .organizations: .createOrganization
        }
    }

    /// The kinds of organisations that can have such records (domain.md §3.1).
    fileprivate func canBelong(to kind: Organization.Kind) -> Bool {
        switch self {
        case .needs: [.carrier, .school, .network, .intermediary].contains(kind)
        case .offers, .organizations: kind != .portal
        }
    }
}

extension ReadTransaction {
    /// The organisation whose record `party` brings: its own, one it acts for, or for the city any.
    ///
    /// - Parameters:
    ///   - id: of the organisation.
    ///   - kind: of the record.
    ///   - path: the member that names it.
    ///   - party: who brings the record.
    /// - Returns: the organisation.
    /// - Throws: ``Refusal/invalid(_:)`` for one that `party` may not know of, or that cannot have such records;
    ///   ``Refusal/roleForbidden`` for anybody else's.
    package func owner(
        _ id: Identifier<Organization>, of kind: ExternalReference.Kind, at path: String, for party: Party
    ) throws -> Organization {
        guard let owner = try organization(id), owner.audience.includes(party) else {
            throw Refusal.invalid([.init(path, .referenceNotFound, .noSuchReference)])
        }
        guard party.isFrom(id) || owner.isInCharge(party) || party.role == .cityAdmin else {
            throw Refusal.roleForbidden
        }
        guard kind.canBelong(to: owner.kind) else {
            throw Refusal.invalid([.init(path, .referenceNotFound, .cannotOwn)])
        }
        return owner
    }
}

extension Wording {
    fileprivate static let cannotOwn = Wording(
        "Diese Organisation kann keinen solchen Eintrag haben; eine andere nennen.",
        "This organisation cannot have such a record; name another.")
}
