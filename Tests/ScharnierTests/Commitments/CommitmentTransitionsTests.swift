import Testing

@testable import Scharnier

@Suite struct CommitmentTransitionsTests {
    /// domain.md §5.6; `draft` creates it.
    static let table = """
        drafted | sign | = | carrier supplier host
        drafted | discard | discarded | carrier supplier
        confirmed | start | in_delivery | supplier system
        confirmed, in_delivery | deliver | = | supplier
        delivered | acknowledge | acknowledged | carrier
        in_delivery, delivered | dispute | disputed | carrier supplier
        disputed | resolve | = | officer city
        acknowledged | evaluate | = | carrier supplier
        acknowledged, evaluated | close | closed | system city
        drafted, confirmed, in_delivery | cancel | cancelled | carrier supplier city
        """

    @Test func `the machine has every row and nothing else`() throws {
        try MachineTable(Self.table).expect(Commitment.machine)
    }

    @Test func `the codes are those of the specification`() {
        let codes = """
            supplier_cannot_deliver carrier_no_longer_needs force_majeure funding_conflict organization_closed mutual
            """
        #expect(Commitment.cancelCodes == codes.split(separator: " ").map(String.init))
    }

    @Test func `the host signs where it receives the money, and only there`() {
        var commitment = Commitment.example(kind: .money)
        #expect(commitment.signatories == [.carrier, .supplier])
        commitment.content.payee = .host
        #expect(commitment.signatories == [.carrier, .supplier])
        commitment = Commitment.example(kind: .money, host: .host)
        commitment.content.payee = .host
        #expect(commitment.signatories == [.carrier, .supplier, .host])
        commitment.content.payee = .carrier
        #expect(commitment.signatories == [.carrier, .supplier])
        commitment = Commitment.example(kind: .goods, host: .host)
        commitment.content.payee = .host
        #expect(commitment.signatories == [.carrier, .supplier])
    }

    @Test func `a signature counts for the revision under which it stands`() {
        var commitment = Commitment.example()
        commitment.signatures = [.init(side: .supplier, organization: .giver, revision: 1, at: .now)]
        #expect(commitment.unsigned == [.carrier])
        commitment.revision = 2
        #expect(commitment.unsigned == [.carrier, .supplier])
    }

    @Test(arguments: Commitment.Status.allCases)
    func `the parties know of it, and nobody else, whatever its state`(status: Commitment.Status) {
        let commitment = Commitment.example(status: status, host: .host)
        let expected = Audience(.parties, organizations: [.carrier, .giver, .host], areas: [.nordmarkt])
        #expect(commitment.audience == expected)
    }
}
