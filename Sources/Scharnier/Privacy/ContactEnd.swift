extension ReadTransaction {
    /// When a contact of which nothing open is left becomes nobody's: after its own last day, or its period.
    func end(of contact: Contact) throws -> Instant {
        if let day = contact.card.retainUntilOn { return LocalTime.start(of: day.adding(1)) }
        return try lastMatter(of: contact).adding(days: retention.contacts)
    }

    /// When something was done for the last time with what names the contact, or came of passing it on.
    private func lastMatter(of contact: Contact) throws -> Instant {
        var moments = [contact.updatedAt]
        moments += try needs(naming: contact.id).map(\.updatedAt)
        moments += try offers(naming: contact.id).map(\.updatedAt)
        for disclosure in try disclosures(of: contact.id) {
            moments.append(disclosure.at)
            if let introduction = try introduction(disclosure.introduction) {
                moments.append(introduction.updatedAt)
            }
            moments += try commitments(of: disclosure.introduction).map(\.updatedAt)
        }
        return moments.max() ?? contact.updatedAt
    }
}
