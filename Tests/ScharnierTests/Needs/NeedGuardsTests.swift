import Testing

@testable import Scharnier

@Suite struct NeedGuardsTests {
    private let today = Day.on("2026-11-21")

    private func failed(
        _ need: Need = .example(status: .submitted), by party: Party = .cityAdmin,
        carrier: Organization? = .example(), host: Organization? = nil,
        validity: [DayRange] = [DayRange()], on day: Day? = nil
    ) -> [String] {
        let areas = validity.map { range in
            Area(
                id: .nordmarkt, kind: .actionArea, code: "ar-nordmarkt", name: "Nordmarkt", validity: range,
                createdAt: .at("2026-01-01T00:00:00Z"))
        }
        return need.failedGuards(
            forPublicationBy: party, carrier: carrier, host: host, areas: areas, on: day ?? today
        ).codes
    }

    private func money() -> Need {
        .example(status: .submitted, items: [.example(), .example(2, .money, quantity: 50_000)])
    }

    @Test func `a complete need of a verified carrier is published by somebody else`() {
        #expect(failed() == [])
        #expect(failed(by: .officer(of: .nordmarkt)) == [])
    }

    @Test(arguments: [Organization.VerificationStatus.unverified, .rejected, .suspended])
    func `the carrier must be verified`(status: Organization.VerificationStatus) {
        #expect(failed(carrier: .example(verification: status)) == ["carrier_unverified"])
    }

    @Test func `a carrier that is unknown is not verified`() {
        #expect(failed(carrier: nil) == ["carrier_unverified"])
    }

    @Test func `one area that is valid today is enough`() {
        let past = DayRange(to: .on("2021-01-01"))
        #expect(failed(validity: []) == ["area_not_valid"])
        #expect(failed(validity: [past]) == ["area_not_valid"])
        #expect(failed(validity: [past, DayRange(from: .on("2021-01-01"))]) == [])
        #expect(failed(validity: [DayRange(to: today)]) == ["area_not_valid"])
        #expect(failed(validity: [DayRange(from: today)]) == [])
        #expect(failed(validity: [DayRange(from: today.adding(1))]) == ["area_not_valid"])
    }

    @Test func `the date must still fit the horizon`() {
        #expect(failed(on: .on("2026-12-21")) == [])
        #expect(failed(on: .on("2026-12-22")) == ["horizon_dates"])
        #expect(failed(on: .on("2026-09-22")) == [])
        #expect(failed(on: .on("2026-09-21")) == ["horizon_dates"])
    }

    @Test func `nobody verifies their own need`() {
        for role in [Role.cityAdmin, .areaOfficer] {
            #expect(failed(by: Party(organization: .carrier, role: role)) == ["conflict_of_interest"])
        }
    }

    @Test func `money needs a payee`() {
        let group = Organization.example(form: .informal, tax: nil)
        #expect(failed(money()) == [])
        #expect(failed(money(), carrier: group) == ["no_payee"])
        #expect(failed(carrier: group) == [])
        #expect(failed(money(), carrier: group, host: .example(.host)) == [])
        #expect(failed(money(), carrier: group, host: .example(.host, form: .informal)) == ["no_payee"])
        #expect(failed(money(), carrier: .example(tax: nil)) == ["no_payee"])
        #expect(failed(money(), carrier: .example(form: nil)) == ["no_payee"])
    }

    @Test func `the payee's notice counts to the day`() {
        let status = TaxStatus(basis: .exemptionNotice, noticeOn: .on("2021-11-21"))
        #expect(Organization.example(tax: status).canReceiveMoney(on: today))
        #expect(!Organization.example(tax: status).canReceiveMoney(on: today.adding(1)))
    }

    @Test func `a public body can always receive money`() {
        let body = Organization.example(form: .publicCorporation, tax: TaxStatus(basis: .publicBody))
        #expect(body.canReceiveMoney(on: today))
    }

    @Test func `a line of money that was withdrawn needs no payee`() {
        let need = Need.example(items: [.example(), .example(2, .money, quantity: 500, isWithdrawn: true)])
        #expect(need.hasPayee(carrier: nil, host: nil, on: today))
    }

    @Test func `all that stands against it is told at once, in order`() {
        let need = Need.example(status: .submitted, items: [.example(1, .money, quantity: 500)])
        let party = Party(organization: .carrier, role: .cityAdmin)
        let found = failed(
            need, by: party, carrier: .example(verification: .unverified, tax: nil), validity: [],
            on: .on("2027-01-01"))
        #expect(
            found == [
                "carrier_unverified", "area_not_valid", "no_payee", "horizon_dates", "conflict_of_interest",
            ])
    }

    static let endings: [(delivered: [Int64], outcomes: Set<Need.Outcome>)] = [
        ([0, 0], [.failed, .irrelevant, .withdrawn]), ([1, 0], [.partly, .failed, .irrelevant, .withdrawn]),
        ([10, 9], [.partly, .failed, .irrelevant, .withdrawn]), ([10, 10], Set(Need.Outcome.allCases)),
        ([11, 10], Set(Need.Outcome.allCases)),
    ]

    @Test(arguments: endings)
    func `success needs acknowledged deliveries`(delivered: [Int64], outcomes: Set<Need.Outcome>) {
        let items = delivered.enumerated().map { NeedItem.example(UInt64($0), fulfilled: $1) }
        for outcome in Need.Outcome.allCases {
            let found = Need.example(items: items).failedGuards(forClosingAs: outcome).codes
            #expect(found == (outcomes.contains(outcome) ? [] : ["no_acknowledged_commitment"]), "\(outcome)")
        }
    }

    @Test func `a promise is no delivery, and a withdrawn line does not count`() {
        let promised = Need.example(items: [.example(committed: 10)])
        #expect(promised.failedGuards(forClosingAs: .partly).codes == ["no_acknowledged_commitment"])
        let reduced = Need.example(items: [.example(fulfilled: 10), .example(2, isWithdrawn: true)])
        #expect(reduced.failedGuards(forClosingAs: .fulfilled).isEmpty)
        let gone = Need.example(items: [.example(), .example(2, fulfilled: 10, isWithdrawn: true)])
        #expect(gone.failedGuards(forClosingAs: .partly).codes == ["no_acknowledged_commitment"])
    }
}
