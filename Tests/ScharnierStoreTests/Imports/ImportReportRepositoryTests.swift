import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct ImportReportRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    private func keep(_ number: UInt64) throws -> ImportReport {
        let report = ImportReport(
            id: Identifier(high: 1, low: number), organization: city.carrier.id, document: [0, 1, 0xFF],
            createdAt: city.clock.now)
        try city.store.write { try $0.keep(report) }
        return report
    }

    @Test func `a report comes back as it was kept`() throws {
        let report = try keep(1)
        #expect(try city.store.read { try $0.importReport(report.id) } == report)
        #expect(try city.store.read { try $0.importReport(Identifier(high: 1, low: 2)) } == nil)
    }

    @Test func `new reports take the place of those whose time is over`() throws {
        for number in 1...6 as ClosedRange<UInt64> { _ = try keep(number) }
        city.clock.advance(milliseconds: Int64(ImportReport.lifetimeInDays) * 86_400_000)
        _ = try keep(7)
        let left = try city.store.read { tx in
            try (1...7 as ClosedRange<UInt64>).filter {
                try tx.importReport(Identifier(high: 1, low: $0)) != nil
            }
        }
        #expect(left.count == 3)
        #expect(left.last == 7)
        _ = try keep(8)
        let last = try city.store.read { tx in
            try (1...8 as ClosedRange<UInt64>).filter {
                try tx.importReport(Identifier(high: 1, low: $0)) != nil
            }
        }
        #expect(last == [7, 8])
    }

    @Test func `a report is told to its organisation and the city, as long as it is kept`() throws {
        let report = try keep(1)
        let store = city.store
        #expect(try store.read { try $0.importReport(report.id, for: city.carrierParty) } == report)
        #expect(try store.read { try $0.importReport(report.id, for: city.city) } == report)
        #expect(throws: Refusal.notFound) {
            try store.read { try $0.importReport(report.id, for: city.giverParty) }
        }
        #expect(throws: Refusal.notFound) { try store.read { try $0.importReport(report.id, for: .public) } }
    }
}
