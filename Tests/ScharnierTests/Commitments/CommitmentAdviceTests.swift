import Testing

@testable import Scharnier

@Suite struct CommitmentAdviceTests {
    private let today = Day.on("2026-11-21")

    private func advice(
        _ nature: Offer.LegalNature, _ kind: ResourceKind = .goods, asksForReceipt: Bool = false,
        counterpart: Commitment.Counterpart? = nil, receiver: Organization? = nil
    ) -> [Commitment.Advice] {
        var commitment = Commitment.example(kind: kind)
        commitment.content.legalNature = nature
        commitment.content.counterpart = counterpart
        commitment.content.asksForReceipt = asksForReceipt
        return commitment.advice(receiver: receiver, on: today)
    }

    @Test(arguments: Offer.LegalNature.allCases)
    func `a counterpart that is worth money excludes a donation, and nothing else`(nature: Offer.LegalNature)
    {
        let isDonation = nature == .donation || nature == .inKindDonation
        #expect(
            advice(nature, counterpart: .init(isValued: true))
                == (isDonation ? [.counterpartExcludesDonation] : []))
        #expect(advice(nature, counterpart: .init(text: "Dank")) == [])
    }

    @Test(arguments: ResourceKind.allCases)
    func `unpaid services and time are no donation`(kind: ResourceKind) {
        let isService = [.service, .volunteering, .expertise].contains(kind)
        #expect(advice(.donation, kind) == (isService ? [.serviceIsNoDonation] : []))
        #expect(advice(.proBono, kind) == [])
    }

    @Test func `a receipt is given on the last day, not on the day after`() {
        func advice(until day: String) -> [Commitment.Advice] {
            let tax = TaxStatus(basis: .exemptionNotice, noticeOn: .on(day))
            return self.advice(.donation, asksForReceipt: true, receiver: .example(tax: tax))
        }
        #expect(advice(until: "2021-11-21") == [])
        #expect(advice(until: "2021-11-20") == [.receiptIncapable])
        #expect(self.advice(.donation, asksForReceipt: true) == [.receiptIncapable])
        #expect(self.advice(.donation) == [])
    }
}
