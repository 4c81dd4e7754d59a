import JSON
import Scharnier

/// Finds what items refer to, as the caller sees it; each thing once, however many items name it.
struct RelationResolver {
    private let party: Party
    private let tx: any ReadTransaction
    private var found: [String: [UInt8]?] = [:]

    init(_ party: Party, _ tx: any ReadTransaction) {
        self.party = party
        self.tx = tx
    }

    /// What a reference leads to; `nil` if the caller may not see it, with this token or at all.
    mutating func value(of reference: EncodedValue, _ target: ItemForm.Target) throws -> [UInt8]? {
        guard isAllowed(target) else { return nil }
        if reference.isNull { return Array("null".utf8) }
        if case .areas = target { return try areas(reference.elements) }
        guard let text = reference.plainText else { return nil }
        if let known = found[text] { return known }
        let value = try visible { try encoded(text, target) }
        found[text] = .some(value)
        return value
    }

    /// A relation is no way around the role or the scopes of a token.
    private func isAllowed(_ target: ItemForm.Target) -> Bool {
        let operation = target.operation
        guard operation.reach(for: party) != .none else { return false }
        guard let scope = operation.scope, party.role != .public else { return true }
        return party.scopes.allow(scope)
    }

    private func visible(_ find: () throws -> [UInt8]?) throws -> [UInt8]? {
        do {
            return try find()
        } catch Refusal.notFound {
            return nil
        }
    }

    private func encoded(_ text: String, _ target: ItemForm.Target) throws -> [UInt8]? {
        switch target {
        case .organization: try Identifier(text).map(organization)
        case .need: try Identifier(text).map(need)
        case .offer: try Identifier(text).map(offer)
        case .areas: nil
        }
    }

    private func organization(_ id: Identifier<Organization>) throws -> [UInt8] {
        let organization = try tx.organization(id, for: party)
        return OrganizationBody(organization, for: organization.closeness(of: party), on: tx.today).encoded
    }

    private func need(_ id: Identifier<Need>) throws -> [UInt8] {
        if let ready = try tx.encodedNeed(id, for: party) { return ready.bytes }
        let need = try tx.need(id, for: party)
        return NeedBody(need, for: need.closeness(of: party)).encoded
    }

    private func offer(_ id: Identifier<Offer>) throws -> [UInt8] {
        if let ready = try tx.encodedOffer(id, for: party) { return ready.bytes }
        let offer = try tx.offer(id, for: party)
        return OfferBody(offer, for: offer.closeness(of: party)).encoded
    }

    /// Areas in the order of the references; everyone sees all of them.
    private func areas(_ references: [EncodedValue]) throws -> [UInt8] {
        let relations = try tx.areaRelations()
        let ids = references.compactMap { $0.plainText.flatMap { Identifier<Area>($0) } }
        let areas = try ids.compactMap { try tx.area($0) }
        return areas.map { AreaBody(area: $0, relations: relations, hasGeometry: false) }.encoded
    }
}

extension ItemForm.Target {
    /// The operation that reads such things by themselves.
    fileprivate var operation: Operation {
        switch self {
        case .organization: .readOrganizations
        case .need: .readNeeds
        case .offer: .readOffers
        case .areas: .readAreas
        }
    }
}
