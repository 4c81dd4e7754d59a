import Scharnier
import ScharnierStore
import Testing

@Suite struct ContactRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `contacts come back as they were kept, oldest first`() throws {
        let full = contact(full: true, at: 2)
        let bare = contact(full: false, at: 1)
        try city.store.write { tx in
            try tx.insert(full)
            try tx.insert(bare)
        }
        #expect(try city.store.read { try $0.contacts(of: city.carrier.id) } == [bare, full])
        #expect(try city.store.read { try $0.contact(full.id) } == full)
        #expect(try city.store.read { try $0.contacts(of: city.giver.id) }.isEmpty)
    }

    @Test func `every value of every vocabulary can be kept`() throws {
        for purpose in Contact.Purpose.allCases {
            for basis in Contact.LawfulBasis.allCases {
                for release in Contact.Release.allCases {
                    var contact = contact(full: false, at: 1)
                    contact.card.purpose = purpose
                    contact.card.lawfulBasis = basis
                    contact.card.release = release
                    try city.store.write { [contact] tx in try tx.insert(contact) }
                    #expect(try city.store.read { try $0.contact(contact.id) } == contact)
                }
            }
        }
    }

    @Test func `a changed contact replaces the old one, a deleted one is gone`() throws {
        var contact = contact(full: true, at: 1)
        try city.store.write { [contact] tx in try tx.insert(contact) }
        contact.card.email = nil
        contact.card.languages = []
        contact.version = 5
        try city.store.write { [contact] tx in try tx.update(contact) }
        #expect(try city.store.read { try $0.contact(contact.id) } == contact)
        try city.store.write { [contact] tx in try tx.delete(contact) }
        #expect(try city.store.read { try $0.contact(contact.id) } == nil)
    }

    @Test func `a contact that a need names cannot be forgotten`() throws {
        let contact = try city.contact(of: city.carrier)
        var need = Need.sample(of: city.carrier.id)
        need.content.contact = contact.id
        try city.keep(need)
        #expect(throws: Refusal.inUse) { try city.store.write { tx in try tx.delete(contact) } }
    }

    @Test func `disclosures tell who got which contact`() throws {
        let contact = try city.contact(of: city.carrier)
        let introduction = try city.introduction()
        let disclosure = Disclosure(
            id: sampleID(), contact: contact.id, organization: city.carrier.id, toOrganization: city.giver.id,
            introduction: introduction.id, fields: ["display_name", "email"], infoTextVersion: hostileText,
            at: city.clock.now)
        try city.store.write { tx in try tx.insert(disclosure) }
        try city.store.read { tx throws in
            #expect(try tx.disclosures(ofContactsOf: nil) == [disclosure])
            #expect(try tx.disclosures(ofContactsOf: city.carrier.id) == [disclosure])
            #expect(try tx.disclosures(ofContactsOf: city.giver.id).isEmpty)
            #expect(try tx.disclosures(in: introduction.id) == [disclosure])
            #expect(try tx.recipients(of: contact.id) == [city.giver.id])
            #expect(try tx.contacts(disclosedTo: city.giver.id) == [contact])
            #expect(try tx.contacts(disclosedTo: city.carrier.id).isEmpty)
        }
        #expect(throws: Refusal.inUse) { try city.store.write { tx in try tx.delete(contact) } }
    }

    private func contact(full: Bool, at moment: Int64) -> Contact {
        var card = Contact.Card(
            displayName: hostileText, purpose: .event, lawfulBasis: .consent, infoTextVersion: "1")
        if full {
            card.isFunctionAddress = true
            card.function = hostileText
            card.email = hostileText
            card.phone = "+49 231 1"
            card.languages = hostileCodes
            card.release = .publicFunction
            card.retainUntilOn = Day(number: 21_000)
        }
        return Contact(
            id: sampleID(), version: full ? 3 : 0, organization: city.carrier.id, card: card,
            createdAt: Instant(milliseconds: moment), updatedAt: Instant(milliseconds: 9))
    }
}
