import Scharnier
import ScharnierStore
import Testing

@Suite struct TransitionRepositoryTests {
    @Test func `the log of a record comes back in the order in which it was written`() throws {
        let city = try TestCity()
        let subject: Identifier<Change> = sampleID()
        var log: [Transition] = []
        for (index, role) in Role.allCases.enumerated() {
            let isFull = index % 2 == 0
            log.append(
                Transition(
                    id: sampleID(), subject: .need, subjectID: subject, event: "e\(index)", from: "a",
                    to: "b",
                    organization: isFull ? city.carrier.id : nil, role: role,
                    reasonCode: isFull ? "other" : nil,
                    note: isFull ? hostileText : nil, at: Instant(milliseconds: -Int64(index))))
        }
        // Areas, terms and who is in charge of them have no states.
        let others = [Subject.organization, .contact, .offer, .introduction, .membership].map {
            Transition(
                id: sampleID(), subject: $0, subjectID: subject, event: "x", from: "a", to: "b",
                organization: nil,
                role: .public, reasonCode: nil, note: nil, at: Instant(milliseconds: 0))
        }
        try city.store.write { [log] tx in for transition in log + others { try tx.append(transition) } }
        #expect(try city.store.read { try $0.transitions(of: .need, subject) } == log)
        #expect(try city.store.read { try $0.transitions(of: .offer, subject) }.count == 1)
        #expect(try city.store.read { try $0.transitions(of: .need, sampleID()) }.isEmpty)
    }
}
