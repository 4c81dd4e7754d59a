extension ReadTransaction {
    /// The disclosure, if `party` is its recipient, or the city.
    ///
    /// - Throws: ``Refusal/notFound``.
    package func disclosure(_ id: Identifier<Disclosure>, for party: Party) throws -> Disclosure {
        guard let found = try disclosure(id) else { throw Refusal.notFound }
        let isOwner = try mayAct(for: found.organization, as: party)
        guard try isOwner || mayAct(for: found.toOrganization, as: party) else { throw Refusal.notFound }
        return found
    }
}

extension WriteTransaction {
    /// Notes that a recipient did with its copies of a contact what it was told to (GDPR Article 19).
    ///
    /// Doing so twice is harmless.
    /// - Throws: ``Refusal``: not found, another's, or nothing to act on.
    package func acknowledgeNotice(of id: Identifier<Disclosure>, as party: Party) throws -> Disclosure {
        var disclosure = try disclosure(id, for: party)
        guard party.isFrom(disclosure.toOrganization) || party.role == .cityAdmin else {
            throw Refusal.roleForbidden
        }
        guard var notice = disclosure.notice else { throw Refusal.guardFailed([.nothingToAcknowledge]) }
        guard notice.acknowledgedAt == nil else { return disclosure }
        notice.acknowledgedAt = now
        disclosure.notice = notice
        try update(disclosure)
        try audit(
            "disclosure.acknowledge", .init("disclosure", id), fields: [notice.kind.rawValue], as: party)
        return disclosure
    }
}

extension FailedGuard {
    fileprivate static let nothingToAcknowledge = FailedGuard(
        "nothing_to_acknowledge",
        Wording(
            "Zu diesem Kontakt war nichts zu tun.", "There was nothing to be done about this contact."))
}
