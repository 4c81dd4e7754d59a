import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct QueryPlanTests {
    let city: TestCity

    init() throws {
        city = try TestCity()
        for index in 0..<30 {
            try city.keep(
                Need.sample(
                    of: city.carrier.id, status: index % 2 == 0 ? .published : .closed,
                    areas: [city.area("market")],
                    at: Instant(milliseconds: Int64(index))))
            try city.keep(Offer.sample(of: city.giver.id, at: Instant(milliseconds: Int64(index))))
            _ = try city.introduction(at: Int64(index))
        }
    }

    @Test func `what everyone sees is read from one index, without a sort`() throws {
        let key = PageKey(createdAt: Instant(milliseconds: 10), id: sampleID() as Identifier<Need>)
        for (table, index) in [(ListedTable.need, "needPublic"), (.offer, "offerPublic")] {
            for after in [nil, key] {
                let request = ListRequest(table: table, party: .public, filters: [], after: after, limit: 50)
                let plan = try plan(
                    "SELECT publicRow, createdAt, id FROM \(table.name) WHERE \(request.clause)")
                #expect(plan.count == 1)
                #expect(plan.first?.hasPrefix("SEARCH") == true)
                #expect(plan.first?.contains("INDEX \(index) ((createdAt,id)<(?,?))") == true, "\(plan)")
            }
        }
    }

    @Test func `no list scans or sorts, whoever asks`() throws {
        for party in city.everyKindOfParty(own: city.carrier) {
            for table in [
                ListedTable.organization, .need, .offer, .introduction, .membership, .commitment, .programme,
                .idea, .allocationPlan,
            ] {
                let request = ListRequest(table: table, party: party, filters: [], after: nil, limit: 50)
                let plan = try plan("SELECT createdAt, id FROM \(table.name) WHERE \(request.clause)")
                #expect(
                    !plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") },
                    "\(party.role) \(plan)")
            }
        }
    }

    @Test func `nothing that is asked often scans a table, sorts or is prepared twice`() throws {
        let needs = try city.store.read { try $0.liveNeeds() }
        let need = try #require(needs.first)
        let token = try city.token(of: city.carrier)
        _ = try city.store.read { try $0.areaTree() }
        let before = try city.statistics()
        for _ in 0..<5 {
            try city.store.read { tx throws in
                for party in [Party.public, city.carrierParty, city.city] {
                    var query = NeedQuery(party: party)
                    query.horizons = [.acute]
                    _ = try tx.needs(NeedQuery(party: party))
                    _ = try tx.needs(query)
                    _ = try tx.offers(OfferQuery(party: party))
                    _ = try tx.organizations(OrganizationQuery(party: party))
                    _ = try tx.introductions(IntroductionQuery(party: party))
                    _ = try tx.commitments(CommitmentQuery(party: party))
                }
                _ = try tx.need(need.id)
                _ = try tx.organization(city.carrier.id)
                _ = try tx.token(digest: token.digest)
                _ = try tx.assignedAreas(of: city.office.id, on: tx.today)
                _ = try tx.introductions(of: need.id)
                for introduction in try tx.introductions(of: need.id) {
                    _ = try tx.commitments(of: introduction.id)
                }
                _ = try tx.openCommitments(of: city.carrier.id)
                _ = try tx.promises(since: Instant(milliseconds: 0))
                _ = try tx.transitions(of: .need, .init(need.id))
                _ = try tx.contacts(of: city.carrier.id)
                _ = try tx.changes(after: 0, limit: 1)
                _ = try tx.lastPosition()
                _ = try tx.due(at: tx.now, limit: 16)
                _ = try tx.nextDue()
            }
        }
        let after = try city.statistics()
        #expect(after.scanSteps == before.scanSteps)
        #expect(after.automaticIndexRows == 0)
        #expect(after.reprepares == before.reprepares)
        #expect(after.runs > before.runs)
    }

    @Test func `live records are found by an index of their own`() throws {
        let needs = try plan("SELECT id FROM need WHERE status IN ('published', 'partially_met')")
        #expect(needs.allSatisfy { $0.contains("needLive") }, "\(needs)")
        let offers = try plan("SELECT id FROM offer WHERE status IN ('active', 'partly_reserved')")
        #expect(offers.allSatisfy { $0.contains("offerLive") }, "\(offers)")
    }

    @Test func `what is due is found by an index of what has a moment, without a sort`() throws {
        for (table, index) in [
            ("need", "needDue"), ("offer", "offerDue"), ("introduction", "introductionDue"),
            ("commitment", "commitmentDue"), ("allocationPlan", "allocationPlanDue"),
        ]
            as [(SQL, String)]
        {
            let moment = city.clock.now
            let due = try plan(
                "SELECT id, dueAt FROM \(table) WHERE dueAt <= \(moment) ORDER BY dueAt LIMIT 16")
            let next = try plan("SELECT dueAt FROM \(table) WHERE dueAt IS NOT NULL ORDER BY dueAt LIMIT 1")
            for plan in [due, next] {
                #expect(
                    plan.count == 1 && plan.allSatisfy { $0.contains("INDEX \(index) (dueAt") }, "\(plan)")
            }
        }
    }

    private func plan(_ sql: SQL) throws -> [String] {
        try city.store.connections.lend { try $0.queryPlan(of: sql) }
    }
}

extension TestCity {
    /// What the statements of the one connection have cost so far.
    fileprivate func statistics() throws -> Statistics {
        try store.connections.lend { $0.statistics }
    }
}
