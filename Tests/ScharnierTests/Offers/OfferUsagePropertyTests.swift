import Scharnier
import Testing

@Suite struct OfferUsagePropertyTests {
    /// What was held, when, and whether it was freed: the whole truth, kept the long way.
    private struct Ledger {
        var holds: [(amount: Int64, day: Day, isFreed: Bool)] = []
        let period: Offer.CapacityPeriod

        func held(on day: Day) -> Int64 {
            holds.filter { !$0.isFreed && label($0.day) == label(day) }.reduce(0) { $0 + $1.amount }
        }

        private func label(_ day: Day) -> String {
            let text = day.description
            switch period {
            case .once: return ""
            case .month: return String(text.prefix(7))
            case .quarter: return text.prefix(4) + ["Q1", "Q2", "Q3", "Q4"][(day.parts.month - 1) / 3]
            case .year: return String(text.prefix(4))
            }
        }
    }

    @Test(arguments: Offer.CapacityPeriod.allCases, UInt64(1)...6)
    func `usage is that of a ledger over any holds, releases and days`(
        period: Offer.CapacityPeriod, seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        var offer = Offer.example { ($0.period, $0.quantity) = (period, 50) }
        var ledger = Ledger(period: period)
        var day = Day.on("2026-11-21")
        for _ in 0..<200 {
            step(&offer, &ledger, &day, &generator)
            let held = ledger.held(on: day)
            let isRight =
                offer.usage(on: day).held == held && offer.available(on: day) == 50 - held
                && (0...50).contains(offer.usage.held) && offer.status == state(held)
            #expect(isRight, "\(period) \(seed) \(day)")
        }
    }

    private func state(_ held: Int64) -> Offer.Status {
        held == 0 ? .active : held == 50 ? .exhausted : .partlyReserved
    }

    private func step(
        _ offer: inout Offer, _ ledger: inout Ledger, _ day: inout Day, _ generator: inout SeededGenerator
    ) {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<5:
            let amount = Int64.random(in: 1...30, using: &generator)
            let isPossible = ledger.held(on: day) + amount <= 50
            let isHeld = offer.hold(amount, on: day)
            #expect(isHeld == isPossible)
            if isHeld { ledger.holds.append((amount, day, false)) }
        case 5..<8:
            let open = ledger.holds.indices.filter { !ledger.holds[$0].isFreed }
            guard let index = open.randomElement(using: &generator) else { return }
            offer.release(ledger.holds[index].amount, placedOn: ledger.holds[index].day, on: day)
            ledger.holds[index].isFreed = true
        default:
            day = day.adding(.random(in: 1...40, using: &generator))
            offer.reserve(on: day)
        }
    }
}
