// What a contact may be used for once a person objected, or nothing is left of it (domain.md §12.4, §12.5).

extension Contact {
    /// What stands in the place of an erased name.
    package static let erasedName = "gelöscht"

    /// Whether it may be used for anything but storage.
    package var isUsable: Bool { restrictedAt == nil && erasedAt == nil }

    /// Whether it may be passed on to the other side of an introduction.
    var mayBePassedOn: Bool { isUsable && card.release != .none }

    /// Refuses a use of what may only be stored, or is gone.
    ///
    /// - Throws: ``Refusal/guardFailed(_:)``.
    func requireUsable() throws(Refusal) {
        if erasedAt != nil { throw .guardFailed([.contactErased]) }
        if restrictedAt != nil { throw .guardFailed([.contactRestricted]) }
    }
}

extension Contact.Card {
    /// The same without the person; what it was kept for stays, which says nothing of anybody.
    var anonymous: Contact.Card {
        var card = Contact.Card(
            displayName: Contact.erasedName, purpose: purpose, lawfulBasis: lawfulBasis,
            infoTextVersion: infoTextVersion)
        card.isFunctionAddress = isFunctionAddress
        card.release = .none
        return card
    }

    /// Whether it says something else of the person.
    func isAnotherPerson(than other: Contact.Card) -> Bool {
        displayName != other.displayName || function != other.function || email != other.email
            || phone != other.phone
    }
}

extension FailedGuard {
    static let contactRestricted = FailedGuard(
        "contact_restricted",
        Wording(
            "Dieser Kontakt wird auf Verlangen der Person nur noch gespeichert.",
            "This contact is only stored any more, because the person demanded it."),
        fix: Wording(
            "Einen anderen Kontakt nennen, oder die Stadt die Einschränkung beenden lassen.",
            "Name another contact, or have the city end the restriction."))

    static let contactErased = FailedGuard(
        "contact_erased",
        Wording("Von diesem Kontakt ist nichts mehr da.", "Nothing is left of this contact."),
        fix: Wording("Einen neuen Kontakt anlegen.", "Create another contact."))
}

extension Wording {
    static let unusableContact = Wording(
        "Dieser Kontakt darf nicht mehr benutzt werden; einen anderen nennen.",
        "This contact may no longer be used; name another one.")
}
