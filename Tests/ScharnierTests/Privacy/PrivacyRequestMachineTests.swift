import Testing

@testable import Scharnier

@Suite struct PrivacyRequestMachineTests {
    @Test(arguments: [
        ("2026-11-21T09:30:00Z", "2026-12-21T23:00:00Z"), ("2027-01-31T09:30:00Z", "2027-02-28T23:00:00Z"),
        ("2028-01-30T09:30:00Z", "2028-02-29T23:00:00Z"), ("2026-12-15T22:59:59Z", "2027-01-15T23:00:00Z"),
        ("2026-12-15T23:00:00Z", "2027-01-16T23:00:00Z"), ("2027-03-20T09:30:00Z", "2027-04-20T22:00:00Z"),
    ])
    func `a month ends with the same day of the next one, or its last`(from: String, to: String) throws {
        let (from, to) = (try #require(Instant(from)), try #require(Instant(to)))
        #expect(LocalTime.endOfMonth(from: from) == to)
    }

    @Test func `only the city moves a request, in the order of the machine`() throws {
        let machine = PrivacyRequest.machine
        #expect(throws: Refusal.roleForbidden) { try machine.step(.execute, in: .received, as: [.owner]) }
        #expect(machine.allowed(in: .received, as: [.city]) == [.checkIdentity])
        #expect(machine.allowed(in: .identityChecked, as: [.city]) == [.execute, .refuse])
        #expect(machine.allowed(in: .executed, as: [.city]) == [.close])
        #expect(machine.allowed(in: .refused, as: [.city]) == [.close])
        #expect(machine.allowed(in: .closed, as: [.city]) == [])
    }

    @Test func `an erased card says nothing of the person and keeps what it was for`() {
        var card = Contact.Card(
            displayName: "A", purpose: .event, lawfulBasis: .consent, infoTextVersion: "3")
        card.email = "a@example.org"
        card.phone = "1234"
        card.function = "B"
        card.languages = ["de"]
        card.retainUntilOn = Day("2027-01-01")
        let rest = card.anonymous
        #expect(
            rest.displayName == "gelöscht" && rest.email == nil && rest.phone == nil && rest.function == nil)
        #expect(rest.languages == [] && rest.retainUntilOn == nil && rest.release == .none)
        #expect(rest.purpose == .event && rest.lawfulBasis == .consent && rest.infoTextVersion == "3")
        #expect(card.isAnotherPerson(than: rest) && !card.isAnotherPerson(than: card))
    }
}
