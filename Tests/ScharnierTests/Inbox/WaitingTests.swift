import Testing

@testable import Scharnier

@Suite struct WaitingTests {
    private let timers = TimerRules()
    private let now = Instant.at("2026-11-21T09:30:00Z")

    private func kinds(_ need: Need, at moment: Instant? = nil) -> [InboxTask.Kind] {
        need.waiting(at: moment ?? now, by: timers).map(\.kind)
    }

    @Test func `each state of a need waits for whom domain.md says, and no other does`() {
        let expected: [Need.Status: InboxTask.Kind] = [
            .submitted: .verifyNeed, .returned: .reviseNeed, .stale: .confirmNeed,
        ]
        for status in Need.Status.allCases {
            #expect(kinds(.example(status: status)) == [expected[status]].compactMap { $0 }, "\(status)")
        }
    }

    @Test(arguments: [(Horizon.acute, 3), (.temporary, 14), (.permanent, 14)])
    func `the owner is asked before a need rests, to the moment`(horizon: Horizon, days: Int) {
        var need = Need.example { $0.horizon = horizon }
        let staleAt = now.adding(days: 40)
        need.freshness = .init(confirmedAt: now, staleAt: staleAt)
        let moment = staleAt.adding(days: -days)
        #expect(kinds(need, at: moment.adding(seconds: -1)) == [])
        #expect(kinds(need, at: moment) == [.confirmNeed])
        need.needsReview = true
        #expect(kinds(need, at: moment) == [.reviewNeed, .confirmNeed])
        need.status = .paused
        #expect(kinds(need, at: moment) == [])
    }

    @Test func `what is submitted is due after five working days, what is doubtful when it rests`() {
        var need = Need.example()
        need.freshness = .init(confirmedAt: now, staleAt: now.adding(days: 3))
        #expect(need.due(.verifyNeed, since: now, by: timers) == .at("2026-11-27T23:00:00Z"))
        #expect(need.due(.reviewNeed, since: now, by: timers) == .at("2026-11-27T23:00:00Z"))
        #expect(need.due(.confirmNeed, since: now, by: timers) == now.adding(days: 3))
        #expect(need.due(.reviseNeed, since: now, by: timers) == nil)
    }

    @Test func `an offer waits when it is stale, or soon will be while it can be taken up`() {
        for status in Offer.Status.allCases {
            var offer = Offer.example(status: status)
            offer.freshness = .init(confirmedAt: now, staleAt: now.adding(days: 14))
            let isLive = [.active, .partlyReserved].contains(status)
            #expect(offer.isWaiting(at: now, by: timers) == (isLive || status == .stale), "\(status)")
            let before = now.adding(seconds: -1)
            #expect(offer.isWaiting(at: before, by: timers) == (status == .stale), "\(status)")
        }
    }

    @Test func `an organisation waits to be verified, and for its tax status`() {
        let today = Day.on("2026-11-21")
        var organization = Organization.example(verification: .unverified)
        organization.profile.taxStatus = nil
        #expect(organization.waiting(on: today).map(\.kind) == [.verifyOrganization])
        organization.verification.status = .verified
        #expect(organization.waiting(on: today) == [])
        // Receipts until five years after the notice.
        var status = TaxStatus(basis: .exemptionNotice, noticeOn: .on("2022-01-20"))
        organization.profile.taxStatus = status
        #expect(organization.waiting(on: .on("2026-11-20")).map(\.kind) == [.confirmTaxStatus])
        #expect(
            organization.waiting(on: .on("2026-11-21")).map(\.kind) == [.confirmTaxStatus, .renewTaxStatus])
        status.confirmation = .init(by: nil, at: now)
        organization.profile.taxStatus = status
        #expect(organization.waiting(on: .on("2026-11-21")).map(\.kind) == [.renewTaxStatus])
        organization.profile.taxStatus = TaxStatus(basis: .none)
        #expect(organization.waiting(on: today) == [])
        organization.verification.status = .unverified
        organization.status = .closed
        #expect(organization.waiting(on: today) == [])
    }

    @Test func `what is acute comes first, then what is due first, then what may wait`() {
        let task = { (number: UInt64, isAcute: Bool, due: Int?) in
            InboxTask(
                .verifyNeed, .need, .numbered(number), title: nil, isAcute: isAcute,
                dueAt: due.map { self.now.adding(days: $0) })
        }
        let order = [
            task(9, true, 5), task(3, true, nil), task(8, false, -1), task(1, false, 2), task(2, false, 2),
            task(4, false, nil), task(5, false, nil),
        ]
        for shift in order.indices {
            let shuffled = Array(order[shift...] + order[..<shift])
            #expect(shuffled.sorted(by: InboxTask.comes) == order)
            #expect(shuffled.reversed().sorted(by: InboxTask.comes) == order)
        }
    }

    @Test func `a task is overdue from its moment on`() {
        let task = InboxTask(.verifyNeed, .need, .numbered(1), title: nil, dueAt: now)
        #expect(task.isOverdue(at: now))
        #expect(!task.isOverdue(at: now.adding(seconds: -1)))
        #expect(!InboxTask(.verifyNeed, .need, .numbered(1), title: nil, dueAt: nil).isOverdue(at: now))
    }
}
