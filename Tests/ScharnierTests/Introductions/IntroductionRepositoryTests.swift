import Testing

@testable import Scharnier

@Suite struct IntroductionRepositoryTests {
    private func violations(
        lines: [Introduction.Line] = [.init(item: .numbered(1), quantity: 1)],
        _ change: (inout IntroductionProposal) -> Void = { _ in }
    ) -> [Violation] {
        var proposal = IntroductionProposal(need: .numbered(1), lines: lines, offer: .numbered(1))
        change(&proposal)
        return proposal.violations()
    }

    private func lines(_ count: UInt64) -> [Introduction.Line] {
        (0..<count).map { .init(item: .numbered($0), quantity: 1) }
    }

    @Test func `one line and an offer or a giver suffice`() {
        #expect(violations().isEmpty)
        #expect(violations { ($0.offer, $0.supplier) = (nil, .giver) }.isEmpty)
        #expect(violations { $0.offer = nil }.short == ["offer_id required"])
    }

    @Test func `a proposal has 1 to 30 lines`() {
        #expect(violations(lines: lines(30)).isEmpty)
        #expect(violations(lines: lines(31)).short == ["lines too_many"])
        #expect(violations(lines: []).short == ["lines too_few"])
    }

    @Test func `no item is there twice`() {
        let line = Introduction.Line(item: .numbered(1), quantity: 1)
        #expect(
            violations(lines: [line, .init(item: .numbered(1), quantity: 2)]).short == ["lines not_unique"])
    }

    @Test func `a quantity is at least one, and no more than anyone can give`() {
        expectRange(1...1_000_000_000_000, at: "lines/0/quantity") { quantity in
            violations(lines: [.init(item: .numbered(1), quantity: quantity)])
        }
    }

    @Test func `texts have their limits`() {
        expectLength(0...2000, at: "message") { text in violations { $0.message = text } }
        expectLength(10...500, at: "override_reason") { text in violations { $0.overrideReason = text } }
    }
}
