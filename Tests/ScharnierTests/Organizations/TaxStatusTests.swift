import Scharnier
import Testing

@Suite struct TaxStatusTests {
    /// domain.md §8.6: ground, notice, later notice, last day.
    static let vectors: [(TaxStatus.Basis, String, Bool, String?)] = [
        (.exemptionNotice, "2021-03-15", false, "2026-03-15"),
        (.exemptionNotice, "2021-03-15", true, "2026-03-15"),
        (.assessmentAnnex, "2021-03-15", false, "2026-03-15"),
        (.assessmentAnnex, "2020-02-29", false, "2025-02-28"),
        (.exemptionNotice, "2024-02-29", false, "2029-02-28"),
        (.statutesNotice, "2024-02-29", false, "2027-02-28"),
        (.statutesNotice, "2024-03-01", false, "2027-03-01"), (.statutesNotice, "2024-02-29", true, nil),
        (.statutesNotice, "2025-02-28", false, "2028-02-28"),
        (.exemptionNotice, "2021-12-31", false, "2026-12-31"),
        (.none, "2024-02-29", false, nil),
    ]

    @Test(arguments: vectors)
    func `receipts may be given to the day`(
        basis: TaxStatus.Basis, notice: String, isLater: Bool, last: String?
    ) {
        let status = TaxStatus(basis: basis, noticeOn: .on(notice), hasLaterNotice: isLater)
        #expect(status.receiptsUntil == last.map { Day.on($0) })
        guard let last = status.receiptsUntil else {
            #expect(!status.canGiveReceipts(on: .on(notice)))
            return
        }
        #expect(status.canGiveReceipts(on: last.adding(-1)))
        #expect(status.canGiveReceipts(on: last))
        #expect(!status.canGiveReceipts(on: last.adding(1)))
    }

    @Test func `a public body always may`() {
        let status = TaxStatus(basis: .publicBody)
        #expect(status.canGiveReceipts(on: .on("0001-01-01")))
        #expect(status.canGiveReceipts(on: .on("9999-12-31")))
        #expect(status.receiptsUntil == nil)
    }

    @Test(arguments: [TaxStatus.Basis.exemptionNotice, .assessmentAnnex, .statutesNotice, .none])
    func `without the date of a notice nobody may`(basis: TaxStatus.Basis) {
        #expect(!TaxStatus(basis: basis).canGiveReceipts(on: .on("2026-11-21")))
    }

    @Test func `years are added to the date`() {
        #expect(Day.on("2024-02-29").adding(years: 4) == .on("2028-02-29"))
        #expect(Day.on("2096-02-29").adding(years: 4) == .on("2100-02-28"))
        #expect(Day.on("2026-11-21").adding(years: 1) == .on("2027-11-21"))
    }
}
